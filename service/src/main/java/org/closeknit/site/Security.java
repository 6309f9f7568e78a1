package org.closeknit.site;

import org.closeknit.agency.Role;
import org.closeknit.signin.WaysIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The two ways in, machines by token and people by session, each closed but for what {@link Routes}
 * opens.
 */
@Configuration(proxyBeanMethods = false)
class Security {
  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** A zero character is in no name and no number, and PostgreSQL takes none. */
  @Bean
  static StrictHttpFirewall noZeroCharacters() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
    return firewall;
  }

  /** Each filter of each request would be watched, and nobody reads it. */
  @Bean
  static SecurityObservationSettings unwatched() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain machinesWayIn(HttpSecurity http, WaysIn waysIn) {
    waysIn
        .forMachines(http)
        .authorizeHttpRequests(requests -> {
          for (Routes.Rule rule : Routes.MACHINES) {
            switch (rule.whom()) {
              case Routes.For.Anybody unused ->
                  requests.requestMatchers(rule.pattern()).permitAll();
              case Routes.For.Scope scope ->
                  requests.requestMatchers(rule.pattern()).hasAuthority("SCOPE_" + scope.scope());
              case Routes.For.SignedIn unused ->
                  requests.requestMatchers(rule.pattern()).authenticated();
              case Routes.For.Roles unused -> requests.requestMatchers(rule.pattern()).denyAll();
            }
          }
          requests.anyRequest().denyAll();
        });
    return headers(http).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain peoplesWayIn(HttpSecurity http, WaysIn waysIn) {
    waysIn
        .forPeople(http)
        .exceptionHandling(refusals -> refusals.accessDeniedHandler(new NothingThere()))
        .authorizeHttpRequests(requests -> {
          for (Routes.Rule rule : Routes.PEOPLE) {
            switch (rule.whom()) {
              case Routes.For.Anybody unused ->
                  requests.requestMatchers(rule.pattern()).permitAll();
              case Routes.For.SignedIn unused ->
                  requests.requestMatchers(rule.pattern()).authenticated();
              case Routes.For.Roles roles ->
                  requests
                      .requestMatchers(rule.pattern())
                      .hasAnyAuthority(
                          roles.roles().stream().map(Role::name).toArray(String[]::new));
              case Routes.For.Scope unused -> requests.requestMatchers(rule.pattern()).denyAll();
            }
          }
          requests.requestMatchers(HttpMethod.TRACE, "/**").denyAll().anyRequest().denyAll();
        });
    return headers(http).build();
  }

  private static HttpSecurity headers(HttpSecurity http) {
    return http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_FROM_OUTSIDE))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
  }
}
