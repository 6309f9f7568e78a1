package org.closeknit.oversight;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks about whoever looks at many more children without a ground than others with the same work,
 * in a day or slowly over four weeks.
 */
@Component
class Trawls {
  private static final String WATCH = "trawls";

  private final JdbcClient jdbc;
  private final LogReading log;
  private final RaisedFindings findings;
  private final InstantSource clock;

  Trawls(JdbcClient jdbc, LogReading log, RaisedFindings findings, InstantSource clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.findings = findings;
    this.clock = clock;
  }

  private record Row(
      String actor, String name, AgencyId agency, String role, int children, int without) {}

  /** Each day that is settled once, by its number since 1970. */
  @Scheduled(fixedDelayString = "${closeknit.oversight.trawls-every:PT10M}")
  @Transactional
  public void ask() {
    LocalDate day =
        LocalDate.ofInstant(clock.instant().minus(Settling.LATE_ENTRIES), Dates.ZONE).minusDays(1);
    if (log.isMine(WATCH) && asked().filter(last -> last >= day.toEpochDay()).isEmpty()) {
      ask(day, 1);
      ask(day, Counting.WINDOW);
      log.reach(WATCH, day.toEpochDay());
    }
  }

  private Optional<Long> asked() {
    return jdbc.sql("select place from watch_reached where watch = ?")
        .param(WATCH)
        .query(Long.class)
        .optional();
  }

  private void ask(LocalDate day, int days) {
    Map<String, List<Row>> ofWork =
        rows(day.minusDays(days - 1L), day).stream()
            .collect(Collectors.groupingBy(row -> row.agency() + " " + row.role()));
    ofWork.values().forEach(people -> ask(people, day, days));
  }

  private void ask(List<Row> people, LocalDate day, int days) {
    Usual usual =
        Usual.of(
            people.stream().mapToInt(Row::children).toArray(),
            people.stream().mapToInt(Row::without).toArray());
    people.forEach(row ->
        new Tally(days, row.children(), row.without(), usual.share(), usual.spread())
            .words()
            .ifPresent(words -> raise(row, day, words)));
  }

  private void raise(Row row, LocalDate day, String words) {
    findings.raise(
        new Found(
            row.agency(),
            row.actor(),
            row.name(),
            row.role(),
            row.agency(),
            Reason.Kind.MANY,
            Found.MANY,
            Optional.empty(),
            List.of(words),
            day.plusDays(1).atStartOfDay(Dates.ZONE).minusSeconds(1).toInstant()));
  }

  private List<Row> rows(LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select actor, max(actor_name), agency_id, role, sum(children), sum(without) from looks_of_day
             where day between ? and ? group by actor, agency_id, role
            """)
        .params(from, until)
        .query((row, unused) ->
            new Row(
                row.getString(1),
                row.getString(2),
                new AgencyId(row.getString(3)),
                row.getString(4),
                row.getInt(5),
                row.getInt(6)))
        .list();
  }
}
