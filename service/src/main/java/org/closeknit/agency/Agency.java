package org.closeknit.agency;

import java.time.Duration;
import org.closeknit.person.AgencyId;

/** A body that takes part. {@code officeHours} reads {@code Mon-Fri 08:30-17:30}, Europe/London. */
public record Agency(
    AgencyId id,
    String name,
    Kind kind,
    String nation,
    String ods,
    String officePhone,
    String officeHours,
    String emergencyPhone,
    String dutyDeskEmail,
    Duration escalateAfter,
    int dailyChildren,
    int dailyChildrenAtDesk) {

  /** More than anybody can deal with in a day: one different child every three minutes. */
  private static final int ENOUGH_FOR_A_DESK = 150;

  /** One that has said nothing of its desk. */
  public Agency(
      AgencyId id,
      String name,
      Kind kind,
      String nation,
      String ods,
      String officePhone,
      String officeHours,
      String emergencyPhone,
      String dutyDeskEmail,
      Duration escalateAfter,
      int dailyChildren) {
    this(
        id,
        name,
        kind,
        nation,
        ods,
        officePhone,
        officeHours,
        emergencyPhone,
        dutyDeskEmail,
        escalateAfter,
        dailyChildren,
        Math.max(dailyChildren, ENOUGH_FOR_A_DESK));
  }

  /** How many different children one person of a role may be shown in a day. */
  public int dailyChildren(Role role) {
    return role.isDutyDesk() ? dailyChildrenAtDesk : dailyChildren;
  }
}
