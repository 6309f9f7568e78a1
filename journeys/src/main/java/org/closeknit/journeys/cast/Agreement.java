package org.closeknit.journeys.cast;

import java.time.LocalDate;
import java.util.List;

/** What a group of agencies has agreed to share, why, and for how long. */
public record Agreement(
    String id,
    List<String> parties,
    String purpose,
    List<String> kinds,
    boolean content,
    boolean visitReasons,
    boolean involvementsOpen,
    boolean crosswalk,
    LocalDate from,
    LocalDate until,
    String signedBy) {

  public Agreement {
    parties = List.copyOf(parties);
    kinds = List.copyOf(kinds);
  }
}
