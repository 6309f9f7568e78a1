package org.closeknit.emergency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.Reading;

/** Which child, as somebody typed it: a number and a birth date, as they stand in the form. */
public record Typed(String number, String day, String month, String year) {
  private static final int LONGEST = 40;

  public Typed {
    number = cut(number);
    day = cut(day);
    month = cut(month);
    year = cut(year);
  }

  static Typed nothing() {
    return new Typed("", "", "", "");
  }

  private static String cut(String text) {
    return text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
  }

  Optional<NhsNumber> nhs() {
    return NhsNumber.read(number) instanceof Reading.Good<NhsNumber>(NhsNumber read)
        ? Optional.of(read)
        : Optional.empty();
  }

  Optional<ChiNumber> chi() {
    return ChiNumber.read(number, true) instanceof Reading.Good<ChiNumber>(ChiNumber read)
        ? Optional.of(read)
        : Optional.empty();
  }

  Optional<LocalDate> born() {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (NumberFormatException | DateTimeException noDate) {
      return Optional.empty();
    }
  }

  List<Problem> problems(LocalDate today) {
    var problems = new ArrayList<Problem>();
    if (nhs().isEmpty() && chi().isEmpty()) {
      problems.add(
          new Problem(
              "nhs", "Look at the number again: it has 10 digits, and these are not right"));
    }
    if (born().filter(date -> !date.isAfter(today)).isEmpty()) {
      problems.add(new Problem("born", "Enter the birth date, as 14 3 2019"));
    }
    return problems;
  }

  @Override
  public String toString() {
    return "Typed[***]";
  }
}
