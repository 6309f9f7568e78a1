package org.closeknit.match;

import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;

/**
 * An agency's record of a person as it stands now.
 *
 * @param child the person that it is held to be of
 * @param says all that the agency says, of the line that came last and of those before it
 */
public record PersonRecord(RecordId id, ChildId child, NewRecord says) {
  public AgencyId keeper() {
    return says.agency();
  }

  /** What access needs to know of it. */
  public AgencyRecord outline() {
    return new AgencyRecord(id, keeper(), says.restricted().orElse(Restriction.NONE));
  }
}
