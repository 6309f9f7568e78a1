package org.closeknit.journeys.cast;

import java.util.List;

/** An agency that sends what it holds, and the desk that answers when nobody else does. */
public record Agency(
    String id,
    String name,
    String kind,
    String nation,
    String ods,
    String officePhone,
    String officeHours,
    String emergencyPhone,
    int escalateAfterMinutes,
    int dailyChildren,
    List<Team> teams) {

  public Agency {
    teams = List.copyOf(teams);
  }

  public boolean is(String wantedKind) {
    return kind.equals(wantedKind);
  }

  public boolean in(String wantedNation) {
    return nation.equals(wantedNation);
  }

  public String dutyDeskEmail() {
    return "duty." + id + "@example.org";
  }

  public String clientId() {
    return id + "-system";
  }

  public List<String> scopes() {
    return is("hospital")
        ? List.of("submissions", "enquiries", "notices", "chronology", "crosswalk")
        : List.of("submissions", "notices", "chronology", "crosswalk");
  }
}
