package org.closeknit.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agreements under which agencies share. Read afresh at each decision: an ended one opens
 * nothing.
 */
@Component
public class Agreements {
  private final JdbcClient jdbc;

  Agreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that an agency is party to and that hold on a day. */
  public List<Agreement> of(AgencyId agency, LocalDate day) {
    return jdbc.sql(
            """
            select a.*, array(select p.agency_id from agreement_party p where p.agreement_id = a.id) as parties
              from agreement a
             where a.id in (select agreement_id from agreement_party where agency_id = :agency)
               and :day between a.valid_from and a.valid_until
             order by a.id
            """)
        .param("agency", agency.value())
        .param("day", day)
        .query(Agreements::agreement)
        .list();
  }

  private static Agreement agreement(ResultSet row, int unused) throws SQLException {
    return new Agreement(
        row.getString("id"),
        words(row, "parties").stream().map(AgencyId::new).collect(Collectors.toUnmodifiableSet()),
        row.getString("purpose"),
        words(row, "kinds"),
        row.getBoolean("content"),
        row.getBoolean("visit_reasons"),
        words(row, "involvements_open_for").stream()
            .map(Kind::read)
            .collect(Collectors.toUnmodifiableSet()),
        row.getBoolean("crosswalk"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("signed_by"));
  }

  private static Set<String> words(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .collect(Collectors.toUnmodifiableSet());
  }
}
