package org.closeknit.journeys.cast;

import java.time.LocalDate;
import java.util.List;

/**
 * What a group of agencies has agreed to share, why, and for how long.
 *
 * @param involvementsOpenFor the kinds of agency whose word, that one of their people works with a
 *     child, opens what the others hold without being confirmed
 */
public record Agreement(
    String id,
    List<String> parties,
    String purpose,
    List<String> kinds,
    boolean content,
    boolean visitReasons,
    List<String> involvementsOpenFor,
    boolean crosswalk,
    LocalDate from,
    LocalDate until,
    String signedBy) {

  public Agreement {
    parties = List.copyOf(parties);
    kinds = List.copyOf(kinds);
    involvementsOpenFor = List.copyOf(involvementsOpenFor);
  }
}
