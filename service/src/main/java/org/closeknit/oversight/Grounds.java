package org.closeknit.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closeknit.access.Gate;
import org.closeknit.access.Wall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands written down about why somebody looked: read days after the look, when late entries
 * have come, by one question for many looks.
 */
@Component
class Grounds {
  /** A case that moves: for so many days before they are named, and after they have left. */
  private static final String OF_LOOKS =
      """
      with look as (
        select e.id, e.actor, e.agency_id, e.actor_role, e.child_id, e.at,
               (e.at at time zone 'Europe/London')::date as day, s.worker_id, s.team_id
          from audit_entry e left join staff s on s.id::text = e.actor
         where e.id = any(:entries)),
      work as (
        select l.id, i.agency_id = l.agency_id and i.worker_id = l.worker_id as own,
               i.agency_id = l.agency_id
                 and (i.team <> '' and exists (select from involvement mine
                                                where mine.agency_id = l.agency_id
                                                  and mine.worker_id = l.worker_id and mine.team = i.team)
                      or exists (select from staff other
                                  where other.agency_id = i.agency_id and other.worker_id = i.worker_id
                                    and other.team_id = l.team_id)) as team,
               i.agency_id = l.agency_id and i.from_day >= l.day - 7 as begun
          from look l
          join person_record p on p.child_id = l.child_id
          join involvement i on i.record_id = p.id
         where i.withdrawn_on is null and i.worker_id <> ''
           and i.from_day <= l.day + 30 and coalesce(i.to_day, 'infinity') >= l.day - 90)
      select l.id,
             exists (select from work w where w.id = l.id and w.own) as own,
             exists (select from work w where w.id = l.id and w.team) as team,
             exists (select from work w where w.id = l.id and w.begun)
               or exists (select from person_record p join visit v on v.record_id = p.id
                           where p.child_id = l.child_id and v.agency_id = l.agency_id
                             and v.submission_id is not null and v.withdrawn_on is null
                             and v.arrived_first between l.day - 3 and l.day + 3)
               or exists (select from person_record p join event_entry v on v.record_id = p.id
                           where p.child_id = l.child_id and v.agency_id = l.agency_id
                             and v.withdrawn_on is null
                             and v.recorded_at between l.at - interval '7 days' and l.at + interval '7 days')
               or exists (select from person_record p join status v on v.record_id = p.id
                           where p.child_id = l.child_id and v.agency_id = l.agency_id
                             and v.start_first between l.day - 14 and l.day + 30) as seen,
             exists (select from person_record p
                       join audit_record r on r.record_id = p.id
                       join audit_entry o on o.id = r.audit_id
                      where p.child_id = l.child_id and o.agency_id = l.agency_id
                        and o.actor <> l.actor and o.actor_role = l.actor_role
                        and o.outcome like 'allowed%' and o.action <> 'listed own children'
                        and o.at between l.at - interval '2 days' and l.at + interval '2 days') as looked
        from look l
      """;

  private final JdbcClient jdbc;

  private final Wall wall;

  Grounds(JdbcClient jdbc, Wall wall) {
    this.jdbc = jdbc;
    this.wall = wall;
  }

  /** By the number of the entry. */
  Map<Long, Ground> of(List<LookedAt> looks) {
    var grounds = new HashMap<Long, Ground>();
    if (looks.isEmpty()) {
      return grounds;
    }
    // Each look is held against what its own agency keeps, and nobody else's.
    looks.stream()
        .map(LookedAt::agency)
        .distinct()
        .forEach(agency -> {
          wall.keep(Gate.VISITS, agency);
          wall.keep(Gate.EVENTS, agency);
          wall.keep(Gate.STATUSES, agency);
        });
    jdbc.sql(OF_LOOKS)
        .param("entries", looks.stream().map(LookedAt::entry).toArray(Long[]::new))
        .query(row -> {
          grounds.put(
              row.getLong("id"),
              ground(
                  row.getBoolean("own"),
                  row.getBoolean("team"),
                  row.getBoolean("seen"),
                  row.getBoolean("looked")));
        });
    return grounds;
  }

  private static Ground ground(boolean own, boolean team, boolean seen, boolean looked) {
    if (own) {
      return Ground.WORKS_WITH_THE_CHILD;
    }
    if (team) {
      return Ground.TEAM_WORKS_WITH_THE_CHILD;
    }
    if (seen) {
      return Ground.AGENCY_SAW_THE_CHILD;
    }
    return looked ? Ground.TEAM_LOOKED : Ground.NONE;
  }
}
