package org.closeknit.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.PartialDate;
import org.closeknit.submission.Line;

/**
 * Whether what a line says of a person agrees with the same agency's own record of them. The order
 * follows CP-IS: number, birth date, family name, then any given name that both share.
 */
final class Demographics {
  private Demographics() {}

  /** Which column disagrees, and how; absent when all that both say agrees. */
  static Optional<String> disagree(Line line, PersonRecord record) {
    NewRecord held = record.says();
    if (line.nhsNumber().isPresent()
        && held.nhsNumber().isPresent()
        && !line.nhsNumber().equals(held.nhsNumber())) {
      return differs("nhs_number");
    }
    if (line.chiNumber().isPresent()
        && held.chiNumber().isPresent()
        && !line.chiNumber().equals(held.chiNumber())) {
      return differs("chi_number");
    }
    if (line.date("birth_date")
        .flatMap(said -> held.birthDate().filter(kept -> apart(said, kept)))
        .isPresent()) {
      return differs("birth_date");
    }
    if (apart(line.text("family_name"), held.familyName() + " " + held.previousNames())) {
      return differs("family_name");
    }
    if (apart(line.text("given_names"), held.givenNames() + " " + held.previousNames())) {
      return differs("given_names");
    }
    return Optional.empty();
  }

  private static Optional<String> differs(String column) {
    return Optional.of(column + ": differs from your agency's own record of this person");
  }

  private static boolean apart(PartialDate one, PartialDate other) {
    return one.latest().isBefore(other.earliest()) || other.latest().isBefore(one.earliest());
  }

  /** Whether two names that are both known share no part. */
  private static boolean apart(String said, String kept) {
    Set<String> one = parts(said);
    Set<String> other = parts(kept);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    one.retainAll(other);
    return one.isEmpty();
  }

  private static Set<String> parts(String names) {
    String plain =
        Normalizer.normalize(names, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['\u2019]", "")
            .toLowerCase(Locale.ROOT);
    var parts = new HashSet<>(Arrays.asList(plain.split("[^\\p{L}]+")));
    parts.remove("");
    parts.remove("unknown");
    return parts;
  }
}
