package org.closeknit.enquiry;

import java.time.Instant;
import java.util.UUID;

/** An answer that was given, with what was asked. */
public record Given(
    UUID id, Instant at, Asked asked, WhyHere why, Presence presence, Answer answer) {}
