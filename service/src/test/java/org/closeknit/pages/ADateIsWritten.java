package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ADateIsWritten {
  private final Dates dates = new Dates(Instant.parse("2026-11-23T10:24:31Z"));

  @Nested
  class With_its_certainty {
    @Test
    void an_exact_time_stands_beside_its_day() {
      var when = dates.exact(Instant.parse("2026-11-23T09:12:40Z"));

      assertThat(when).hasToString("23 Nov 2026, today 09:12");
      assertThat(when.datetime()).isEqualTo("2026-11-23T09:12:00Z");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-07-11 | 11 Jul 2026, Sat",
          "2026-11-22 | 22 Nov 2026, yesterday",
          "2026-05    | May 2026, day not known",
          "2021       | 2021, month not known",
          "2026-09-05 | 5 Sep 2026, Sat"
        })
    void a_shorter_date_says_what_is_not_known(String iso, String written) {
      assertThat(dates.partial(iso)).hasToString(written);
      assertThat(dates.partial(iso).datetime()).isEqualTo(iso);
    }

    @Test
    void about_a_day_gives_no_machine_a_day() {
      var when = dates.about("2026-09-05", "a week");

      assertThat(when).hasToString("about 5 Sep 2026, give or take a week");
      assertThat(when.datetime()).isEmpty();
    }

    @Test
    void nothing_known_says_before_when() {
      assertThat(dates.unknownBefore(LocalDate.of(2026, 6, 12)))
          .hasToString("date not known, before 12 Jun 2026");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-10-02 | 2026-10-09 | 2 to 9 Oct 2026",
          "2026-07-12 | 2026-09-05 | 12 Jul to 5 Sep 2026",
          "2025-12-30 | 2026-01-02 | 30 Dec 2025 to 2 Jan 2026"
        })
    void a_period_names_each_part_once(LocalDate from, LocalDate to, String written) {
      assertThat(dates.period(from, to)).hasToString(written);
    }
  }

  @Nested
  class As_time_here {
    @Test
    void summer_time_is_an_hour_ahead() {
      assertThat(dates.time(Instant.parse("2026-07-11T23:30:00Z"))).isEqualTo("00:30");
      assertThat(dates.exact(Instant.parse("2026-07-11T23:30:00Z")).lead())
          .isEqualTo("12 Jul 2026");
    }

    @Test
    void a_moment_names_the_day_in_words() {
      assertThat(dates.moment(Instant.parse("2026-11-20T16:40:00Z"))).isEqualTo("Fri 20 Nov 16:40");
      assertThat(dates.moment(Instant.parse("2026-11-22T22:00:00Z"))).isEqualTo("yesterday 22:00");
      assertThat(dates.moment(Instant.parse("2025-02-14T16:02:00Z")))
          .isEqualTo("Fri 14 Feb 2025 16:02");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-23T10:42:31Z, in 18 minutes",
      "2026-11-23T10:25:00Z, now",
      "2026-11-23T10:00:00Z, 24 minutes late",
      "2026-11-25T10:24:31Z, in 2 days"
    })
    void how_long_is_left_stands_beside_a_time(Instant at, String words) {
      assertThat(dates.until(at)).isEqualTo(words);
    }

    @Test
    void what_is_past_says_how_long_ago() {
      assertThat(dates.ago(Instant.parse("2026-11-14T06:00:00Z"))).isEqualTo("9 days ago");
      assertThat(dates.ago(Instant.parse("2026-11-23T10:24:00Z"))).isEqualTo("now");
    }
  }

  @Nested
  class Of_birth {
    @ParameterizedTest
    @CsvSource({
      "2019-03-14, 7 years",
      "2024-11-23, 2 years",
      "2024-11-24, 23 months",
      "2026-02-02, 9 months",
      "2026-10-26, 4 weeks",
      "2026-10-27, 27 days",
      "2026-11-22, 1 day",
      "2026-11-23, 0 days"
    })
    void an_age_is_in_the_unit_that_fits(LocalDate born, String age) {
      assertThat(dates.age(born)).isEqualTo(age);
    }

    @Test
    void beside_the_birth_date_years_stand_alone() {
      assertThat(dates.shortAge(LocalDate.of(2019, 3, 14))).isEqualTo("7");
      assertThat(dates.shortAge(LocalDate.of(2026, 2, 2))).isEqualTo("9 months");
    }
  }

  @Nested
  class When_it_was_learned_later {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-09-05 | 2026-11-04 | learned 4 Nov, 8 weeks later",
          "2026-08-05 | 2026-11-04 | learned 4 Nov, 2 months later",
          "2026-11-21 | 2026-11-22 | learned 22 Nov, 1 day later",
          "2026-11-21 | 2026-11-21 | ''"
        })
    void the_gap_is_said(LocalDate happened, LocalDate learned, String words) {
      assertThat(dates.later("learned", happened, learned)).isEqualTo(words);
    }
  }

  @Nested
  class When_something_is_due {
    @ParameterizedTest
    @CsvSource({
      "2026-11-23, today",
      "2026-11-24, tomorrow",
      "2026-11-26, in 3 days",
      "2026-11-21, 2 days late"
    })
    void the_days_are_counted(LocalDate day, String words) {
      assertThat(dates.due(day)).isEqualTo(words);
    }
  }
}
