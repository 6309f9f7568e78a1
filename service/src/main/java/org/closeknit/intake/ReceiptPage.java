package org.closeknit.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Stage;
import org.closeknit.submission.Answer;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.LineCode;
import org.closeknit.submission.Submission;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;

/** Says in plain words what came of a file. */
@Component
class ReceiptPage {
  static final int PAGE = 50;

  private final Submissions submissions;
  private final InstantSource clock;

  ReceiptPage(Submissions submissions, InstantSource clock) {
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * @param page of the refused lines, from 1
   */
  ReceiptView of(Submission sent, int page, boolean again) {
    var dates = new Dates(clock.instant());
    String when = dates.moment(sent.receivedAt());
    String name = Kinds.label(sent.kind()).toLowerCase(Locale.ROOT);
    int shown = Math.min(page * PAGE, sent.refused());
    return new ReceiptView(
        sent.id().toString(),
        sent.done() ? "Receipt" : "Taking in a file",
        (sent.done() ? "Receipt: " : "Taking in: ") + name + ", " + when,
        again ? "You sent this " + when + "." : "",
        sent.done(),
        sent.file().map(ReceiptPage::tag).orElse(""),
        sent.file().filter(FileCode.CPF02::equals).isPresent(),
        stages(sent),
        sent.lines().orElse(0),
        sent.received(),
        sent.refused(),
        progress(sent),
        figures(sent),
        sent.reason().orElse(""),
        means(sent),
        stuck(sent),
        onPlan(sent),
        "Download the " + Numbers.count(sent.refused(), "line", "lines") + " with reasons (CSV)",
        submissions.refused(sent.id(), (page - 1) * PAGE, PAGE).stream()
            .map(ReceiptPage::refused)
            .toList(),
        page > 1 ? "/submissions/" + sent.id() + "?page=" + (page - 1) : "",
        shown < sent.refused() ? "/submissions/" + sent.id() + "?page=" + (page + 1) : "",
        Numbers.count(sent.refused() - shown, "more refused line", "more refused lines"),
        details(sent, dates));
  }

  static String tag(FileCode code) {
    return switch (code) {
      case CPF01 -> "Not read, CPF01";
      case CPF02 -> "Loaded, CPF02";
      case CPF03 -> "Partly loaded, CPF03";
      case CPF04 -> "Nothing loaded, CPF04";
    };
  }

  private static List<Stage> stages(Submission sent) {
    boolean read = sent.done() || sent.lines().isPresent();
    return List.of(
        new Stage("Received", Stage.State.DONE),
        new Stage("Checked", read ? Stage.State.DONE : Stage.State.NOW),
        new Stage("Taken in", takenIn(sent, read)));
  }

  private static Stage.State takenIn(Submission sent, boolean read) {
    if (sent.done()) {
      return Stage.State.DONE;
    }
    return read ? Stage.State.NOW : Stage.State.LATER;
  }

  private static String progress(Submission sent) {
    return sent.lines()
        .map(all ->
            "%s of %s lines taken in, %s refused so far."
                .formatted(
                    Numbers.count(sent.received()),
                    Numbers.count(all),
                    Numbers.count(sent.refused())))
        .orElse("The file is being read to its end; no line counts before.");
  }

  private static List<Fact> figures(Submission sent) {
    return List.of(
        new Fact("lines received", Numbers.count(sent.received())),
        new Fact("taken in", Numbers.count(sent.accepted())),
        new Fact("refused", Numbers.count(sent.refused())));
  }

  private static String means(Submission sent) {
    if (sent.reason().isPresent()) {
      return "Nothing was taken in, because " + sent.reason().get() + ".";
    }
    if (sent.accepted() == 0) {
      return sent.received() == 0 ? "The file has no lines but its header." : "";
    }
    return "The %s now."
        .formatted(
            Numbers.count(sent.accepted(), "good line is in force", "good lines are in force"));
  }

  private static String stuck(Submission sent) {
    return sent.refused() == 0
        ? ""
        : "For the %s nothing flows until they are mended."
            .formatted(Numbers.count(sent.refused(), "refused line", "refused lines"));
  }

  private String onPlan(Submission sent) {
    int children = sent.refused() == 0 ? 0 : submissions.peopleOnAPlanRefused(sent.id());
    return switch (children) {
      case 0 -> "";
      case 1 -> "1 of them is about a child on a plan or looked after.";
      default -> Numbers.count(children) + " of them are children on a plan or looked after.";
    };
  }

  private static ReceiptView.Refused refused(Answer answer) {
    return new ReceiptView.Refused(
        Integer.toString(answer.line()),
        answer.localId().isEmpty() ? "not readable" : answer.localId(),
        answer.onPlan(),
        answer.reason().orElse(""),
        toDo(answer.code()),
        answer.code().name());
  }

  private static String toDo(LineCode code) {
    return switch (code) {
      case CPR01 -> "Send the person first, then this line in a new file.";
      case CPR03 -> "Compare it with what you sent of this person, and correct one of them.";
      case CPR04 -> "Look at the source; type it again.";
      case CPR05 -> "Ask for the new number, then send again.";
      case CPR06 -> "";
      case CPR07 -> "Correct it and send the line again.";
    };
  }

  private static List<Fact> details(Submission sent, Dates dates) {
    var facts = new ArrayList<Fact>();
    if (!sent.fileName().isEmpty()) {
      facts.add(Fact.plain("File", sent.fileName()));
    }
    facts.add(Fact.plain("Sent by", sent.sentBy()));
    facts.add(Fact.plain("Size", Numbers.count(sent.bytes()) + " bytes"));
    sent.finishedAt().ifPresent(at -> facts.add(Fact.plain("Done", dates.moment(at))));
    facts.add(Fact.plain("Number of this receipt", sent.id().toString()));
    return facts;
  }
}
