package org.closeknit.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;

/**
 * What somebody asked and was answered, without the answer: that is looked up anew each time it is
 * shown.
 *
 * @param access the access under which others were told of it; absent where nobody was
 */
record KeptQuestion(
    UUID id, Instant at, Asked asked, WhyHere why, Presence presence, Optional<UUID> access) {
  KeptQuestion {
    Objects.requireNonNull(id);
    Objects.requireNonNull(at);
    Objects.requireNonNull(asked);
    Objects.requireNonNull(why);
    Objects.requireNonNull(presence);
    Objects.requireNonNull(access);
  }

  static KeptQuestion of(Given given) {
    return new KeptQuestion(
        given.id(), given.at(), given.asked(), given.why(), given.presence(), given.access());
  }

  Question by(Asker asker) {
    return new Question(asker, asked, why, presence, "");
  }

  Given with(Answer answer) {
    return new Given(id, at, asked, why, presence, access, answer);
  }
}
