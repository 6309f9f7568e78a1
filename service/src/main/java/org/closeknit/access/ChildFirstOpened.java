package org.closeknit.access;

import java.time.Instant;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;

/** Somebody has opened, for the first time, what other agencies hold of a child. */
public record ChildFirstOpened(Asker asker, ChildRecords child, Instant at) {}
