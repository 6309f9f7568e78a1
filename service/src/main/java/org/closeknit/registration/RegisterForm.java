package org.closeknit.registration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonKind;
import org.closeknit.pages.Problem;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Reading;

/** What a worker typed of a child, as it was typed, by the names of the fields. */
public record RegisterForm(Map<String, String> typed) {
  private static final List<String> FIELDS =
      List.of(
          "family",
          "given",
          "born-day",
          "born-month",
          "born-year",
          "number",
          "sex",
          "address",
          "postcode",
          "school");
  private static final int LONGEST = 200;
  private static final int FIRST_YEAR = 1900;

  public RegisterForm {
    var known = new LinkedHashMap<String, String>();
    for (String field : FIELDS) {
      String text = typed.getOrDefault(field, "").replace("\0", " ").strip();
      known.put(field, text.substring(0, Math.min(text.length(), LONGEST)));
    }
    typed = java.util.Collections.unmodifiableMap(known);
  }

  static RegisterForm empty() {
    return new RegisterForm(Map.of());
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What is still to be put right before anybody can be looked for. */
  List<Problem> problems(LocalDate today, boolean madeUp) {
    var problems = new ArrayList<Problem>();
    if (value("family").isEmpty()) {
      problems.add(new Problem("family", "Enter the family name"));
    }
    if (value("given").isEmpty()) {
      problems.add(new Problem("given", "Enter the first name"));
    }
    if (born().filter(day -> !day.isAfter(today)).isEmpty()) {
      problems.add(new Problem("born", "Enter the birth date, as 14 3 2019"));
    }
    if (!value("number").isEmpty() && nhs(madeUp).isEmpty() && chi(madeUp).isEmpty()) {
      problems.add(
          new Problem(
              "number", "Look at the number again: it has 10 digits, and these are not right"));
    }
    return problems;
  }

  /** By the columns of the kind {@code people}. */
  Map<String, String> columns(boolean madeUp) {
    var columns = new LinkedHashMap<String, String>();
    columns.put("kind", "child");
    columns.put("family_name", value("family"));
    columns.put("given_names", value("given"));
    columns.put("birth_date", born().orElseThrow().toString());
    columns.put("nhs_number", nhs(madeUp).map(NhsNumber::digits).orElse(""));
    columns.put("chi_number", chi(madeUp).map(ChiNumber::digits).orElse(""));
    columns.put("sex", sex());
    columns.put("address", value("address"));
    columns.put("postcode", value("postcode"));
    columns.put("school", value("school"));
    return columns;
  }

  /** The same as a record, to be compared with those that are held. */
  NewRecord record(AgencyId agency, boolean madeUp) {
    return new NewRecord(
        agency,
        "to be registered",
        new UUID(0, 0),
        1,
        PersonKind.CHILD,
        nhs(madeUp),
        false,
        chi(madeUp),
        value("family"),
        value("given"),
        "",
        born().map(PartialDate::of),
        Optional.empty(),
        "",
        sex(),
        value("address"),
        Optional.empty(),
        "",
        value("postcode"),
        "",
        "",
        value("school"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private String sex() {
    return List.of("female", "male").contains(value("sex")) ? value("sex") : "unknown";
  }

  private Optional<LocalDate> born() {
    try {
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(value("born-year")),
                  Integer.parseInt(value("born-month")),
                  Integer.parseInt(value("born-day"))))
          .filter(date -> date.getYear() >= FIRST_YEAR);
    } catch (NumberFormatException | DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private Optional<NhsNumber> nhs(boolean madeUp) {
    return NhsNumber.read(value("number")) instanceof Reading.Good<NhsNumber>(NhsNumber number)
        ? Optional.of(number).filter(one -> madeUp || !one.isForTests())
        : Optional.empty();
  }

  private Optional<ChiNumber> chi(boolean madeUp) {
    return ChiNumber.read(value("number"), true) instanceof Reading.Good<ChiNumber>(var number)
        ? Optional.of(number).filter(one -> madeUp || !one.isForTests())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "RegisterForm[***]";
  }
}
