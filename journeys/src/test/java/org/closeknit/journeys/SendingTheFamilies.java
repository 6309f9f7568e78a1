package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.Filed;
import org.closeknit.journeys.families.MadeUpFamilies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTheFamilies {

  private static final MadeUpFamilies MADE =
      MadeUpFamilies.of(MadeUpFamilies.SHIPPED_SEED, LocalDate.of(2026, 11, 23), Cast.shipped());

  @TempDir Path data;
  private PretendService pretend;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    pretend = new PretendService();
    Bootstrap.write(data, Secrets.from(new Random(1)));
  }

  @AfterEach
  void stop() {
    pretend.close();
  }

  @Test
  void every_line_is_sent_and_counted() throws Exception {
    Tally tally = send();

    int lines = MADE.figures().lines().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(tally.received()).isEqualTo(lines);
    assertThat(tally.accepted()).isEqualTo(lines);
    assertThat(tally.refused()).isZero();
  }

  @Test
  void people_come_before_what_hangs_on_them() throws Exception {
    send();

    assertThat(pretend.kinds().stream().distinct())
        .containsExactly("people", "relationships", "statuses", "involvements", "events", "visits");
  }

  @Test
  void a_second_run_sends_nothing_twice() throws Exception {
    send();
    int first = pretend.submissions();

    assertThat(send().refused()).isZero();

    assertThat(pretend.submissions()).isEqualTo(first);
  }

  @Test
  void a_run_that_broke_off_is_taken_up_by_the_next() throws Exception {
    pretend.stopsAfter(10);
    assertThatThrownBy(this::send)
        .isInstanceOf(CommandLine.Failed.class)
        .hasMessageContaining("500")
        .hasMessageNotContaining("\n");
    pretend.stopsAfter(Integer.MAX_VALUE);

    send();

    assertThat(pretend.kinds()).hasSize(pretend.submissions());
  }

  @Test
  void a_service_that_is_busy_is_asked_again() throws Exception {
    pretend.isBusy(3);

    assertThat(send().refused()).isZero();
  }

  @Test
  void a_receipt_that_is_still_being_worked_on_is_waited_for() throws Exception {
    pretend.worksOnItFor(4);

    assertThat(send().refused()).isZero();
  }

  @Test
  void refused_lines_fail_the_run_and_their_rules_are_told() throws Exception {
    pretend.refusesTheFirstLine();

    Tally tally = send();

    assertThat(tally.refused()).isEqualTo(pretend.submissions());
    assertThat(tally.told()).contains("CPR07 the date is in the future");
    try (Remote remote = remote()) {
      assertThatThrownBy(() -> Seed.send(remote, data, MADE, progress()))
          .isInstanceOf(CommandLine.Failed.class);
    }
  }

  @Test
  void nobody_there_is_said_in_one_line() {
    pretend.close();

    assertThatThrownBy(this::send)
        .isInstanceOf(CommandLine.Failed.class)
        .hasMessageContaining("Nothing answers at http://127.0.0.1");
  }

  @Test
  void progress_names_no_person() throws Exception {
    send();

    String lines = shown.toString(StandardCharsets.UTF_8);
    assertThat(lines).contains("0 %").contains("100 %");
    List<String> people =
        MADE.lines("northmere-council", Filed.PEOPLE).stream().map(List::getFirst).toList();
    assertThat(people).noneMatch(lines::contains);
  }

  @Test
  void a_later_run_tells_the_story_of_the_first_day() throws IOException {
    InstantSource first = InstantSource.fixed(java.time.Instant.parse("2026-11-23T10:00:00Z"));
    InstantSource later = InstantSource.fixed(java.time.Instant.parse("2026-12-24T10:00:00Z"));

    assertThat(Seed.day(data, first)).isEqualTo("2026-11-23");
    assertThat(Seed.day(data, later)).isEqualTo("2026-11-23");
  }

  private Tally send() throws IOException, InterruptedException {
    try (Remote remote = remote()) {
      return new Sending(remote, Machine.in(data), MADE, progress()).all();
    }
  }

  private Remote remote() {
    URI address = pretend.address();
    return new Remote(address, Duration.ofMillis(1));
  }

  private Progress progress() {
    return new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
  }
}
