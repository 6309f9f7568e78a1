package org.closeknit.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.Involvement;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;

/**
 * The right to read some things of one child, once, for one purpose. Only this package makes one,
 * and the audit entry is written as it does: whoever holds a permit has been authorised and
 * recorded.
 */
public final class Permit {
  private final Asker asker;
  private final ChildRecords child;
  private final Who who;
  private final When when;
  private final Opening opening;
  private final boolean sealed;

  Permit(Asker asker, ChildRecords child, Who who, When when, Opening opening) {
    this.asker = asker;
    this.child = child;
    this.who = who;
    this.when = when;
    this.opening = opening;
    this.sealed = when.net().sealed(child);
  }

  public Asker asker() {
    return asker;
  }

  public ChildId child() {
    return child.child();
  }

  public Purpose purpose() {
    return who.purpose();
  }

  /** The day on which it was given, Europe/London. */
  public LocalDate day() {
    return when.net().day();
  }

  /** The records whose items of one kind are open, the sender's handling of each item aside. */
  public List<RecordId> records(Item item) {
    return opening.of(item).stream()
        .map(AgencyRecord::id)
        .sorted(Comparator.comparing(RecordId::value))
        .toList();
  }

  /** Whether an item of a record may be read, by its kind and by how its sender handles it. */
  public boolean opens(Item item, RecordId record, Handling handling) {
    return child
        .record(record)
        .filter(opening.of(item)::contains)
        .filter(one -> ruling(item, one, handling).opensContent())
        .isPresent();
  }

  private Ruling ruling(Item item, AgencyRecord record, Handling handling) {
    return Decide.on(who, What.of(item, record, sealed, child, handling), when);
  }

  /**
   * Whether the reader may know that there is a service which is reached through its broker: a
   * council's workers may, where the record that says so is open to them.
   */
  public boolean knowsOfBroker(Item item, RecordId record, Handling handling) {
    return handling == Handling.BROKER
        && who.kind() == Kind.COUNCIL
        && !keeper(record).equals(who.agency())
        && opening.of(item).stream().anyMatch(one -> one.id().equals(record));
  }

  /** The agencies of which the reader may know that they have something, and read nothing. */
  public Set<AgencyId> knownOnly() {
    Set<AgencyId> read =
        opening.of(Item.PEOPLE).stream().map(AgencyRecord::keeper).collect(Collectors.toSet());
    return opening.known().stream()
        .filter(one -> !read.contains(one))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the reader may be told that an agency looked: their own, and any but one that works
   * with the child in a way that its handling keeps from the reader.
   *
   * @param ever who has worked with the child, ended work too
   */
  public boolean mayHearOfLooksBy(AgencyId agency, List<Involvement> ever) {
    List<Involvement> theirs = ever.stream().filter(one -> one.agency().equals(agency)).toList();
    return agency.equals(who.agency())
        || theirs.isEmpty()
        || theirs.stream()
            .anyMatch(
                one -> Decide.handlingAllows(who.kind(), when.net().kind(agency), one.handling()));
  }

  /**
   * The same for a family: of the reader's own agency, and of one of which somebody works with the
   * child and makes no secret of it. What the police do is for the police to say.
   */
  public boolean familyMayHearOf(AgencyId agency, List<Involvement> ever) {
    List<Involvement> theirs = ever.stream().filter(one -> one.agency().equals(agency)).toList();
    return !isOfPolice(agency)
        && (agency.equals(who.agency())
            || (!theirs.isEmpty()
                && theirs.stream().allMatch(one -> one.handling() == Handling.SHARED)));
  }

  /** Whether an agency is a police force: what it does is for itself to tell. */
  public boolean isOfPolice(AgencyId agency) {
    return when.net().kind(agency) == Kind.POLICE;
  }

  /** For what another agency was shown something of the open records on a day, as was agreed. */
  public List<String> basis(AgencyId reader, LocalDate on) {
    Set<AgencyId> keepers =
        opening.of(Item.PEOPLE).stream().map(AgencyRecord::keeper).collect(Collectors.toSet());
    return when.net().purposes(reader, keepers, on);
  }

  /**
   * Whether any address may stand in a list: while one is confidential, none does, for another
   * record may tell the same.
   */
  public boolean opensAddresses() {
    return opening.of(Item.PEOPLE).stream().allMatch(one -> one.restriction() == Restriction.NONE);
  }

  /** Whether the reader's own agency has sealed its record of the child. */
  public boolean isSealedByOwnAgency() {
    return child.keptBy(who.agency()).stream()
        .anyMatch(record -> record.restriction() == Restriction.RECORD);
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
    AgencyId keeper = keeper(record);
    return keeper.equals(who.agency()) || when.net().between(who.agency(), keeper).reasons();
  }

  @Override
  public String toString() {
    return "Permit[" + who.purpose() + " " + child.child() + "]";
  }
}
