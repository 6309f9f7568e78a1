package org.closeknit.match;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.closeknit.linkage.Person;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;

/**
 * A record with what the engine is told of its person. The mother's name comes from her own record.
 */
public record Held(PersonRecord record, String motherName) {
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[;,|]");

  public RecordId id() {
    return record.id();
  }

  public ChildId child() {
    return record.child();
  }

  public AgencyId keeper() {
    return record.keeper();
  }

  public PersonKind kind() {
    return record.says().kind();
  }

  Held nowOf(ChildId child) {
    return new Held(new PersonRecord(record.id(), child, record.says()), motherName);
  }

  Person person() {
    NewRecord says = record.says();
    return Person.withId(record.id().toString())
        .source(says.agency().value())
        .givenName(says.givenNames())
        .familyName(says.familyName())
        .previousFamilyNames(previousNames(says.previousNames()))
        .birthDate(says.birthDate().or(says::expectedBirthDate).map(PartialDate::iso).orElse(""))
        .sex(says.sex().equals("unknown") ? "" : says.sex())
        .address(says.address())
        .postcode(says.postcode())
        .phone(says.phone())
        .nhsNumber(says.nhsNumber().map(NhsNumber::digits).orElse(""))
        .chiNumber(says.chiNumber().map(ChiNumber::digits).orElse(""))
        .motherName(motherName)
        .extra("school", says.school())
        .build();
  }

  private static List<String> previousNames(String written) {
    if (written.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(BETWEEN_NAMES.split(written))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
