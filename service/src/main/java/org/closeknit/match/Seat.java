package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.closeknit.linkage.Person;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is told of a record, and no more: read by itself where everybody is read, since
 * it is checked when it is taken in.
 *
 * @param takesPart whether it is to be found at all
 */
record Seat(
    String id,
    PersonKind kind,
    boolean takesPart,
    String keeper,
    String given,
    String family,
    String previous,
    String born,
    String sex,
    String address,
    String postcode,
    String phone,
    String nhs,
    String chi,
    String mother,
    String school) {
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[;,|]");

  static Seat of(Held held) {
    NewRecord says = held.record().says();
    return new Seat(
        held.id().toString(),
        held.kind(),
        says.takesPart(),
        says.agency().value(),
        says.givenNames(),
        says.familyName(),
        says.previousNames(),
        says.birthDate().or(says::expectedBirthDate).map(PartialDate::iso).orElse(""),
        says.sex(),
        says.address(),
        says.postcode(),
        says.phone(),
        says.nhsNumber().map(NhsNumber::digits).orElse(""),
        says.chiNumber().map(ChiNumber::digits).orElse(""),
        held.motherName(),
        says.school());
  }

  /** By place: a name is looked up for each cell of each row otherwise. */
  static Seat read(ResultSet row) throws SQLException {
    return new Seat(
        row.getString(1),
        PersonKind.valueOf(row.getString(2)),
        row.getBoolean(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        orBlank(row.getString(8)),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        orBlank(row.getString(13)),
        orBlank(row.getString(14)),
        row.getString(15),
        row.getString(16));
  }

  private static String orBlank(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  Person person() {
    return Person.withId(id)
        .source(keeper)
        .givenName(given)
        .familyName(family)
        .previousFamilyNames(previousNames(previous))
        .birthDate(born)
        .sex(sex.equals("unknown") ? "" : sex)
        .address(address)
        .postcode(postcode)
        .phone(phone)
        .nhsNumber(nhs)
        .chiNumber(chi)
        .motherName(mother)
        .extra("school", school)
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

  @Override
  public String toString() {
    return "Seat[" + id + "]";
  }
}
