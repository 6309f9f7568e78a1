package org.closeknit.oversight;

import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works at an agency, those who have left too: a look of last week may be theirs. */
@Component
class Rosters {
  private final JdbcClient jdbc;

  Rosters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Colleagues of(AgencyId agency) {
    return new Colleagues(
        jdbc.sql(
                "select id, name, coalesce(team_id, ''), home_postcode from staff where agency_id = ?")
            .param(agency.value())
            .query((row, unused) ->
                new Colleagues.One(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .list());
  }
}
