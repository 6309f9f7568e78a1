package org.closeknit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;

/**
 * The right to read some things of one child, once, for one purpose. Only this package makes one,
 * and the audit entry is written as it does: whoever holds a permit has been authorised and
 * recorded.
 */
public final class Permit {
  private final Asker asker;
  private final ChildRecords child;
  private final Purpose purpose;
  private final LocalDate day;
  private final Map<Item, Set<AgencyRecord>> opened;
  private final Set<AgencyId> sharingReasons;
  private final Decide decide;

  Permit(
      Asker asker,
      ChildRecords child,
      Purpose purpose,
      LocalDate day,
      Opening opening,
      Decide decide) {
    this.asker = asker;
    this.child = child;
    this.purpose = purpose;
    this.day = day;
    this.opened = opening.records();
    this.sharingReasons = opening.sharingReasons();
    this.decide = decide;
  }

  public Asker asker() {
    return asker;
  }

  public ChildId child() {
    return child.child();
  }

  public Purpose purpose() {
    return purpose;
  }

  /** The day on which it was given, Europe/London. */
  public LocalDate day() {
    return day;
  }

  /** The records whose items of one kind are open, the sender's handling of each item aside. */
  public List<RecordId> records(Item item) {
    return opened.getOrDefault(item, Set.of()).stream()
        .map(AgencyRecord::id)
        .sorted(java.util.Comparator.comparing(RecordId::value))
        .toList();
  }

  /** Whether an item of a record may be read, by its kind and by how its sender handles it. */
  public boolean opens(Item item, RecordId record, Handling handling) {
    return opened.getOrDefault(item, Set.of()).stream()
        .anyMatch(
            one -> one.id().equals(record) && decide.handlingAllows(asker, one.keeper(), handling));
  }

  /** Who keeps a record that is open here. */
  public AgencyId keeper(RecordId record) {
    return child
        .record(record)
        .orElseThrow(() -> new IllegalArgumentException("a record of another child"))
        .keeper();
  }

  /** All records of the child: for looking up who looked, never for reading what they hold. */
  public ChildRecords everyRecord() {
    return child;
  }

  /** Whether the agreements let this asker see why the child came to a visit of that sender. */
  public boolean opensReasonOfVisit(RecordId record) {
    return sharingReasons.contains(keeper(record)) || keeper(record).equals(asker.agency().id());
  }

  @Override
  public String toString() {
    return "Permit[" + purpose + " " + child.child() + "]";
  }
}
