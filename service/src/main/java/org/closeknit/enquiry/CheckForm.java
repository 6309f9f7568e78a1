package org.closeknit.enquiry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.closeknit.match.Details;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Reading;

/** What a nurse typed, as it was typed. */
public record CheckForm(
    String number,
    String day,
    String month,
    String year,
    String family,
    String given,
    String postcode,
    String mother,
    String school,
    String why,
    String here) {
  private static final int LONGEST = 200;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  static CheckForm of(Map<String, String> said) {
    return new CheckForm(
        text(said, "nhs"),
        text(said, "born-day"),
        text(said, "born-month"),
        text(said, "born-year"),
        text(said, "family"),
        text(said, "given"),
        text(said, "postcode"),
        text(said, "mother"),
        text(said, "school"),
        text(said, "why"),
        text(said, "here"));
  }

  static CheckForm empty() {
    return of(Map.of());
  }

  /** What was asked before, to be changed; why and whether the child is there are said anew. */
  static CheckForm of(Asked asked) {
    var said = new LinkedHashMap<String, String>();
    switch (asked) {
      case Asked.ByNumber by -> put(said, by.number().digits(), by.birthDate());
      case Asked.ByChi by -> put(said, by.number().digits(), by.birthDate());
      case Asked.ByDetails(Details by) -> put(said, by);
    }
    return of(said);
  }

  private static void put(Map<String, String> said, Details by) {
    put(said, "", Optional.of(by.birthDate()));
    said.put("family", by.familyName());
    said.put("given", by.givenNames());
    said.put("postcode", by.postcode());
    said.put("mother", by.motherName());
    said.put("school", by.school());
  }

  private static void put(Map<String, String> said, String number, Optional<PartialDate> born) {
    said.put("nhs", number);
    born.filter(PartialDate::isDay)
        .map(PartialDate::earliest)
        .ifPresent(day -> {
          said.put("born-day", String.valueOf(day.getDayOfMonth()));
          said.put("born-month", String.valueOf(day.getMonthValue()));
          said.put("born-year", String.valueOf(day.getYear()));
        });
  }

  /** What was typed, by the fields' names, to be sent once more. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("nhs", number);
    fields.put("born-day", day);
    fields.put("born-month", month);
    fields.put("born-year", year);
    fields.put("family", family);
    fields.put("given", given);
    fields.put("postcode", postcode);
    fields.put("mother", mother);
    fields.put("school", school);
    fields.put("why", why);
    fields.put("here", here);
    fields.values().removeIf(String::isBlank);
    return fields;
  }

  /** What is still to be put right; {@code byNumber} says which of the two forms it is. */
  List<Problem> problems(boolean byNumber, LocalDate today, boolean madeUp) {
    var problems = new ArrayList<Problem>();
    if (byNumber) {
      if (asNumber(madeUp) instanceof Reading.Bad<Asked>(String rule)) {
        problems.add(new Problem("nhs", rule));
      }
    } else {
      require(problems, "family", family, "Enter the family name");
      require(problems, "given", given, "Enter the first name");
    }
    if (born().filter(day -> !day.isAfter(today)).isEmpty()) {
      problems.add(new Problem("born", "Enter the birth date, as 14 3 2019"));
    }
    if (!byNumber) {
      require(
          problems,
          "postcode",
          postcode + mother + school,
          "Enter one more fact: the postcode, the mother’s name or the school");
    }
    if (reason().isEmpty()) {
      problems.add(new Problem("why", "Say why the child is here"));
    }
    if (presence().isEmpty()) {
      problems.add(new Problem("here", "Say whether the child is here"));
    }
    return problems;
  }

  /** Only for a form without problems. */
  Asked asked(boolean byNumber, boolean madeUp) {
    PartialDate birth = PartialDate.of(born().orElseThrow());
    if (!byNumber) {
      return new Asked.ByDetails(new Details(family, given, birth, postcode, mother, school));
    }
    return switch (asNumber(madeUp)) {
      case Reading.Good<Asked>(Asked asked) -> asked;
      case Reading.Bad<Asked>(String rule) -> throw new IllegalStateException(rule);
    };
  }

  Optional<WhyHere> reason() {
    return read(WhyHere.class, why).filter(one -> one != WhyHere.NOT_SAID);
  }

  Optional<Presence> presence() {
    return read(Presence.class, here);
  }

  /** The error of one field, or blank. */
  public static String error(List<Problem> problems, String field) {
    return problems.stream()
        .filter(one -> one.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }

  /** NHS and CHI numbers never begin with the same digit. */
  private Reading<Asked> asNumber(boolean madeUp) {
    Optional<PartialDate> birth = born().map(PartialDate::of);
    if (NhsNumber.read(number) instanceof Reading.Good<NhsNumber>(NhsNumber nhs)) {
      return nhs.isForTests() && !madeUp
          ? new Reading.Bad<>("This number was never issued")
          : new Reading.Good<>(new Asked.ByNumber(nhs, birth));
    }
    if (ChiNumber.read(number, true) instanceof Reading.Good<ChiNumber>(ChiNumber chi)) {
      return chi.isForTests() && !madeUp
          ? new Reading.Bad<>("This number was never issued")
          : new Reading.Good<>(new Asked.ByChi(chi, birth));
    }
    return new Reading.Bad<>(
        number.isBlank()
            ? "Enter the NHS number, or check by name"
            : "Look at the number again: it has 10 digits, and these are not right");
  }

  private Optional<LocalDate> born() {
    try {
      return Optional.of(
              LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
          .filter(date -> FIRST_YEAR <= date.getYear() && date.getYear() <= LAST_YEAR);
    } catch (NumberFormatException | DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static void require(List<Problem> problems, String field, String value, String words) {
    if (value.isBlank()) {
      problems.add(new Problem(field, words));
    }
  }

  private static <E extends Enum<E>> Optional<E> read(Class<E> type, String text) {
    try {
      return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException noneOfThem) {
      return Optional.empty();
    }
  }

  private static String text(Map<String, String> said, String name) {
    String text = said.getOrDefault(name, "").strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  @Override
  public String toString() {
    return "CheckForm[***]";
  }
}
