package org.closeknit.quality;

import java.sql.Date;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps each day's figures; whichever instance measures last on a day leaves the day's. */
@Component
class Days {
  private static final System.Logger LOG = System.getLogger(Days.class.getName());

  private final Agencies agencies;
  private final Measuring measuring;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Days(Agencies agencies, Measuring measuring, JdbcClient jdbc, InstantSource clock) {
    this.agencies = agencies;
    this.measuring = measuring;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param numberless absent for days of before it was kept, as {@code replaced}
   */
  record Day(
      LocalDate day,
      int people,
      int found,
      int refused,
      Optional<Integer> numberless,
      Optional<Integer> replaced) {
    static Day of(LocalDate day, Figures now) {
      return new Day(
          day,
          now.people(),
          now.found(),
          now.refused().size(),
          Optional.of(now.numberless()),
          Optional.of(now.replaced()));
    }
  }

  @Scheduled(
      initialDelayString = "${closeknit.quality.first:PT5M}",
      fixedDelayString = "${closeknit.quality.every:PT1H}")
  void keep() {
    for (Agency agency : agencies.all()) {
      try {
        keep(agency);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "The quality of a day was not kept: " + e.getClass());
      }
    }
  }

  private void keep(Agency agency) {
    Figures figures = measuring.of(agency);
    if (figures.people() == 0 && figures.refused().isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into quality_day (agency_id, day, people, found, refused, numberless, replaced)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (agency_id, day) do update
               set people = excluded.people, found = excluded.found, refused = excluded.refused,
                   numberless = excluded.numberless, replaced = excluded.replaced
            """)
        .params(
            agency.id().value(),
            Date.valueOf(LocalDate.ofInstant(clock.instant(), Measuring.LONDON)),
            figures.people(),
            figures.found(),
            figures.refused().size(),
            figures.numberless(),
            figures.replaced())
        .update();
  }

  /** The last day that was measured in each month from a day on, the earliest month first. */
  List<Day> months(AgencyId agency, LocalDate from) {
    return jdbc.sql(
            """
            select distinct on (date_trunc('month', day)) day, people, found, refused, numberless, replaced
              from quality_day
             where agency_id = ? and day >= ?
             order by date_trunc('month', day), day desc
            """)
        .params(agency.value(), Date.valueOf(from))
        .query((row, unused) ->
            new Day(
                row.getDate("day").toLocalDate(),
                row.getInt("people"),
                row.getInt("found"),
                row.getInt("refused"),
                Optional.ofNullable(row.getObject("numberless", Integer.class)),
                Optional.ofNullable(row.getObject("replaced", Integer.class))))
        .list();
  }
}
