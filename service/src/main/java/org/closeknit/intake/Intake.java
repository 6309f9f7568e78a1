package org.closeknit.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.person.AgencyId;
import org.closeknit.plan.Plans;
import org.closeknit.submission.Claim;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.Lines;
import org.closeknit.submission.Reception;
import org.closeknit.submission.Shape;
import org.closeknit.submission.Submission;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in files: a short one while its sender waits, a long one later. */
@Component
class Intake {
  private final Submissions submissions;
  private final Entrance entrance;
  private final Steps steps;
  private final LongFiles longFiles;
  private final Plans plans;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Intake(
      Submissions submissions,
      Entrance entrance,
      Steps steps,
      LongFiles longFiles,
      Plans plans,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.submissions = submissions;
    this.entrance = entrance;
    this.steps = steps;
    this.longFiles = longFiles;
    this.plans = plans;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  Outcome take(Arriving file) throws IOException {
    Reception reception =
        submissions.receive(file.asker(), file.kind(), file.fileName(), file.body());
    return switch (reception) {
      case Reception.TooLarge(long limit) -> {
        refused(file, "too large");
        yield new Outcome.TooLarge(limit);
      }
      case Reception.Stored(UUID id) -> taken(file, id);
    };
  }

  private Outcome taken(Arriving file, UUID id) {
    boolean kept = false;
    try {
      Outcome outcome = look(file, id);
      kept = outcome instanceof Outcome.Done || outcome instanceof Outcome.Left;
      return outcome;
    } finally {
      if (!kept) {
        submissions.forget(id);
      }
    }
  }

  private Outcome look(Arriving file, UUID id) {
    Shape shape = submissions.read(id, file.kind(), Submissions.STEP);
    return switch (shape) {
      case Shape.Unreadable why -> {
        refused(file, FileCode.CPF01.name());
        yield new Outcome.Unreadable(why);
      }
      case Shape.Whole(int lines) -> inTurn(file, id, () -> takeIn(file, id, lines));
      case Shape.Longer() -> {
        Outcome outcome = inTurn(file, id, () -> leave(file, id));
        longFiles.wake();
        yield outcome;
      }
    };
  }

  private Outcome inTurn(Arriving file, UUID id, Supplier<Outcome> work) {
    return entrance.inTurn(file.asker().agency().id(), unused -> once(file, id, work));
  }

  /** The file's work, unless the same was sent before. */
  private Outcome once(Arriving file, UUID id, Supplier<Outcome> work) {
    AgencyId sender = file.asker().agency().id();
    submissions.awaitTurn(sender);
    return switch (submissions.claim(id, sender, file.key())) {
      case Claim.First() -> work.get();
      case Claim.Again(UUID first) -> again(file, first);
      case Claim.KeyUsedOtherwise() -> new Outcome.KeyUsedOtherwise();
    };
  }

  /** A list that says what it said before is a fresh list, unless no line of it could be used. */
  private Outcome again(Arriving file, UUID first) {
    boolean used =
        submissions
            .find(first)
            .flatMap(Submission::file)
            .filter(code -> code == FileCode.CPF02 || code == FileCode.CPF03)
            .isPresent();
    if (used) {
      heard(file);
    }
    return new Outcome.Again(first);
  }

  private void heard(Arriving file) {
    boolean fromCouncil = file.asker().agency().kind() == Kind.COUNCIL;
    if (file.kind() == SubmissionKind.STATUSES && fromCouncil) {
      plans.heard(file.asker().agency().id());
    }
  }

  private Outcome takeIn(Arriving file, UUID id, int count) {
    Submission sent = submissions.find(id).orElseThrow();
    submissions.hasLines(id, count);
    try (Lines lines = submissions.lines(id, file.kind())) {
      steps.take(sent, lines, Submissions.STEP, true);
    }
    FileCode code = submissions.complete(id);
    if (count == 0) {
      heard(file);
    }
    write(file, code.name(), "%s, %d lines".formatted(file.kind().word(), count));
    return new Outcome.Done(id);
  }

  private Outcome leave(Arriving file, UUID id) {
    submissions.leave(id);
    write(file, "stored", file.kind().word());
    return new Outcome.Left(id);
  }

  private void refused(Arriving file, String outcome) {
    transaction.executeWithoutResult(
        unused -> write(file, "refused " + outcome, file.kind().word()));
  }

  private void write(Arriving file, String outcome, String detail) {
    audit.write(
        new Entry(
            file.asker(),
            "sent a file",
            "submission",
            outcome,
            Optional.empty(),
            List.of(),
            false,
            detail));
  }
}
