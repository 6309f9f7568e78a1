package org.closeknit.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.child.NewRelationship;
import org.closeknit.child.Relationships;
import org.closeknit.match.People;
import org.closeknit.person.RecordId;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in who is what to whom. */
@Component
class RelationshipsIn implements Taking {
  private final Relationships relationships;
  private final People people;

  RelationshipsIn(Relationships relationships, People people) {
    this.relationships = relationships;
    this.people = people;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.RELATIONSHIPS;
  }

  @Override
  public List<Answer> take(Batch batch) {
    List<String> ids =
        batch.lines().stream()
            .flatMap(line -> Stream.of(line.localId(), line.text("other_local_id")))
            .distinct()
            .toList();
    Map<String, RecordId> known = people.records(batch.agency().id(), ids);
    var answers = new ArrayList<Answer>();
    var good = new ArrayList<NewRelationship>();
    for (Line line : batch.lines()) {
      Optional<Answer> refused = refused(line, known);
      if (refused.isEmpty()) {
        good.add(relationship(batch, line, known));
      }
      answers.add(refused.orElseGet(() -> Answer.taken(line)));
    }
    relationships.take(good);
    return answers;
  }

  private static Optional<Answer> refused(Line line, Map<String, RecordId> known) {
    for (String column : List.of("local_id", "other_local_id")) {
      if (!known.containsKey(line.text(column))) {
        return Optional.of(Refuse.unknownPerson(line, column));
      }
    }
    if (line.localId().equals(line.text("other_local_id"))) {
      return Optional.of(Refuse.because(line, "other_local_id", "is the same person as local_id"));
    }
    Optional<LocalDate> from = line.firstDay("from");
    return line.lastDay("to")
        .filter(to -> from.filter(to::isBefore).isPresent())
        .map(to -> Refuse.because(line, "to", "is before from"));
  }

  private static NewRelationship relationship(Batch batch, Line line, Map<String, RecordId> known) {
    return new NewRelationship(
        known(known, line.localId()),
        known(known, line.text("other_local_id")),
        batch.agency().id(),
        batch.submission(),
        line.number(),
        line.text("relationship"),
        line.firstDay("from"),
        line.lastDay("to"),
        line.handling(),
        line.firstDay("withdrawn_on"));
  }

  private static RecordId known(Map<String, RecordId> records, String localId) {
    return Optional.ofNullable(records.get(localId)).orElseThrow();
  }
}
