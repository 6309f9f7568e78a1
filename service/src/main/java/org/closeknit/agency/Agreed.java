package org.closeknit.agency;

import java.time.LocalDate;
import java.util.List;
import org.closeknit.person.AgencyId;

/**
 * Who the agencies are and all that they have agreed, at one moment.
 *
 * @param agreements those that have ended or not begun too
 */
public record Agreed(Directory directory, List<Agreement> agreements) {
  public Agreed {
    agreements = List.copyOf(agreements);
  }

  /** Those that an agency is party to and that hold on a day. */
  public List<Agreement> of(AgencyId agency, LocalDate day) {
    return agreements.stream()
        .filter(one -> one.parties().contains(agency) && one.holdsOn(day))
        .toList();
  }
}
