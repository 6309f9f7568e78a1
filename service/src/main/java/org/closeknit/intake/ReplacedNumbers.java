package org.closeknit.intake;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.submission.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * NHS numbers that an agency has itself replaced: its verified newer number for the same person
 * makes the one before it a superseded one (CPR05).
 */
@Component
class ReplacedNumbers {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  ReplacedNumbers(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Replaced(String localId, NhsNumber number) {
    static Optional<Replaced> in(Line line) {
      return line.nhsNumber().map(number -> new Replaced(line.localId(), number));
    }
  }

  Set<Replaced> among(AgencyId agency, Collection<String> localIds) {
    return new HashSet<>(
        jdbc.sql(
                """
                select local_id, nhs_number from replaced_number
                 where agency_id = ? and local_id = any(?)
                """)
            .params(agency.value(), localIds.toArray(String[]::new))
            .query((row, unused) ->
                new Replaced(row.getString("local_id"), new NhsNumber(row.getString("nhs_number"))))
            .list());
  }

  /** Notes what the new records replace, and that a number which is verified again is none. */
  void note(AgencyId agency, Map<String, PersonRecord> before, Collection<NewRecord> now) {
    for (NewRecord record : now) {
      Optional<NhsNumber> number = record.nhsNumber().filter(unused -> record.nhsNumberVerified());
      if (number.isEmpty()) {
        continue;
      }
      Optional.ofNullable(before.get(record.localId()))
          .flatMap(held -> held.says().nhsNumber())
          .filter(held -> !held.equals(number.get()))
          .ifPresent(held -> replace(agency, record.localId(), held, number.get()));
    }
  }

  private void replace(AgencyId agency, String localId, NhsNumber old, NhsNumber now) {
    jdbc.sql(
            """
            insert into replaced_number (agency_id, local_id, nhs_number, replaced_at)
            values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(agency.value(), localId, old.digits(), Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            delete from replaced_number
             where agency_id = ? and local_id = ? and nhs_number = ?
            """)
        .params(agency.value(), localId, now.digits())
        .update();
  }
}
