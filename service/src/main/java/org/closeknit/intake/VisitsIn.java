package org.closeknit.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Kept;
import org.closeknit.attendance.NewVisit;
import org.closeknit.attendance.Setting;
import org.closeknit.match.People;
import org.closeknit.person.Reading;
import org.closeknit.person.RecordId;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.Moment;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in visits to health care. */
@Component
class VisitsIn implements Taking {
  private final Attendances attendances;
  private final People people;

  VisitsIn(Attendances attendances, People people) {
    this.attendances = attendances;
    this.people = people;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.VISITS;
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
    Moment arrived = line.moment("arrived").orElseThrow();
    boolean endsFirst =
        line.moment("ended")
            .filter(ended -> ended.latest().isBefore(arrived.earliest()))
            .isPresent();
    if (endsFirst) {
      return Refuse.because(line, "ended", "is before the arrival");
    }
    return attendances
        .take(visit(batch, line, record, arrived))
        .map(refusal -> Refuse.because(line, refusal))
        .orElseGet(() -> Answer.taken(line));
  }

  private static NewVisit visit(Batch batch, Line line, RecordId record, Moment arrived) {
    return new NewVisit(
        record,
        batch.agency().id(),
        batch.submission(),
        line.number(),
        line.text("visit_id"),
        arrived.day(),
        arrived.time(),
        known(Setting.read(line.text("setting"))),
        yesOrNo(line, "planned"),
        known(Kept.read(line.text("kept"))),
        line.text("accompanied_by"),
        line.text("reason"),
        yesOrNo(line, "injury"),
        yesOrNo(line, "left_before_seen"),
        line.text("follow_up_of"),
        line.text("safeguarding_code"),
        line.moment("ended").map(Moment::iso).orElse(""),
        line.handling(),
        line.date("withdrawn_on"));
  }

  private static Optional<Boolean> yesOrNo(Line line, String column) {
    return line.has(column) ? Optional.of(line.yes(column)) : Optional.empty();
  }

  private static <T> T known(Reading<T> reading) {
    return switch (reading) {
      case Reading.Good<T>(T value) -> value;
      case Reading.Bad<T> unused ->
          throw new IllegalStateException("the check of the line let another word through");
    };
  }
}
