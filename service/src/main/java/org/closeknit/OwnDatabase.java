package org.closeknit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.closeknit.database.DatabaseLogin;
import org.closeknit.database.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without a database of one's own ({@code spring.datasource.url}) the service brings one:
 * PostgreSQL in the folder {@code closeknit.data}, started before anything needs it and stopped
 * after everything else.
 */
final class OwnDatabase implements ApplicationContextInitializer<GenericApplicationContext> {
  private static final Logger LOG = LoggerFactory.getLogger(OwnDatabase.class);

  @Override
  public void initialize(GenericApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Path folder = Path.of(environment.getProperty("closeknit.data", ".closeknit"));
    if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
      makeOwn(folder);
      return;
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, LOG::info);
    stopLast(context.getDefaultListableBeanFactory(), postgres);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("own database", properties(postgres)));
  }

  /** Keys and sign-ins go there even when the database is elsewhere. */
  private static void makeOwn(Path folder) {
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new CannotStart(
          "The folder " + folder + " cannot be made: " + e.getMessage(),
          "Give another one: closeknit.data=DIR.");
    }
  }

  /** What is registered for destruction first is destroyed last: after the connection pool. */
  private static void stopLast(DefaultListableBeanFactory beans, EmbeddedPostgres postgres) {
    beans.registerSingleton("ownDatabase", postgres);
    beans.registerDisposableBean("ownDatabase", postgres::close);
  }

  private static Map<String, Object> properties(EmbeddedPostgres postgres) {
    try {
      DatabaseLogin service = postgres.service();
      DatabaseLogin owner = postgres.login();
      return Map.of(
          "spring.datasource.url", service.url(),
          "spring.datasource.username", service.user(),
          "spring.datasource.password", service.password(),
          "spring.flyway.user", owner.user(),
          "spring.flyway.password", owner.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
