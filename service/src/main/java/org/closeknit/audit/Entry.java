package org.closeknit.audit;

import java.util.List;
import java.util.Optional;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * One thing that somebody did.
 *
 * @param action a verb phrase of ours, as {@code opened a child}
 * @param purpose why, as {@code casework}
 * @param outcome {@code allowed}, {@code refused} with its kind, or what came of it
 * @param records the agencies' records that it was about; a look is found by them
 * @param silent a look of planned care, shown to nobody but information governance
 * @param detail facts of the system only, never of a person
 */
public record Entry(
    Asker asker,
    String action,
    String purpose,
    String outcome,
    Optional<ChildId> child,
    List<RecordId> records,
    boolean silent,
    String detail) {}
