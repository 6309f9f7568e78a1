package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The two ways in: machines by token, people by session. Where each may go is not said here. */
@Component
public class WaysIn implements WebMvcConfigurer {
  private final Tokens tokens;
  private final Sessions sessions;
  private final WhoAsks whoAsks;
  private final Providers providers;

  WaysIn(Tokens tokens, Sessions sessions, WhoAsks whoAsks, Providers providers) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.whoAsks = whoAsks;
    this.providers = providers;
  }

  public HttpSecurity forMachines(HttpSecurity http) {
    return http.securityMatcher("/api/**", "/cpis/**", "/oauth2/token")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
        .exceptionHandling(refusals ->
            refusals
                .authenticationEntryPoint(new MachineRefusals())
                .accessDeniedHandler(new MachineRefusals()));
  }

  public HttpSecurity forPeople(HttpSecurity http) {
    return providers
        .open(http)
        .securityContext(context -> context.securityContextRepository(sessions))
        // To hide must never fail; from another site it comes without the cookie (SameSite).
        .csrf(csrf -> csrf.ignoringRequestMatchers("/hide"))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(new SignInFirst(sessions)));
  }

  /** Whether the session is locked, and its person has to open it again. */
  public boolean isHidden(HttpServletRequest request) {
    return sessions.isLocked(request);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(whoAsks);
  }
}
