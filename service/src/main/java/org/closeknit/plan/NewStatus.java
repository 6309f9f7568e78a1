package org.closeknit.plan;

import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * A status as a line of a submission states it.
 *
 * @param record the child's, and for an unborn child the mother's
 * @param deletedOn given when it was added in error
 * @param officePhone blank where the agency's own counts
 */
public record NewStatus(
    RecordId record,
    AgencyId agency,
    UUID submission,
    int line,
    StatusKind kind,
    String category,
    PartialDate start,
    Optional<PartialDate> end,
    Optional<PartialDate> deletedOn,
    Optional<PartialDate> expectedBirthDate,
    String unbornLocalId,
    String officePhone,
    String emergencyPhone) {

  /** Only a status of an unborn child is told from others by what is known of that child. */
  public NewStatus {
    if (kind != StatusKind.UCPP) {
      expectedBirthDate = Optional.empty();
      unbornLocalId = "";
    }
  }
}
