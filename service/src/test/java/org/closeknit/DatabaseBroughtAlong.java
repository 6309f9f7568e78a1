package org.closeknit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.closeknit.database.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseBroughtAlong {
  @TempDir Path parent;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeEach
  void settle() {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test", java.util.Map.of("closeknit.data", parent.resolve("data").toString())));
    new OwnDatabase().initialize(context);
    context.register(UsesItToTheEnd.class);
    context.refresh();
  }

  @Test
  void it_is_there_until_the_last_bean_is_gone_and_then_stops() {
    UsesItToTheEnd last = context.getBean(UsesItToTheEnd.class);
    long postgres = context.getBean(EmbeddedPostgres.class).pid();

    context.close();

    assertThat(last.answers).containsExactly("answered at the end");
    assertThat(ProcessHandle.of(postgres).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Configuration
  @Import({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
  })
  static class UsesItToTheEnd {
    final List<String> answers = new ArrayList<>();

    @Bean
    DisposableBean last(JdbcClient jdbc) {
      return () ->
          answers.add(jdbc.sql("SELECT 'answered at the end'").query(String.class).single());
    }
  }
}
