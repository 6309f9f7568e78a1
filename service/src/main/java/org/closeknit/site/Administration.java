package org.closeknit.site;

import java.util.List;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Register;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Component;

/**
 * What an administrator may change: their own agency; and where it runs the installation, every
 * agency and agreement, but of another agency's people only the administrators.
 */
@Component
class Administration {
  private final Agencies agencies;
  private final Register register;
  private final Audit audit;

  Administration(Agencies agencies, Register register, Audit audit) {
    this.agencies = agencies;
    this.register = register;
    this.audit = audit;
  }

  boolean runsAll(Asker.Worker administrator) {
    return register.runs(administrator.agency().id());
  }

  /** An agency that this administrator may look at and change. */
  Optional<Agency> agency(Asker.Worker administrator, String id) {
    boolean own = administrator.agency().id().value().equals(id);
    return own || runsAll(administrator) ? agencies.find(new AgencyId(id)) : Optional.empty();
  }

  /** The same, while it takes part. */
  Optional<Agency> active(Asker.Worker administrator, String id) {
    return agency(administrator, id).filter(agency -> register.isActive(agency.id()));
  }

  boolean isOwn(Asker.Worker administrator, Agency agency) {
    return administrator.agency().id().equals(agency.id());
  }

  /** Whom of an agency's people this administrator may see and change. */
  List<Staff> people(Asker.Worker administrator, Agency agency) {
    return agencies.staffOf(agency.id()).stream()
        .filter(person -> isOwn(administrator, agency) || person.role() == Role.ADMINISTRATOR)
        .toList();
  }

  Optional<Staff> person(Asker.Worker administrator, Agency agency, String id) {
    return ChildId.read(id).map(ChildId::value).map(StaffId::new).stream()
        .flatMap(
            one -> people(administrator, agency).stream().filter(person -> person.id().equals(one)))
        .findFirst();
  }

  /** Within the transaction of what was changed. {@code what} is an id of ours, never a name. */
  void write(Asker.Worker administrator, String action, String what) {
    audit.write(
        new Entry(
            administrator,
            action,
            "administration",
            "allowed",
            Optional.empty(),
            List.of(),
            false,
            what));
  }
}
