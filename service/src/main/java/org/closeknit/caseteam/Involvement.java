package org.closeknit.caseteam;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;

/**
 * That somebody works with a child, as their agency says.
 *
 * @param to the last day, when it has one
 * @param confirmedBy the council whose lead professional or duty desk has confirmed it, while that
 *     stands
 */
public record Involvement(
    UUID id,
    RecordId record,
    AgencyId agency,
    String workerId,
    String workerName,
    String role,
    String team,
    String phone,
    String email,
    LocalDate from,
    Optional<LocalDate> to,
    Handling handling,
    Optional<AgencyId> confirmedBy) {

  public boolean confirmed() {
    return confirmedBy.isPresent();
  }

  /** Whether it counts on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The council's worker whose role says that they lead. */
  public boolean leads() {
    String words = role.toLowerCase(java.util.Locale.ROOT);
    return words.startsWith("lead") || words.startsWith("social worker");
  }
}
