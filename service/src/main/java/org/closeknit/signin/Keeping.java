package org.closeknit.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How passwords and sessions are kept. */
@Configuration(proxyBeanMethods = false)
class Keeping {
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
}
