package org.closeknit.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closeknit.linkage.Candidate;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Person;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** Finds one person by name, birth date and one more fact, with the engine that joins records. */
@Component
class Lookup {
  private static final String SCHOOL = "school";

  /** Name and birth date alone find nobody: one of these must speak for the same person. */
  private static final Set<String> FACTS = Set.of("address", "mother_name", "extra." + SCHOOL);

  private final PersonIndex index;
  private final Persons persons;

  Lookup(PersonIndex index, Persons persons) {
    this.index = index;
    this.persons = persons;
  }

  /** Everybody who fits for sure. An unborn child has no birth date to be found by. */
  List<ChildRecords> fitting(Details details) {
    Person asked = asked(details);
    Shelf shelf = index.soon();
    List<RecordId> same =
        Stream.of(PersonKind.CHILD, PersonKind.ADULT)
            .flatMap(kind -> shelf.search(kind, asked).stream())
            .filter(Lookup::fits)
            .map(candidate -> RecordId.of(candidate.person().id()))
            .toList();
    return same.isEmpty() ? List.of() : persons.findable(same);
  }

  private static boolean fits(Candidate candidate) {
    return candidate.likeness() instanceof Likeness.Same same
        && same.reasons().stream()
            .anyMatch(reason -> FACTS.contains(reason.field()) && reason.weight() > 0);
  }

  private static Person asked(Details details) {
    return Person.withId("asked")
        .givenName(details.givenNames())
        .familyName(details.familyName())
        .birthDate(details.birthDate().iso())
        .postcode(details.postcode())
        .motherName(details.motherName())
        .extra(SCHOOL, details.school())
        .build();
  }
}
