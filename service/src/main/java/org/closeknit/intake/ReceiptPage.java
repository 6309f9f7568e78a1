package org.closeknit.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Stage;
import org.closeknit.submission.Answer;
import org.closeknit.submission.FileCode;
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
  ReceiptView of(Asker.Worker reader, Submission sent, int page, String again) {
    var dates = new Dates(clock.instant());
    String when = dates.moment(sent.receivedAt());
    String name = Kinds.label(sent.kind()).toLowerCase(Locale.ROOT);
    int shown = Math.min(page * PAGE, sent.refused());
    return new ReceiptView(
        sent.id().toString(),
        sent.done() ? "Receipt" : "Taking in a file",
        (sent.done() ? "Receipt: " : "Taking in: ") + name + ", " + when,
        again(again, when),
        sent.done(),
        sent.file().map(ReceiptPage::tag).orElse(""),
        sent.file().filter(FileCode.CPF02::equals).isPresent(),
        stages(sent),
        sent.lines().orElse(0),
        sent.received(),
        sent.refused(),
        progress(sent, clock.instant()),
        figures(sent),
        sent.reason().orElse(""),
        means(sent),
        stuck(sent),
        onPlan(sent),
        "Download the " + Numbers.count(sent.refused(), "line", "lines") + " with reasons (CSV)",
        lines(sent, page),
        page > 1 ? "/submissions/" + sent.id() + "?page=" + (page - 1) : "",
        shown < sent.refused() ? "/submissions/" + sent.id() + "?page=" + (page + 1) : "",
        Numbers.count(sent.refused() - shown, "more refused line", "more refused lines"),
        details(sent, dates),
        new ReceiptView.Foot(
            "Receipt " + sent.id(),
            reader.name(),
            dates.moment(clock.instant()),
            "what " + reader.agency().name() + " sent"));
  }

  private static String again(String how, String when) {
    return switch (how) {
      case "yes" -> "You sent this %s. Nothing changed. This is its receipt.".formatted(when);
      case "tried" ->
          "You sent this %s. Sending it again would change nothing. This is its receipt."
              .formatted(when);
      default -> "";
    };
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
        new Stage("Matched", takenIn(sent, read)),
        new Stage("Told those concerned", sent.done() ? Stage.State.DONE : Stage.State.LATER));
  }

  private static Stage.State takenIn(Submission sent, boolean read) {
    if (sent.done()) {
      return Stage.State.DONE;
    }
    return read ? Stage.State.NOW : Stage.State.LATER;
  }

  private static String progress(Submission sent, Instant now) {
    return sent.lines()
        .map(all ->
            "%s of %s lines taken in, %s refused so far.%s"
                .formatted(
                    Numbers.count(sent.received()),
                    Numbers.count(all),
                    Numbers.count(sent.refused()),
                    left(sent, all, now)))
        .orElse("The file is being read to its end; no line counts before.");
  }

  /** As long as the lines before took for each. */
  private static String left(Submission sent, int all, Instant now) {
    if (sent.received() == 0) {
      return "";
    }
    double took = Duration.between(sent.receivedAt(), now).toMillis() / 1000.0;
    long seconds = Math.max(1, Math.round(took * (all - sent.received()) / sent.received()));
    return seconds < 100
        ? " About " + Numbers.count((int) seconds, "second", "seconds") + "."
        : " About "
            + Numbers.count((int) Math.min(seconds / 60, 10_000), "minute", "minutes")
            + ".";
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
    return sent.accepted() == 1
        ? "The good line is in force now."
        : "The %s good lines are in force now.".formatted(Numbers.count(sent.accepted()));
  }

  private static String stuck(Submission sent) {
    return sent.refused() == 0
        ? ""
        : "For the %s nothing flows until %s mended."
            .formatted(
                Numbers.count(sent.refused(), "refused line", "refused lines"),
                sent.refused() == 1 ? "it is" : "they are");
  }

  private String onPlan(Submission sent) {
    return onPlan(sent.refused() == 0 ? 0 : submissions.peopleOnAPlanRefused(sent.id()));
  }

  static String onPlan(int children) {
    return switch (children) {
      case 0 -> "";
      case 1 -> "1 of them is about a child on a plan or looked after.";
      default -> Numbers.count(children) + " of them are children on a plan or looked after.";
    };
  }

  /** What the first wrong cell of each shown line holds; of a short file, which is soon read. */
  private List<RefusedLine> lines(Submission sent, int page) {
    List<Answer> answers = submissions.refused(sent.id(), (page - 1) * PAGE, PAGE);
    Map<Integer, String> wrong =
        sent.received() > Submissions.STEP ? Map.of() : submissions.wrongCells(sent, answers);
    return answers.stream()
        .map(answer -> RefusedLine.of(answer, wrong.getOrDefault(answer.line(), "")))
        .toList();
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
