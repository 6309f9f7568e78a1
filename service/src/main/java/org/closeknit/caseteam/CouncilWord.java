package org.closeknit.caseteam;

import java.time.LocalDate;
import org.closeknit.person.AgencyId;

/**
 * What a council has said of a child and not taken back: a status, or that somebody works with it.
 *
 * @param arrival the order in which such words came; statuses stand before all
 */
record CouncilWord(
    AgencyId council, boolean status, LocalDate begins, LocalDate ends, long arrival) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(begins) && !day.isAfter(ends);
  }
}
