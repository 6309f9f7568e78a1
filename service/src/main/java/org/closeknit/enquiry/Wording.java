package org.closeknit.enquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closeknit.pages.Answer;
import org.closeknit.pages.Dates;
import org.closeknit.person.PartialDate;
import org.closeknit.plan.StatusKind;

/**
 * The sentences of an answer. The doubt comes before the fact, and nothing that has ended reads as
 * if it held.
 *
 * @param child the given name as it was typed, or "This child"
 */
record Wording(String child, Dates dates, boolean silent) {

  AnswerPage.Block block(org.closeknit.enquiry.Answer answer) {
    return switch (answer) {
      case org.closeknit.enquiry.Answer.Held held -> held(held.findings());
      case org.closeknit.enquiry.Answer.HeldBySeveral several -> several(several.findings());
      case org.closeknit.enquiry.Answer.NothingHeld unused -> nothingHeld();
      case org.closeknit.enquiry.Answer.NotMatched not -> notMatched(not.birthDateDisagrees());
      case org.closeknit.enquiry.Answer.Ambiguous ambiguous ->
          ambiguous.perhaps().isPresent() ? perhaps() : severalFit();
      case org.closeknit.enquiry.Answer.SourceLate late -> late(late.late());
      case org.closeknit.enquiry.Answer.NotOpen unused -> notOpen();
      case org.closeknit.enquiry.Answer.TooManyChildren many -> tooMany(many.daily());
    };
  }

  private AnswerPage.Block held(org.closeknit.enquiry.Answer.Findings findings) {
    Holding first = findings.holdings().getFirst();
    String council = first.contact().name();
    if (!first.current()) {
      return block(
          whenEnded(findings),
          (unsure(findings)
                  ? "We cannot say today. A plan ended "
                  : "No plan is held now. One ended ")
              + ended(first),
          "This does not tell you that " + inSentence() + " is safe.",
          council + " held it: " + first.kind().words() + ", " + dates(first) + ".");
    }
    return block(
        Answer.HELD,
        title(first),
        "",
        council
            + ", since "
            + day(first.start())
            + first.end().map(end -> ", until " + day(end) + ".").orElse(". Not ended."));
  }

  /**
   * What has ended says nothing of today while a list is late or another record may be this
   * child's.
   */
  private static boolean unsure(org.closeknit.enquiry.Answer.Findings findings) {
    return !findings.late().isEmpty() || findings.perhaps().isPresent();
  }

  private static Answer whenEnded(org.closeknit.enquiry.Answer.Findings findings) {
    if (findings.perhaps().isPresent()) {
      return Answer.AMBIGUOUS;
    }
    return findings.late().isEmpty() ? Answer.NOTHING_HELD : Answer.LATE;
  }

  private String title(Holding holding) {
    return switch (holding.kind()) {
      case CPP -> child + " has a child protection plan";
      case LAC -> child + " is looked after by a council";
      case UCPP ->
          (named() ? child + "’s unborn baby" : "The unborn baby")
              + " has a protection plan"
              + holding.expectedBirthDate().map(due -> ", due about " + day(due)).orElse("");
      case CP_REGISTER -> child + " is on the child protection register";
      case CSO -> child + " has a compulsory supervision order";
      case CIN -> throw new IllegalStateException("a check does not tell of it");
    };
  }

  private AnswerPage.Block several(org.closeknit.enquiry.Answer.Findings findings) {
    List<Holding> holdings = findings.holdings();
    long councils = holdings.stream().map(Holding::council).distinct().count();
    var sentences = new ArrayList<String>();
    for (Holding one : holdings) {
      sentences.add(
          sentenceCase(one.kind().words())
              + (one.current() ? ", " : " ended " + ended(one) + ", ")
              + one.contact().name()
              + ".");
    }
    sentences.add(
        silent
            ? "Nobody was told."
            : councils == 2 ? "Both have been told." : "All have been told.");
    boolean any = holdings.getFirst().current();
    return new AnswerPage.Block(
        any ? Answer.SEVERAL : whenEnded(findings),
        (int) councils,
        any
            ? councils + " councils hold something for " + inSentence()
            : (unsure(findings) ? "We cannot say today. " : "No plan is held now. ")
                + councils
                + " councils held one until lately",
        any ? "" : "This does not tell you that " + inSentence() + " is safe.",
        String.join(" ", sentences));
  }

  private AnswerPage.Block nothingHeld() {
    return block(
        Answer.NOTHING_HELD,
        named() ? "No plan is held for " + child : "No plan is held for this number",
        "This does not tell you that " + inSentence() + " is safe.",
        "It says only that no council has sent us a child protection plan or a looked-after status that we can show here.");
  }

  private AnswerPage.Block notMatched(boolean birthDateDisagrees) {
    return block(
        Answer.NOT_MATCHED,
        "We do not know who this is",
        "So nothing was checked.",
        birthDateDisagrees
            ? "This number and this birth date do not belong to one child."
            : "No child that we know fits this name, birth date and fact.");
  }

  private AnswerPage.Block severalFit() {
    return block(
        Answer.AMBIGUOUS,
        "More than one child fits",
        "Nothing was checked yet.",
        "We show none of them, so that you do not act on the wrong child.");
  }

  private AnswerPage.Block perhaps() {
    return block(
        Answer.AMBIGUOUS,
        "There may be a record of this child: call",
        "We cannot say that nothing is held.",
        "A record that may be this child’s is being looked at.");
  }

  private AnswerPage.Block late(List<org.closeknit.enquiry.Answer.Source> late) {
    List<org.closeknit.enquiry.Answer.Source> never =
        late.stream().filter(source -> source.heard().isEmpty()).toList();
    List<org.closeknit.enquiry.Answer.Source> old =
        late.stream().filter(source -> source.heard().isPresent()).toList();
    var words = new ArrayList<String>();
    if (!never.isEmpty()) {
      words.add("No list has come from " + names(never) + ".");
    }
    oldest(old)
        .ifPresent(heard ->
            words.add(
                "On %s %s held no plan for %s that we can show here. A plan that began since then would not show."
                    .formatted(
                        dates.day(heard.atZone(Dates.ZONE).toLocalDate()),
                        names(old),
                        inSentence())));
    return block(
        Answer.LATE, "We cannot say today. " + why(never, late), "", String.join(" ", words));
  }

  private String why(
      List<org.closeknit.enquiry.Answer.Source> never,
      List<org.closeknit.enquiry.Answer.Source> late) {
    if (never.size() == 1) {
      return never.getFirst().contact().name() + " has sent no list yet";
    }
    if (!never.isEmpty()) {
      return never.size() + " councils have sent no list yet";
    }
    long days =
        oldest(late)
            .map(heard -> java.time.Duration.between(heard, dates.now()).toDays())
            .orElse(0L);
    return (late.size() == 1 ? "The council’s list is " : "Councils’ lists are up to ")
        + days
        + " days old";
  }

  private static Optional<Instant> oldest(List<org.closeknit.enquiry.Answer.Source> sources) {
    return sources.stream()
        .flatMap(source -> source.heard().stream())
        .min(Comparator.naturalOrder());
  }

  private static String names(List<org.closeknit.enquiry.Answer.Source> sources) {
    return sources.stream()
        .map(source -> source.contact().name())
        .collect(Collectors.joining(", "));
  }

  private AnswerPage.Block notOpen() {
    return block(
        Answer.NOT_MATCHED,
        "We cannot say. No council’s list is open here",
        "This does not tell you that " + inSentence() + " is safe.",
        "No agreement in force lets your agency see what councils hold, so no list was looked at.");
  }

  private AnswerPage.Block tooMany(int daily) {
    return block(
        Answer.NOT_MATCHED,
        "This check was not made",
        "You have asked about " + daily + " different children today.",
        "More needs a word with your named nurse. If you are worried about this child, call.");
  }

  /** Which to call, for those who have time for one. */
  String whichFirst(List<Holding> holdings) {
    Holding first = holdings.getFirst();
    List<Holding> ended = holdings.stream().filter(one -> !one.current()).toList();
    if (!first.current()) {
      return "";
    }
    return "If you can call only one, call %s: its status %s.%s"
        .formatted(
            first.contact().name(),
            ended.isEmpty() ? "began last" : "is current",
            ended.isEmpty()
                ? ""
                : " "
                    + ended.getFirst().contact().name()
                    + "’s is shown for 12 months after its end.");
  }

  String dates(Holding holding) {
    return holding.current()
        ? "since " + day(holding.start())
        : day(holding.start()) + ", ended " + ended(holding);
  }

  String kind(StatusKind kind) {
    return sentenceCase(kind.words());
  }

  private String ended(Holding holding) {
    return holding.end().map(this::day).orElse("");
  }

  String day(PartialDate date) {
    return dates.partial(date.iso()).lead();
  }

  /** "Amara", or "this child" where no name was typed. */
  String inSentence() {
    return named() ? child : "this child";
  }

  private boolean named() {
    return !child.equals("This child");
  }

  private static AnswerPage.Block block(Answer look, String title, String strong, String words) {
    return new AnswerPage.Block(look, 1, title, strong, words);
  }

  private static String sentenceCase(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
