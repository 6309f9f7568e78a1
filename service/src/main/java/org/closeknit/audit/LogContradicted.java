package org.closeknit.audit;

import java.time.Instant;

/** A witness saw another log than the one that is kept here. */
public record LogContradicted(String witness, String why, Instant at) {}
