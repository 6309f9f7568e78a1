package org.closeknit.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.closeknit.linkage.Candidate;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Person;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
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
  private final Records records;

  Lookup(PersonIndex index, Persons persons, Records records) {
    this.index = index;
    this.persons = persons;
    this.records = records;
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

  /**
   * The records that may be of the person of whom somebody says this, and how alike each is. Whose
   * agency says it makes no difference.
   */
  Map<RecordId, Likeness> alike(NewRecord said) {
    var alike = new LinkedHashMap<RecordId, Likeness>();
    for (Candidate candidate : index.soon().search(said.kind(), asked(said))) {
      if (!(candidate.likeness() instanceof Likeness.Different)) {
        alike.put(RecordId.of(candidate.person().id()), candidate.likeness());
      }
    }
    alike.keySet().removeAll(records.former(alike.keySet()));
    return alike;
  }

  private static Person asked(NewRecord said) {
    return Person.withId("asked")
        .givenName(said.givenNames())
        .familyName(said.familyName())
        .birthDate(said.birthDate().map(PartialDate::iso).orElse(""))
        .sex(said.sex().equals("unknown") ? "" : said.sex())
        .address(said.address())
        .postcode(said.postcode())
        .nhsNumber(said.nhsNumber().map(NhsNumber::digits).orElse(""))
        .chiNumber(said.chiNumber().map(ChiNumber::digits).orElse(""))
        .extra(SCHOOL, said.school())
        .build();
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
