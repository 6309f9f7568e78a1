package org.closeknit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TheDatabaseIsLost {
  private final LostDatabase converter = new LostDatabase();

  @Test
  void what_fails_by_it_is_one_line_without_what_the_row_said() {
    String line =
        written(
            new IllegalStateException(
                "no transaction", new SQLException("Key (nhs_number)=(9434765919)", "57P01")));
    assertThat(line.lines()).hasSize(1);
    assertThat(line)
        .contains(
            "java.lang.IllegalStateException",
            "java.sql.SQLException 57P01",
            "at org.closeknit.TheDatabaseIsLost:")
        .doesNotContain("9434765919");
  }

  @Test
  void whatever_else_fails_keeps_its_stack() {
    assertThat(written(new IllegalStateException("a fault of ours")).lines()).hasSizeGreaterThan(3);
  }

  private String written(Throwable thrown) {
    converter.start();
    Logger logger = new LoggerContext().getLogger("test");
    return converter.convert(
        new LoggingEvent("test", logger, Level.ERROR, "A task failed", thrown, new Object[0]));
  }
}
