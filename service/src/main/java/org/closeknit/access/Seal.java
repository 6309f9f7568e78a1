package org.closeknit.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Restriction;

/** What restricted records keep from whom, beside what they hold themselves. Pure. */
public final class Seal {
  private Seal() {}

  /**
   * Whether an agency's records of a child are of who it was before an adoption: then they are for
   * that agency's adoption team, and for no one else of it.
   */
  public static boolean isFormerIdentity(ChildRecords child, AgencyId keeper) {
    return child.keptBy(keeper).stream()
        .anyMatch(record -> record.restriction() == Restriction.ADOPTED);
  }

  /**
   * A restricted record is its keeper's alone; but while a council or the Reporter restricts theirs
   * nobody may learn from the others' that there is one. Only those who answer for a child's safety
   * can bring that about: another agency hides its own record, and no plan.
   */
  public static boolean isOn(ChildRecords child, Function<AgencyId, Kind> kinds) {
    return child.records().stream()
        .filter(record -> record.restriction() != Restriction.NONE)
        .map(record -> kinds.apply(record.keeper()))
        .anyMatch(kind -> kind == Kind.COUNCIL || kind == Kind.REPORTER);
  }

  /**
   * Whether another agency restricts a record of a person, or the person is who somebody was before
   * an adoption. Where people are matched, and among relatives, the person is then not there for
   * the reader.
   */
  public static boolean hides(ChildRecords person, AgencyId reader) {
    return person.records().stream()
        .anyMatch(
            record -> record.restriction() == Restriction.ADOPTED || !heardBy(reader).test(record));
  }

  /** What a record says counts for a reader unless another agency restricts it. */
  public static Predicate<AgencyRecord> heardBy(AgencyId reader) {
    return record -> record.restriction() == Restriction.NONE || record.keeper().equals(reader);
  }

  /** A person's records that nobody restricts; none where all are. */
  public static Optional<ChildRecords> unrestricted(ChildRecords person) {
    List<AgencyRecord> open =
        person.records().stream()
            .filter(record -> record.restriction() == Restriction.NONE)
            .toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(new ChildRecords(person.child(), open));
  }

  /** Who restricts a record of a person: they are told of a check, whatever they agreed. */
  public static Set<AgencyId> restrictedBy(ChildRecords person) {
    return person.records().stream()
        .filter(record -> record.restriction() != Restriction.NONE)
        .map(AgencyRecord::keeper)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
