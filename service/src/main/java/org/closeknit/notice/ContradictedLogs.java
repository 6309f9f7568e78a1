package org.closeknit.notice;

import java.util.List;
import java.util.Map;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.LogContradicted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every agency's information governance that a witness saw another log than is kept here. */
@Component
class ContradictedLogs {
  private final Notices notices;
  private final Agencies agencies;

  ContradictedLogs(Notices notices, Agencies agencies) {
    this.notices = notices;
    this.agencies = agencies;
  }

  /** Where an agency has no officer its administrators are told. */
  @EventListener
  void on(LogContradicted contradicted) {
    for (Agency agency : agencies.all()) {
      List<Staff> staff = agencies.staffOf(agency.id());
      List<StaffId> officers = with(staff, Role.INFORMATION_GOVERNANCE_OFFICER);
      List<StaffId> told = officers.isEmpty() ? with(staff, Role.ADMINISTRATOR) : officers;
      if (!told.isEmpty()) {
        tell(agency, told, contradicted);
      }
    }
  }

  private void tell(Agency agency, List<StaffId> told, LogContradicted contradicted) {
    notices.raise(
        NewNotice.ofNoChild(
            "contradicted log " + contradicted.witness(),
            agency.id(),
            told,
            "The log of who looked is not what a witness saw",
            Map.of("who", contradicted.witness(), "why", contradicted.why())));
  }

  private static List<StaffId> with(List<Staff> staff, Role role) {
    return staff.stream().filter(one -> one.role() == role).map(Staff::id).toList();
  }
}
