package org.closeknit.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Reason;
import org.closeknit.linkage.ReviewBand;
import org.closeknit.match.Held;
import org.closeknit.match.NewRecord;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.review.ReviewView.Bar;
import org.closeknit.review.ReviewView.Row;
import org.closeknit.review.ReviewView.Text;
import org.closeknit.review.ReviewView.Together;

/** Two records field by field, with what the engine makes of each. Pure. */
final class Comparison {
  /** The picture is so many units wide, with a margin for the line at its ends. */
  private static final int WIDTH = 280;

  private static final Text NONE = new Text("", "", "");

  private final Dates dates;
  private final Held left;
  private final Held right;

  Comparison(Dates dates, Held left, Held right) {
    this.dates = dates;
    this.left = left;
    this.right = right;
  }

  /** A field as pages name it and as the engine does. */
  private record Field(String label, String name, Function<Held, String> value) {}

  private List<Field> fields() {
    return List.of(
        new Field("Family name", "family_name", held -> says(held).familyName()),
        new Field("Given names", "given_name", held -> says(held).givenNames()),
        new Field("Earlier names", "", held -> says(held).previousNames()),
        new Field("Birth date", "birth_date", this::birthDate),
        new Field("Sex", "sex", held -> says(held).sex()),
        new Field(
            "NHS number",
            "nhs_number",
            held -> says(held).nhsNumber().map(n -> Numbers.nhs(n.digits())).orElse("")),
        new Field(
            "CHI number",
            "chi_number",
            held -> says(held).chiNumber().map(n -> Numbers.chi(n.digits())).orElse("")),
        new Field("Address", "address", held -> address(says(held))),
        new Field("Phone", "phone", held -> Numbers.phone(says(held).phone())),
        new Field("Mother", "mother_name", Held::motherName),
        new Field("School", "extra.school", held -> says(held).school()));
  }

  /** All that one record says, by the names of the fields; blank where it says nothing. */
  Map<String, String> said(Held held) {
    var said = new LinkedHashMap<String, String>();
    fields().forEach(field -> said.put(field.label(), field.value().apply(held)));
    return said;
  }

  /** What one record says, where the other is not open. */
  List<Row> alone(boolean leftIsOpen) {
    return fields().stream()
        .filter(field -> !field.value().apply(leftIsOpen ? left : right).isBlank())
        .map(field ->
            new Row(
                field.label(),
                leftIsOpen ? plain(field.value().apply(left)) : NONE,
                leftIsOpen ? NONE : plain(field.value().apply(right)),
                "",
                "",
                Optional.empty()))
        .toList();
  }

  /** Every field that either has; the bars follow each other from any two children to the sum. */
  List<Row> rows(Likeness likeness) {
    var scale = new Scale(likeness);
    var rows = new ArrayList<Row>();
    double at = prior(likeness);
    rows.add(
        new Row(
            "Any two children",
            NONE,
            NONE,
            "before looking",
            bits(at),
            Optional.of(scale.bar(0, at))));
    for (Field field : fields()) {
      String one = field.value().apply(left);
      String other = field.value().apply(right);
      Optional<Reason> reason = reason(likeness, field.name());
      if (reason.isPresent() || !one.isBlank() || !other.isBlank()) {
        double weight = reason.map(Reason::weight).orElse(0.0);
        rows.add(
            new Row(
                field.label(),
                marked(field, one, other),
                marked(field, other, one),
                reason
                    .map(Reason::says)
                    .orElse(
                        one.isBlank() || other.isBlank()
                            ? "only one says it: says nothing"
                            : "says nothing"),
                bits(weight),
                Optional.of(scale.bar(at, at + weight))));
        at += weight;
      }
    }
    for (Reason reason : likeness.reasons()) {
      if (fields().stream().noneMatch(field -> field.name().equals(reason.field()))
          && reason.weight() != 0) {
        rows.add(
            new Row(
                label(reason.field()),
                NONE,
                NONE,
                reason.says(),
                bits(reason.weight()),
                Optional.of(scale.bar(at, at + reason.weight()))));
        at += reason.weight();
      }
    }
    return rows;
  }

  Together together(Likeness likeness) {
    var scale = new Scale(likeness);
    double sum = prior(likeness) + likeness.weight();
    long from = scale.x(logOdds(ReviewBand.SHIPPED.possible()));
    long to = scale.x(logOdds(ReviewBand.SHIPPED.sure()));
    return new Together(
        odds(likeness.probability()), bits(sum), scale.x(sum), scale.x(0), from, to - from);
  }

  /**
   * Family name, birth date and address agree, the forename does not: as with twins, brothers and
   * sisters.
   */
  static boolean perhapsTwins(Likeness likeness) {
    boolean forename =
        reason(likeness, "given_name").map(reason -> reason.weight() > 0).orElse(false);
    return !forename
        && reason(likeness, "family_name").map(reason -> reason.weight() > 0).orElse(false)
        && reason(likeness, "birth_date").map(reason -> reason.weight() > 0).orElse(false);
  }

  private static String address(NewRecord says) {
    return Stream.of(says.address(), says.postcode())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private String birthDate(Held held) {
    return says(held)
        .birthDate()
        .map(date -> dates.partial(date.iso()).lead())
        .or(() ->
            says(held).expectedBirthDate().map(date -> "due " + dates.partial(date.iso()).lead()))
        .orElse("");
  }

  private static NewRecord says(Held held) {
    return held.record().says();
  }

  private static Optional<Reason> reason(Likeness likeness, String field) {
    return likeness.reasons().stream().filter(reason -> reason.field().equals(field)).findFirst();
  }

  private static String label(String field) {
    return switch (field) {
      case "household" -> "Brothers and sisters";
      case "source" -> "Who keeps it";
      default -> "Together";
    };
  }

  private static double prior(Likeness likeness) {
    return logOdds(likeness.probability()) - likeness.weight();
  }

  private static double logOdds(double probability) {
    double within = Math.clamp(probability, 1e-12, 1 - 1e-12);
    return Math.log(within / (1 - within)) / Math.log(2);
  }

  static String odds(double probability) {
    if (probability >= 0.999) {
      return "Very likely one child: more than 998 in 999.";
    }
    if (probability >= 0.5) {
      long of = Math.max(2, Math.round(1 / (1 - probability)));
      return "Perhaps one child: about %d in %d.".formatted(of - 1, of);
    }
    long of = Math.round(1 / Math.max(probability, 0.001));
    return "Perhaps two children: about 1 in %d that they are one.".formatted(of);
  }

  private static String bits(double weight) {
    return String.format(Locale.UK, "%+.1f", weight)
        .replace('-', '−')
        .replace("+0.0", "0")
        .replace("−0.0", "0");
  }

  /** Two different numbers are not one number with a slip in it. */
  private static Text marked(Field field, String value, String other) {
    return field.name().endsWith("_number") ? plain(value) : differing(value, other);
  }

  private static Text plain(String value) {
    return new Text(value, "", "");
  }

  /** A wholly other value is not marked: nothing in it is a slip of the pen. */
  static Text differing(String value, String other) {
    int same = Math.min(value.length(), other.length());
    int front = 0;
    while (front < same && value.charAt(front) == other.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < same - front
        && value.charAt(value.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    boolean alike = front + back >= Math.max(value.length(), other.length()) / 2.0;
    return alike
        ? new Text(
            value.substring(0, front),
            value.substring(front, value.length() - back),
            value.substring(value.length() - back))
        : plain(value);
  }

  /** Bits to units of the picture. */
  private static final class Scale {
    private final double lowest;
    private final double highest;

    Scale(Likeness likeness) {
      double at = prior(likeness);
      double low = Math.min(0, at);
      double high = Math.max(0, at);
      for (Reason reason : likeness.reasons()) {
        at += reason.weight();
        low = Math.min(low, at);
        high = Math.max(high, at);
      }
      // Fields come in another order than the reasons: room for whichever comes first.
      double most =
          likeness.reasons().stream().mapToDouble(reason -> Math.max(0, reason.weight())).sum();
      lowest = low;
      highest = Math.max(high, prior(likeness) + most);
    }

    long x(double bits) {
      double clamped = Math.clamp(bits, lowest, highest);
      return Math.round(10 + WIDTH * (clamped - lowest) / Math.max(1, highest - lowest));
    }

    Bar bar(double from, double to) {
      long start = x(Math.min(from, to));
      return new Bar(start, Math.max(2, x(Math.max(from, to)) - start), to < from, x(0));
    }
  }
}
