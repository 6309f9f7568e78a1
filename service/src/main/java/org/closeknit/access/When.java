package org.closeknit.access;

import java.time.Instant;

/** The moment of asking, with what is agreed on its day. */
record When(Instant at, Net net) {}
