package org.closeknit.matrix;

import java.util.EnumSet;
import java.util.Set;
import org.closeknit.matrix.Said.Handling;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Thing;

/**
 * One planted fact: it stands nowhere else, so that wherever it is seen it has been told.
 *
 * @param senders who says it; more than one of what all records of a child say alike
 */
record Fact(Case of, Field field, Set<Party> senders, Handling handling) {
  /** With whom a child came, and with what, is kept with why. */
  private static final Set<Field> WHY =
      EnumSet.of(Field.VISIT_REASON, Field.CAME_WITH, Field.SAFEGUARDING_CODE);

  Thing by(Party sender) {
    return new Thing(sender, field.kind(), handling, WHY.contains(field));
  }

  /** Without the fact itself: a report is read by many. */
  @Override
  public String toString() {
    return field
        + " "
        + handling
        + " of "
        + senders.stream().map(Party::sort).toList()
        + " on "
        + of;
  }
}
