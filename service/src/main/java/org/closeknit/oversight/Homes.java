package org.closeknit.oversight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people of an agency live, as far as its officer has told it: compared with where children
 * live, and shown to nobody again.
 */
@Component
class Homes {
  private final JdbcClient jdbc;
  private final Audit audit;

  Homes(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** One of the agency's people, and whether it is known where they live. */
  record Home(UUID person, String name, boolean known) {}

  List<Home> of(AgencyId agency) {
    return jdbc.sql(
            """
            select id, name, home_postcode <> '' from staff where agency_id = ? and active order by name
            """)
        .param(agency.value())
        .query((row, unused) ->
            new Home(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
        .list();
  }

  /**
   * False where it is nobody of the officer's agency.
   *
   * @param postcode blank to forget it
   */
  @Transactional
  public boolean say(Asker.Worker officer, UUID person, String postcode) {
    int said =
        jdbc.sql("update staff set home_postcode = ? where id = ? and agency_id = ?")
            .params(postcode, person, officer.agency().id().value())
            .update();
    if (said == 1) {
      audit.write(
          new Entry(
              officer,
              postcode.isEmpty() ? "forgot where a person lives" : "told where a person lives",
              "oversight",
              "allowed",
              Optional.empty(),
              List.of(),
              false,
              "person " + person));
    }
    return said == 1;
  }
}
