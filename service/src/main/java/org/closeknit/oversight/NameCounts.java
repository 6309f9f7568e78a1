package org.closeknit.oversight;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.closeknit.pages.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How common names and places are among all that is held: counted anew each day, kept in memory.
 */
@Component
class NameCounts {
  private static final LocalDate NEVER = LocalDate.EPOCH;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private volatile Counts counts = new Counts(NEVER, Map.of(), Map.of(), Map.of(), 0, 0);

  NameCounts(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of one day. */
  record Counts(
      LocalDate day,
      Map<String, Integer> families,
      Map<WholeName, Integer> adults,
      Map<String, Integer> places,
      int children,
      int grown) {
    double family(String name) {
      return Share.of(families.getOrDefault(name, 1), children);
    }

    double adult(WholeName name) {
      return Share.of(adults.getOrDefault(name, 1), grown);
    }

    double place(String postcode) {
      return Share.of(places.getOrDefault(postcode, 1), children);
    }
  }

  Counts today() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    Counts last = counts;
    if (!last.day().equals(today)) {
      last = count(today);
      counts = last;
    }
    return last;
  }

  private Counts count(LocalDate today) {
    var families = new HashMap<String, Integer>();
    var adults = new HashMap<WholeName, Integer>();
    var places = new HashMap<String, Integer>();
    var sums = new int[2];
    jdbc.sql(
            """
            select kind = 'ADULT' as grown, family_name, case when kind = 'ADULT' then given_names else '' end,
                   postcode, count(*)
              from person_record where withdrawn_on is null group by 1, 2, 3, 4
            """)
        .query(row -> {
          int times = row.getInt(5);
          if (row.getBoolean(1)) {
            sums[1] += times;
            WholeName.of(row.getString(3), row.getString(2))
                .ifPresent(name -> adults.merge(name, times, Integer::sum));
          } else {
            sums[0] += times;
            families.merge(WholeName.family(row.getString(2)), times, Integer::sum);
            String code = Closeness.street(row.getString(4));
            places.merge(code, times, Integer::sum);
            places.merge(Closeness.sector(code), times, Integer::sum);
          }
        });
    return new Counts(today, families, adults, places, sums[0], sums[1]);
  }
}
