package org.closeknit.journeys.running;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A child who never was, told apart from every other by its place in the row.
 *
 * @param number an NHS number of the range that was never issued
 */
public record Child(
    int place,
    String number,
    String surname,
    String given,
    LocalDate born,
    String address,
    String postcode) {
  private static final List<String> SURNAMES =
      List.of("Quillfeather", "Ashgrovesen", "Brambleworth", "Tarnowicka", "Okwuosa", "Vellacott");
  private static final List<String> GIVEN =
      List.of("Zephyrine", "Casimir", "Ottoline", "Thaddea", "Ignatius", "Philomene", "Leopoldine");
  private static final String STARTS = "BDFGKLMNPRSTVZ";
  private static final String VOWELS = "aeiou";

  /** The same at each call. */
  public static Child at(int place) {
    return new Child(
        place,
        number(place),
        SURNAMES.get(place % SURNAMES.size()) + "-" + rare(place),
        GIVEN.get(place % GIVEN.size()),
        LocalDate.of(2012, 2, 3).plusDays(37L * place % 4000),
        (11 + place % 180) + " " + rare(place * 31 + 7) + " Terrace, Northmere",
        "NM%d %d%c%c"
            .formatted(1 + place % 9, place / 9 % 10, 'A' + place / 90 % 2, 'D' + place / 180 % 4));
  }

  private static String rare(int place) {
    var name = new StringBuilder();
    int rest = place + 17;
    for (int syllable = 0; syllable < 3; syllable++) {
      name.append(STARTS.charAt(rest % STARTS.length())).append(VOWELS.charAt(rest % 5));
      rest = rest / 3 + 11;
    }
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Modulus 11 over the nine digits; where ten would be due, the next nine are taken. */
  private static String number(int place) {
    int nine = 987_000_000 + 2 * place;
    int check = check(nine);
    return check == 10 ? (nine + 1) + "" + check(nine + 1) : nine + "" + check;
  }

  private static int check(int nine) {
    String digits = String.valueOf(nine);
    int sum = 0;
    for (int at = 0; at < 9; at++) {
      sum += (digits.charAt(at) - '0') * (10 - at);
    }
    return (11 - sum % 11) % 11;
  }

  public String identifier() {
    return "https://fhir.nhs.uk/Id/nhs-number|" + number;
  }

  /** What an agency calls it. */
  public String localId(String agency) {
    return agency + "-" + place;
  }

  /** One line of a people's file, with its header. */
  public String person(String agency) {
    return """
    local_id,kind,nhs_number,nhs_number_verified,family_name,given_names,birth_date,address,postcode
    %s,child,%s,yes,%s,%s,%s,"%s",%s
    """
        .formatted(localId(agency), number, surname, given, born, address, postcode);
  }

  /** The same of a child whose record the agency shows to nobody. */
  public String restrictedPerson(String agency) {
    return restrictedPerson(agency, "record");
  }

  /** The same with another word for how it is restricted. */
  public String restrictedPerson(String agency, String how) {
    return person(agency)
        .replace(",postcode\n", ",postcode,restricted\n")
        .replace(postcode + "\n", postcode + "," + how + "\n");
  }

  /** As it must stand in no log. */
  public List<String> facts() {
    return List.of(
        number,
        number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6),
        surname,
        surname.toUpperCase(Locale.ROOT),
        given,
        postcode,
        postcode.replace(" ", ""),
        born.toString(),
        born.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK)),
        address.substring(0, address.indexOf(',')));
  }

  @Override
  public String toString() {
    return "Child[" + place + "]";
  }
}
