package org.closeknit.emergency;

import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a child stays open in an emergency, by what each agency has set: one to four hours. */
@Component
class Hours {
  static final int MOST = 4;

  private final JdbcClient jdbc;

  Hours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int of(AgencyId agency) {
    return jdbc.sql("select emergency_hours from agency where id = ?")
        .param(agency.value())
        .query(Integer.class)
        .single();
  }

  void set(AgencyId agency, int hours) {
    jdbc.sql("update agency set emergency_hours = ? where id = ?")
        .params(Math.clamp(hours, 1, MOST), agency.value())
        .update();
  }
}
