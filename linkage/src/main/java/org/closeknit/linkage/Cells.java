package org.closeknit.linkage;

import java.util.Map;

/** Makes a person of the cells of one line, by our names of the columns. */
final class Cells {
  private final Map<String, String> cells;

  private Cells(Map<String, String> cells) {
    this.cells = cells;
  }

  static Person person(String idPrefix, Map<String, String> cells) {
    return new Cells(cells).person(idPrefix);
  }

  private Person person(String idPrefix) {
    Person.Builder person =
        Person.withId(idPrefix + cell("record_id"))
            .source(cells.getOrDefault("source", idPrefix.replace(":", "")))
            .middleName(cell("middle_name"))
            .birthDate(birthDate())
            .sex(cell("sex"))
            .address(cell("address"))
            .city(cell("city"))
            .postcode(cell("postcode"))
            .phone(cell("phone"))
            .email(cell("email"))
            .nhsNumber(cell("nhs_number"))
            .chiNumber(cell("chi_number"))
            .motherName(cell("mother_name"));
    names(person);
    cells.forEach((name, value) -> {
      if (name.startsWith("identifier.")) {
        person.identifier(name.substring("identifier.".length()), value);
      } else if (name.startsWith("extra.")) {
        person.extra(name.substring("extra.".length()), value);
      }
    });
    return person.build();
  }

  /**
   * A full name fills in what the file has no column of its own for; "Smith, Ann" is turned round.
   */
  private void names(Person.Builder person) {
    String full = spaced(cell("full_name"));
    int comma = full.indexOf(',');
    int lastGap = full.lastIndexOf(' ');
    String given = comma >= 0 ? full.substring(comma + 1).strip() : before(full, lastGap);
    String family = comma >= 0 ? full.substring(0, comma).strip() : full.substring(lastGap + 1);
    person.givenName(cells.getOrDefault("given_name", given));
    person.familyName(cells.getOrDefault("family_name", family));
  }

  /** In Chinese and Korean the family name stands first, of one sign or, before two, of two. */
  private static String spaced(String full) {
    if (full.length() < 2 || full.length() > 4 || !full.chars().allMatch(Cells::isASign)) {
      return full;
    }
    int family = full.length() == 4 ? 2 : 1;
    return full.substring(0, family) + ", " + full.substring(family);
  }

  private static boolean isASign(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HANGUL;
  }

  private static String before(String text, int end) {
    return end < 0 ? "" : text.substring(0, end).strip();
  }

  private String birthDate() {
    if (cells.containsKey("birth_date") || !cells.containsKey("birth_year")) {
      return cell("birth_date");
    }
    String month = two(cell("birth_month"));
    String day = two(cell("birth_day"));
    String year = cell("birth_year");
    return month.isEmpty()
        ? year
        : day.isEmpty() ? year + "-" + month : year + "-" + month + "-" + day;
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private String cell(String name) {
    return cells.getOrDefault(name, "");
  }
}
