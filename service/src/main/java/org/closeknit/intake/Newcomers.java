package org.closeknit.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.closeknit.agency.Agency;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.match.PersonRecord;
import org.closeknit.submission.Line;
import org.springframework.stereotype.Component;

/**
 * People who are not known yet and come with a status: a council's extract carries name, number and
 * birth date with every line.
 */
@Component
class Newcomers {
  private final People people;

  Newcomers(People people) {
    this.people = people;
  }

  /** Makes their records; the sender's own ids of those who came. */
  Set<String> take(Batch batch, Map<String, PersonRecord> known, BiPredicate<Agency, Line> fit) {
    Map<String, Line> first = new LinkedHashMap<>();
    for (Line line : batch.lines()) {
      if (!known.containsKey(line.localId()) && saysWho(line) && fit.test(batch.agency(), line)) {
        first.putIfAbsent(line.localId(), line);
      }
    }
    people.take(first.values().stream().map(line -> record(batch, line)).toList());
    return first.keySet();
  }

  /** A number, or a name with a birth date; less would be a record of nobody in particular. */
  private static boolean saysWho(Line line) {
    return line.has("nhs_number")
        || line.has("chi_number")
        || (line.has("family_name") && line.has("birth_date"));
  }

  private static NewRecord record(Batch batch, Line line) {
    boolean unborn = line.text("status").equals("UCPP");
    return new NewRecord(
        batch.agency().id(),
        line.localId(),
        batch.submission(),
        line.number(),
        unborn ? PersonKind.ADULT : PersonKind.CHILD,
        line.nhsNumber(),
        false,
        line.chiNumber(),
        // A family name "unknown" counts as absent in matching.
        line.has("family_name") ? line.text("family_name") : "unknown",
        line.text("given_names"),
        "",
        line.date("birth_date"),
        // For a plan for an unborn child the date is the child's, and the person is the mother.
        unborn ? Optional.empty() : line.date("expected_birth_date"),
        "",
        "",
        "",
        Optional.empty(),
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
