package org.closeknit.person;

/**
 * A record has come to another child by a join, a split or an undoing; whoever derives looks again.
 */
public record RecordMoved(RecordId record, ChildId from, ChildId to) {}
