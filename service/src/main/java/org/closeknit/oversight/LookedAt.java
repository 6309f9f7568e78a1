package org.closeknit.oversight;

import java.time.Instant;
import java.time.LocalDate;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;

/** A look as the log holds it. */
record LookedAt(
    long entry,
    Instant at,
    String actor,
    String name,
    String role,
    AgencyId agency,
    String action,
    ChildId child) {
  LocalDate day() {
    return at.atZone(Dates.ZONE).toLocalDate();
  }
}
