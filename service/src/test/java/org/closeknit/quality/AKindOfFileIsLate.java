package org.closeknit.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AKindOfFileIsLate {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private static List<Instant> hoursAgo(Integer... hours) {
    return Stream.of(hours).map(ago -> NOW.minus(Duration.ofHours(ago))).toList();
  }

  @Test
  void when_nothing_came_for_twice_the_usual_time() {
    assertThat(Freshness.late(hoursAgo(49, 73, 97, 121), NOW)).isTrue();
    assertThat(Freshness.late(hoursAgo(47, 71, 95, 119), NOW)).isFalse();
  }

  @Test
  void and_one_long_holiday_does_not_make_a_new_usual_time() {
    assertThat(Freshness.late(hoursAgo(49, 73, 97, 900), NOW)).isTrue();
  }

  @Test
  void and_never_within_a_day_though_it_comes_each_minute() {
    assertThat(Freshness.late(hoursAgo(29, 30, 31, 32), NOW)).isFalse();
  }

  @Test
  void and_not_after_one_file_or_two() {
    assertThat(Freshness.late(hoursAgo(2000), NOW)).isFalse();
    assertThat(Freshness.late(hoursAgo(2000, 2001), NOW)).isFalse();
    assertThat(Freshness.late(List.of(), NOW)).isFalse();
  }
}
