package org.closeknit.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;

/**
 * Something to ask somebody about.
 *
 * @param officers the agency whose officers are told
 * @param about the child, or {@link #MANY}
 */
record Found(
    AgencyId officers,
    String actor,
    String name,
    String role,
    AgencyId agency,
    Reason.Kind kind,
    String about,
    Optional<ChildId> child,
    List<String> sentences,
    Instant at) {
  static final String MANY = "many";

  static Found of(LookedAt look, AgencyId officers, Weighed weighed) {
    return new Found(
        officers,
        look.actor(),
        look.name(),
        look.role(),
        look.agency(),
        weighed.kind(),
        look.child().toString(),
        Optional.of(look.child()),
        weighed.reasons().stream().map(Reason::words).toList(),
        look.at());
  }
}
