package org.closeknit.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.match.NewRecord;
import org.closeknit.match.OwnRecords;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in people. */
@Component
class PeopleIn implements Taking {
  private final People people;
  private final OwnRecords own;
  private final ReplacedNumbers replaced;

  PeopleIn(People people, OwnRecords own, ReplacedNumbers replaced) {
    this.people = people;
    this.own = own;
    this.replaced = replaced;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.PEOPLE;
  }

  @Override
  public List<Answer> take(Batch batch) {
    var answers = new ArrayList<Answer>();
    var together = new ArrayList<Line>();
    var ids = new HashSet<String>();
    for (Line line : batch.lines()) {
      // The same person twice in one file: what comes later stands on what came before.
      if (!ids.add(line.localId())) {
        answers.addAll(takeDistinct(new Batch(batch.agency(), batch.submission(), together)));
        together.clear();
        ids.clear();
        ids.add(line.localId());
      }
      together.add(line);
    }
    answers.addAll(takeDistinct(new Batch(batch.agency(), batch.submission(), together)));
    return answers;
  }

  /** The sender may ask what became of these lines too. */
  @Override
  public void overtaken(Batch batch) {
    Map<String, RecordId> known = people.records(batch.agency().id(), batch.localIds());
    for (Line line : batch.lines()) {
      Optional.ofNullable(known.get(line.localId()))
          .ifPresent(record -> people.spokenOf(record, batch.submission(), line.number()));
    }
  }

  private List<Answer> takeDistinct(Batch batch) {
    Set<ReplacedNumbers.Replaced> old = replaced.among(batch.agency().id(), batch.localIds());
    var answers = new ArrayList<Answer>();
    var good = new ArrayList<Line>();
    for (Line line : batch.lines()) {
      Optional<Answer> refused = refused(line, old);
      refused.ifPresentOrElse(answers::add, () -> good.add(line));
    }
    if (!good.isEmpty()) {
      keep(batch, good);
      good.forEach(line -> answers.add(Answer.taken(line)));
    }
    return answers;
  }

  private static Optional<Answer> refused(Line line, Set<ReplacedNumbers.Replaced> old) {
    boolean superseded =
        !line.yes("nhs_number_verified")
            && ReplacedNumbers.Replaced.in(line).filter(old::contains).isPresent();
    if (superseded) {
      return Optional.of(Refuse.replacedNumber(line));
    }
    if (line.localId().equals(line.text("mother_local_id"))) {
      return Optional.of(Refuse.because(line, "mother_local_id", "is the same person as local_id"));
    }
    return line.lastDay("died_on")
        .filter(died -> line.firstDay("birth_date").filter(died::isBefore).isPresent())
        .map(died -> Refuse.because(line, "died_on", "is before the birth date"));
  }

  private void keep(Batch batch, List<Line> lines) {
    List<String> ids = lines.stream().map(Line::localId).toList();
    Map<String, PersonRecord> before = own.of(batch.agency().id(), ids);
    List<NewRecord> records = lines.stream().map(line -> record(batch, line)).toList();
    people.take(records);
    replaced.note(batch.agency().id(), before, records);
  }

  private static NewRecord record(Batch batch, Line line) {
    return new NewRecord(
        batch.agency().id(),
        line.localId(),
        batch.submission(),
        line.number(),
        PersonKind.valueOf(line.text("kind").toUpperCase(Locale.ROOT)),
        line.nhsNumber(),
        line.yes("nhs_number_verified"),
        line.chiNumber(),
        line.text("family_name"),
        line.text("given_names"),
        line.text("previous_names"),
        line.date("birth_date"),
        line.date("expected_birth_date"),
        line.text("mother_local_id"),
        line.text("sex"),
        line.text("address"),
        line.firstDay("address_from"),
        line.text("address_verified_by"),
        line.text("postcode"),
        line.text("phone"),
        line.text("language"),
        line.text("school"),
        restriction(line),
        line.lastDay("died_on"),
        line.lastDay("ended_on"),
        line.firstDay("withdrawn_on"));
  }

  private static Optional<Restriction> restriction(Line line) {
    return Optional.of(line.text("restricted"))
        .filter(word -> !word.isEmpty())
        .map(word -> Restriction.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
