package org.closeknit.access;

import java.util.function.Function;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Restriction;

/**
 * The one rule on when nothing of a child may be told to other agencies, whatever else is shared of
 * it.
 */
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
}
