package org.closeknit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closeknit.chronology.Chronologies;
import org.closeknit.chronology.NewEvent;
import org.closeknit.match.People;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in what happened. */
@Component
class EventsIn implements Taking {
  private final Chronologies chronologies;
  private final People people;

  EventsIn(Chronologies chronologies, People people) {
    this.chronologies = chronologies;
    this.people = people;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.EVENTS;
  }

  @Override
  public List<Answer> take(Batch batch) {
    Map<String, RecordId> known = people.records(batch.agency().id(), batch.localIds());
    var answers = new ArrayList<Answer>();
    var events = new ArrayList<NewEvent>();
    for (Line line : batch.lines()) {
      RecordId record = known.get(line.localId());
      if (record == null) {
        answers.add(Refuse.unknownPerson(line, "local_id"));
      } else {
        events.add(event(batch, line, record));
        answers.add(Answer.taken(line));
      }
    }
    chronologies.take(events);
    return answers;
  }

  private static NewEvent event(Batch batch, Line line, RecordId record) {
    PartialDate date = line.date("date").orElseThrow();
    return new NewEvent(
        record,
        batch.agency().id(),
        batch.submission(),
        line.number(),
        line.text("event_id"),
        date,
        line.time("time"),
        certainty(line, date),
        line.date("learned_on"),
        line.text("category"),
        line.text("headline"),
        line.text("detail"),
        line.text("source"),
        line.text("source_kind"),
        line.text("standing"),
        line.text("impact"),
        line.text("action"),
        line.text("outcome"),
        line.text("tone"),
        line.text("child_words"),
        line.text("heard_by"),
        line.handling(),
        line.text("correction_reason"),
        line.firstDay("withdrawn_on"));
  }

  /** Where the sender does not say, the date is as certain as it is long. */
  private static String certainty(Line line, PartialDate date) {
    if (line.has("date_certainty")) {
      return line.text("date_certainty");
    }
    return switch (date.iso().length()) {
      case 4 -> "year";
      case 7 -> "month";
      default -> line.has("time") ? "exact" : "day";
    };
  }
}
