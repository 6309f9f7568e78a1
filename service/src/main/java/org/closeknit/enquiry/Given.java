package org.closeknit.enquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that was given, with what was asked.
 *
 * @param access the access under which others are told of it; absent where nobody is
 */
public record Given(
    UUID id,
    Instant at,
    Asked asked,
    WhyHere why,
    Presence presence,
    Optional<UUID> access,
    Answer answer) {}
