package org.closeknit.linkage;

import java.util.Optional;
import java.util.function.Function;

/** One thing that is done to identities; {@code put} is the record, where one is put. */
record Step(Optional<Person> put, Function<Identities, Change> change) {
  static Step put(Person person) {
    return new Step(Optional.of(person), identities -> identities.put(person));
  }

  static Step of(Function<Identities, Change> change) {
    return new Step(Optional.empty(), change);
  }

  Change on(Identities identities) {
    return change.apply(identities);
  }

  static Change of(Decided decided) {
    return switch (decided) {
      case Decided.Taken taken -> taken.change();
      case Decided.Refused refused -> Change.NONE;
    };
  }
}
