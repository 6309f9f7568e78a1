package org.closeknit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.closeknit.database.DatabaseLogin;
import org.closeknit.database.TestDatabases;
import org.closeknit.house.Superuser;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Beside {@code @SpringBootTest}: each application context has a new database and data folder. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = RealDatabase.Fresh.class)
public @interface RealDatabase {
  /** Makes the database before the context looks for it. */
  final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** The contexts close first: without a database each of them waits for it in vain. */
    public static void stopServerLast() {
      TestDatabases.stoppedBy(SpringApplication.getShutdownHandlers()::add);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      stopServerLast();
      DatabaseLogin owner = TestDatabases.fresh();
      DatabaseLogin service = TestDatabases.serviceOf(owner);
      superuser(context, owner);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "fresh database",
                  Map.of(
                      "spring.datasource.url", service.url(),
                      "spring.datasource.username", service.user(),
                      "spring.datasource.password", service.password(),
                      "spring.flyway.user", owner.user(),
                      "spring.flyway.password", owner.password(),
                      "spring.datasource.hikari.maximum-pool-size", "8",
                      "spring.datasource.hikari.minimum-idle", "1",
                      "closeknit.data", TestDatabases.folder().toString())));
    }

    private static void superuser(ConfigurableApplicationContext context, DatabaseLogin login) {
      var beans = (DefaultListableBeanFactory) context.getBeanFactory();
      var superuser = new Superuser(TestDatabases.superuserOf(login));
      beans.registerSingleton("superuser", superuser);
      beans.registerDisposableBean("superuser", superuser);
    }
  }
}
