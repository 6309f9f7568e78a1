package org.closeknit.agency;

import java.time.LocalDate;
import java.util.Set;
import org.closeknit.person.AgencyId;

/**
 * A sharing agreement, as data.
 *
 * @param kinds which kinds of submission it covers, as {@code events}
 * @param content false: only that an agency is involved may be seen
 * @param visitReasons whether the reason of a visit may be seen by whoever asks the health check
 * @param involvementsOpenFor kinds of agency whose own word that somebody works with a child opens
 *     what the others hold; everybody else waits for a confirmation
 * @param until the last day on which it holds
 */
public record Agreement(
    String id,
    Set<AgencyId> parties,
    String purpose,
    Set<String> kinds,
    boolean content,
    boolean visitReasons,
    Set<Kind> involvementsOpenFor,
    boolean crosswalk,
    LocalDate from,
    LocalDate until,
    String signedBy) {

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
