package org.closeknit.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.match.OwnRecords;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.Reading;
import org.closeknit.person.RecordId;
import org.closeknit.plan.NewStatus;
import org.closeknit.plan.Plans;
import org.closeknit.plan.StatusKind;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Line;
import org.closeknit.submission.LineCode;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Takes in statuses, with the people of an extract that carries its own demographics. */
@Component
class StatusesIn implements Taking {
  private static final Set<StatusKind> SCOTTISH = Set.of(StatusKind.CP_REGISTER, StatusKind.CSO);

  private final Plans plans;
  private final OwnRecords own;
  private final Newcomers newcomers;
  private final ReplacedNumbers replaced;

  StatusesIn(Plans plans, OwnRecords own, Newcomers newcomers, ReplacedNumbers replaced) {
    this.plans = plans;
    this.own = own;
    this.newcomers = newcomers;
    this.replaced = replaced;
  }

  @Override
  public SubmissionKind kind() {
    return SubmissionKind.STATUSES;
  }

  @Override
  public List<Answer> take(Batch batch) {
    Map<String, PersonRecord> known = new HashMap<>(own.of(batch.agency().id(), batch.localIds()));
    Set<String> added = newcomers.take(batch, known, this::fitToCome);
    known.putAll(own.of(batch.agency().id(), added));
    Set<ReplacedNumbers.Replaced> old = replaced.among(batch.agency().id(), batch.localIds());
    List<Answer> answers =
        batch.lines().stream().map(line -> answer(batch, line, known, old)).toList();
    if (!answers.stream().allMatch(Answer::refused)) {
      plans.heard(batch.agency().id());
    }
    return answers;
  }

  private Answer answer(
      Batch batch, Line line, Map<String, PersonRecord> known, Set<ReplacedNumbers.Replaced> old) {
    Optional<Answer> refused = notYours(batch.agency(), line).or(() -> cannotBe(line));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (ReplacedNumbers.Replaced.in(line).filter(old::contains).isPresent()) {
      return Refuse.replacedNumber(line);
    }
    Optional<PersonRecord> held = Optional.ofNullable(known.get(line.localId()));
    Optional<String> disagreement = held.flatMap(record -> Demographics.disagree(line, record));
    if (disagreement.isPresent()) {
      return Answer.refused(line, LineCode.CPR03, disagreement.get());
    }
    return held.map(record -> take(batch, line, record.id()))
        .orElseGet(() -> Refuse.unknownPerson(line, "local_id"));
  }

  /**
   * Whether the person of a line may come in with it. Whatever can refuse the status of somebody
   * who is not known yet has to be asked here: a refused line leaves nobody behind.
   */
  private boolean fitToCome(Agency agency, Line line) {
    return notYours(agency, line).isEmpty() && cannotBe(line).isEmpty() && !line.has("delete_date");
  }

  private static Optional<Answer> notYours(Agency agency, Line line) {
    StatusKind status = status(line);
    boolean scottish = SCOTTISH.contains(status);
    boolean council = agency.kind() == Kind.COUNCIL;
    boolean reporter = agency.kind() == Kind.REPORTER && status == StatusKind.CSO;
    if (!council && !reporter) {
      return Optional.of(
          Refuse.because(line, "status", "a status like this is a council's to send"));
    }
    if (scottish != agency.nation().equals("scotland")) {
      return Optional.of(
          Refuse.because(
              line,
              "status",
              scottish
                  ? "CP-REGISTER and CSO are Scottish statuses"
                  : "CPP, LAC, UCPP and CIN are English statuses"));
    }
    return Optional.empty();
  }

  private Optional<Answer> cannotBe(Line line) {
    return plans
        .refusal(line.date("start_date").orElseThrow(), line.date("end_date"))
        .map(refusal -> Refuse.because(line, refusal));
  }

  private Answer take(Batch batch, Line line, RecordId record) {
    return plans
        .take(
            new NewStatus(
                record,
                batch.agency().id(),
                batch.submission(),
                line.number(),
                status(line),
                line.text("category"),
                line.date("start_date").orElseThrow(),
                line.date("end_date"),
                line.date("delete_date"),
                line.date("expected_birth_date"),
                line.text("unborn_local_id"),
                line.text("office_phone"),
                line.text("emergency_phone")))
        .map(refusal -> Refuse.because(line, refusal))
        .orElseGet(() -> Answer.taken(line));
  }

  private static StatusKind status(Line line) {
    return switch (StatusKind.read(line.text("status"))) {
      case Reading.Good<StatusKind>(StatusKind kind) -> kind;
      case Reading.Bad<StatusKind> unused ->
          throw new IllegalStateException("the check of the line let another word through");
    };
  }
}
