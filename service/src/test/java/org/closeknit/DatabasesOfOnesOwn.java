package org.closeknit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesOfOnesOwn {
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 18, 21})
  void postgresql_15_and_newer_will_do(int major) {
    assertThatCode(() -> FitForUse.requireRecent("PostgreSQL", major, major + ".1"))
        .doesNotThrowAnyException();
  }

  @Test
  void an_older_one_is_refused_by_its_version() {
    assertThatThrownBy(() -> FitForUse.requireRecent("PostgreSQL", 14, "14.19"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("14.19")
        .hasMessageContaining("PostgreSQL 15 or newer");
  }

  @Test
  void another_product_is_refused_by_its_name() {
    assertThatThrownBy(() -> FitForUse.requireRecent("Another", 20, "20"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("Another 20");
  }

  @Test
  void one_that_cannot_be_reached_is_refused_in_one_line_before_anything_is_written() {
    assertThat(
            LookAtDatabase.refused(
                Map.of(
                    "SPRING_DATASOURCE_URL",
                    "jdbc:postgresql://127.0.0.1:1/closeknit",
                    "SPRING_DATASOURCE_USERNAME",
                    "closeknit",
                    "SPRING_DATASOURCE_PASSWORD",
                    "a-secret")))
        .hasValueSatisfying(why ->
            assertThat(why)
                .startsWith("The database cannot be reached")
                .doesNotContain("\n", "a-secret"));
  }
}
