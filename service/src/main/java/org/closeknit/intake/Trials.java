package org.closeknit.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.AgencyId;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Claim;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.Lines;
import org.closeknit.submission.Reception;
import org.closeknit.submission.Shape;
import org.closeknit.submission.Submission;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file in as if it had been sent, and lets nothing of it stand: no record, no status, no
 * notice, and no trace by which the same file would be known when it is sent. That somebody tried a
 * file is kept.
 */
@Component
class Trials {
  /** So many refused lines are shown; whoever tries again sees the next. */
  static final int SHOWN = 50;

  private final Submissions submissions;
  private final Entrance entrance;
  private final Steps steps;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Trials(
      Submissions submissions,
      Entrance entrance,
      Steps steps,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.submissions = submissions;
    this.entrance = entrance;
    this.steps = steps;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  Trial attempt(Arriving file) throws IOException {
    Reception reception =
        submissions.receive(file.asker(), file.kind(), file.fileName(), file.body());
    Trial trial =
        switch (reception) {
          case Reception.TooLarge unused -> new Trial.TooLarge();
          case Reception.Stored(UUID id) -> attempt(file, id);
        };
    transaction.executeWithoutResult(unused -> write(file, trial));
    return trial;
  }

  private Trial attempt(Arriving file, UUID id) {
    try {
      return switch (submissions.read(id, file.kind(), Integer.MAX_VALUE)) {
        case Shape.Unreadable why -> new Trial.Unreadable(why);
        case Shape.Whole(int lines) -> inTurn(file, id, lines);
        case Shape.Longer() -> throw new IllegalStateException("no file has so many lines");
      };
    } finally {
      submissions.forget(id);
    }
  }

  private Trial inTurn(Arriving file, UUID id, int lines) {
    AgencyId sender = file.asker().agency().id();
    return entrance.inTurn(
        sender,
        status -> {
          status.setRollbackOnly();
          submissions.awaitTurn(sender);
          return switch (submissions.claim(id, sender, Optional.empty())) {
            case Claim.First() -> would(file, id, lines);
            case Claim.Again(UUID first) -> new Trial.SentBefore(first);
            case Claim.KeyUsedOtherwise() -> throw new IllegalStateException("a trial has no key");
          };
        });
  }

  private Trial would(Arriving file, UUID id, int count) {
    Submission sent = submissions.find(id).orElseThrow();
    try (Lines lines = submissions.lines(id, file.kind())) {
      steps.take(sent, lines, Submissions.STEP, true);
    }
    FileCode code = submissions.complete(id);
    Submission tried = submissions.find(id).orElseThrow();
    List<Answer> first = submissions.refused(id, 0, SHOWN);
    Map<Integer, String> wrong =
        tried.received() > Submissions.STEP ? Map.of() : submissions.wrongCells(tried, first);
    return new Trial.Would(
        code,
        count,
        tried.received(),
        tried.accepted(),
        tried.refused(),
        submissions.peopleOnAPlanRefused(id),
        first.stream()
            .map(answer -> RefusedLine.of(answer, wrong.getOrDefault(answer.line(), "")))
            .toList());
  }

  private void write(Arriving file, Trial trial) {
    String outcome =
        switch (trial) {
          case Trial.Would would -> "would be " + would.code();
          case Trial.SentBefore unused -> "sent before";
          case Trial.Unreadable unused -> "would be " + FileCode.CPF01;
          case Trial.TooLarge unused -> "too large";
        };
    audit.write(
        new Entry(
            file.asker(),
            "tried a file",
            "submission",
            outcome,
            Optional.empty(),
            List.of(),
            false,
            file.kind().word()));
  }
}
