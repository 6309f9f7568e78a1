package org.closeknit.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.NewInvolvement;
import org.closeknit.match.People;
import org.closeknit.person.RecordId;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in who works with whom. */
@Component
class InvolvementsIn implements Taking {
  private final CaseTeams teams;
  private final People people;

  InvolvementsIn(CaseTeams teams, People people) {
    this.teams = teams;
    this.people = people;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.INVOLVEMENTS;
  }

  @Override
  public List<Answer> take(Batch batch) {
    Map<String, RecordId> known = people.records(batch.agency().id(), batch.localIds());
    return batch.lines().stream().map(line -> answer(batch, line, known)).toList();
  }

  private Answer answer(Batch batch, Line line, Map<String, RecordId> known) {
    RecordId record = known.get(line.localId());
    if (record == null) {
      return Refuse.unknownPerson(line, "local_id");
    }
    LocalDate from = line.firstDay("from").orElseThrow();
    Optional<LocalDate> to = line.lastDay("to");
    if (to.filter(last -> last.isBefore(from)).isPresent()) {
      return Refuse.because(line, "to", "is before from");
    }
    teams.take(involvement(batch, line, record, from, to));
    return Answer.taken(line);
  }

  private static NewInvolvement involvement(
      Batch batch, Line line, RecordId record, LocalDate from, Optional<LocalDate> to) {
    return new NewInvolvement(
        record,
        batch.agency().id(),
        batch.submission(),
        line.number(),
        line.text("worker_id"),
        line.text("worker_name"),
        line.text("role"),
        line.text("team"),
        line.text("phone"),
        line.text("email"),
        from,
        to,
        line.handling(),
        line.firstDay("withdrawn_on"));
  }
}
