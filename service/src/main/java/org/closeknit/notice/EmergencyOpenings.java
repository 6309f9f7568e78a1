package org.closeknit.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.access.Access;
import org.closeknit.access.ChildOpenedInEmergency;
import org.closeknit.access.Emergency;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of a child that somebody opened in an emergency: the lead professional, or the desks of the
 * councils that answer for the child, and the information governance officer of whoever opened it.
 */
@Component
class EmergencyOpenings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Notices notices;
  private final CaseTeams teams;
  private final Agencies agencies;
  private final Access access;

  EmergencyOpenings(Notices notices, CaseTeams teams, Agencies agencies, Access access) {
    this.notices = notices;
    this.teams = teams;
    this.agencies = agencies;
    this.access = access;
  }

  /** In the transaction of the opening: one of which nobody is told does not happen. */
  @EventListener
  void on(ChildOpenedInEmergency opened) {
    Emergency emergency = opened.emergency();
    Optional<Staff> lead = teams.lead(opened.child(), day(emergency.openedAt()));
    Set<AgencyId> councils =
        lead.map(staff -> Set.of(staff.agency()))
            .orElseGet(() -> access.team(opened.child(), opened.asker()).confirming());
    councils.forEach(council -> notices.raise(toCouncil(opened, council, lead)));
    List<StaffId> officers = officers(opened.asker().agency().id());
    if (!officers.isEmpty()) {
      notices.raise(
          NewNotice.ofNoChild(
              "emergency " + emergency.id(),
              opened.asker().agency().id(),
              officers,
              "{who} opened a child’s record in an emergency: look at it under Emergencies",
              facts(opened.asker())));
    }
  }

  private NewNotice toCouncil(
      ChildOpenedInEmergency opened, AgencyId council, Optional<Staff> lead) {
    ChildRecords child = opened.child();
    Emergency emergency = opened.emergency();
    Map<String, String> facts = facts(opened.asker());
    facts.put("phone", opened.asker().agency().officePhone());
    facts.put("why", emergency.reason().words() + ": " + emergency.words());
    facts.put("when", emergency.openedAt().toString());
    return new NewNotice(
        "access",
        "emergency " + emergency.id(),
        child,
        child.keptBy(council).stream().map(AgencyRecord::id).findFirst(),
        council,
        lead.map(Staff::id).stream().toList(),
        lead.isEmpty(),
        "{who} opened {child}’s record in an emergency",
        facts);
  }

  private static Map<String, String> facts(Asker.Worker asker) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("who", asker.name());
    facts.put("role", asker.roleWords());
    facts.put("place", asker.agency().name());
    return facts;
  }

  private List<StaffId> officers(AgencyId agency) {
    List<Staff> staff = agencies.staffOf(agency);
    List<StaffId> officers = with(staff, Role.INFORMATION_GOVERNANCE_OFFICER);
    return officers.isEmpty() ? with(staff, Role.ADMINISTRATOR) : officers;
  }

  private static List<StaffId> with(List<Staff> staff, Role role) {
    return staff.stream().filter(one -> one.role() == role).map(Staff::id).toList();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, LONDON);
  }
}
