package org.closeknit.site;

import org.closeknit.agency.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two ways in, machines by token and people by session, each closed but for what {@link Routes}
 * opens.
 */
@Configuration(proxyBeanMethods = false)
class Security {
  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's floor. */
  @Bean
  static PasswordEncoder passwords() {
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }

  /** Two requests of one session may write the same for the first time at once. */
  @Bean
  static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterWriteStands() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

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
  SecurityFilterChain machinesWayIn(HttpSecurity http, Tokens tokens) {
    http.securityMatcher("/api/**", "/cpis/**", "/oauth2/token")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
        .exceptionHandling(refusals ->
            refusals
                .authenticationEntryPoint(new MachineRefusals())
                .accessDeniedHandler(new MachineRefusals()))
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
  SecurityFilterChain peoplesWayIn(HttpSecurity http, Sessions sessions) {
    http.securityContext(context -> context.securityContextRepository(sessions))
        // To hide must never fail; from another site it comes without the cookie (SameSite).
        .csrf(csrf -> csrf.ignoringRequestMatchers("/hide"))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(refusals ->
            refusals
                .authenticationEntryPoint(new SignInFirst(sessions))
                .accessDeniedHandler(new NothingThere()))
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

  @Bean
  WebMvcConfigurer signedInAsker(WhoAsks whoAsks) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(whoAsks);
      }
    };
  }
}
