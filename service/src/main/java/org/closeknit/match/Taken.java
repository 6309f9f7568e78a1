package org.closeknit.match;

import java.util.Optional;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * What came of one line.
 *
 * @param nearest the record that it was joined with or may belong with
 */
public record Taken(RecordId record, ChildId child, Outcome outcome, Optional<RecordId> nearest) {}
