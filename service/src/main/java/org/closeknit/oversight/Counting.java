package org.closeknit.oversight;

import java.time.InstantSource;
import java.time.LocalDate;
import org.closeknit.pages.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts at whom people look, each child once a day, and without a ground once for good. */
@Component
class Counting {
  static final int WINDOW = 28;

  /** So long one look is remembered beside the next one at the same child. */
  private static final int REMEMBERED = 90;

  /** Before enough is known of a kind of work: as many as elsewhere. */
  private static final double AT_FIRST = 0.06;

  private static final double LOOKS_AT_FIRST = 1_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Counting(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** On how many days by now this person looked at this child without a ground. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int count(LookedAt look, Ground ground) {
    int days = ground.explains() ? 0 : without(look);
    int first =
        jdbc.sql(
                "insert into look_counted (actor, day, child_id) values (?, ?, ?) on conflict do nothing")
            .params(look.actor(), look.day(), look.child().value())
            .update();
    if (first == 1) {
      add(look, days == 1);
    }
    return days;
  }

  private int without(LookedAt look) {
    return jdbc.sql(
            """
            insert into look_without_ground as l (actor, child_id, first_day, last_day, days)
            values (:actor, :child, :day, :day, 1)
            on conflict (actor, child_id) do update
               set days = l.days + case when l.last_day < excluded.last_day then 1 else 0 end,
                   last_day = greatest(l.last_day, excluded.last_day)
            returning days
            """)
        .param("actor", look.actor())
        .param("child", look.child().value())
        .param("day", look.day())
        .query(Integer.class)
        .single();
  }

  private void add(LookedAt look, boolean without) {
    jdbc.sql(
            """
            insert into looks_of_day as d (actor, day, actor_name, agency_id, role, children, without)
            values (:actor, :day, :name, :agency, :role, 1, :without)
            on conflict (actor, day) do update
               set children = d.children + 1, without = d.without + excluded.without
            """)
        .param("actor", look.actor())
        .param("day", look.day())
        .param("name", look.name())
        .param("agency", look.agency().value())
        .param("role", look.role())
        .param("without", without ? 1 : 0)
        .update();
  }

  /** The part of looks without a ground among people of the same work, over four weeks. */
  double usual(LookedAt look) {
    return jdbc.sql(
            """
            select (coalesce(sum(without), 0) + :looks * :share) / (coalesce(sum(children), 0) + :looks)
              from looks_of_day
             where agency_id = :agency and role = :role and day between :from and :day
            """)
        .param("looks", LOOKS_AT_FIRST)
        .param("share", AT_FIRST)
        .param("agency", look.agency().value())
        .param("role", look.role())
        .param("from", look.day().minusDays(WINDOW))
        .param("day", look.day())
        .query(Double.class)
        .single();
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "Europe/London")
  @Transactional
  public void forget() {
    LocalDate settled =
        LocalDate.ofInstant(clock.instant().minus(Settling.LATE_ENTRIES), Dates.ZONE);
    jdbc.sql("delete from look_counted where day < ?").param(settled.minusDays(1)).update();
    jdbc.sql("delete from look_without_ground where last_day < ?")
        .param(settled.minusDays(REMEMBERED))
        .update();
    jdbc.sql("delete from looks_of_day where day < ?")
        .param(settled.minusDays(REMEMBERED))
        .update();
  }
}
