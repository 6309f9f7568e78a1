package org.closeknit.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Checked;
import org.closeknit.submission.Line;
import org.closeknit.submission.LineCode;
import org.closeknit.submission.Lines;
import org.closeknit.submission.Submission;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;

/**
 * Takes in some lines of a file with their part of the receipt, within the caller's transaction.
 */
@Component
class Steps {
  /**
   * So many characters are in memory at once: a step of ordinary lines whole, since matching goes
   * best with many together, and fewer lines when they are long.
   */
  private static final int TOGETHER = 4 << 20;

  private final Submissions submissions;
  private final Agencies agencies;
  private final OnPlan onPlan;
  private final Map<SubmissionKind, Taking> takings;

  Steps(Submissions submissions, Agencies agencies, OnPlan onPlan, List<Taking> takings) {
    this.submissions = submissions;
    this.agencies = agencies;
    this.onPlan = onPlan;
    this.takings =
        takings.stream().collect(Collectors.toUnmodifiableMap(Taking::kind, Function.identity()));
  }

  /**
   * Takes in the lines that follow.
   *
   * @param everyAnswer whether the receipt shows good lines too
   * @return how many lines there were
   */
  int take(Submission sent, Lines lines, int atMost, boolean everyAnswer) {
    Agency sender = agencies.get(sent.agency());
    int count = 0;
    List<Checked> some = read(lines, atMost);
    while (!some.isEmpty()) {
      count += some.size();
      keep(sent, onPlan.mark(sender, asYet(sent, answers(sent, sender, some))), everyAnswer);
      some = read(lines, atMost - count);
    }
    return count;
  }

  private static List<Checked> read(Lines lines, int atMost) {
    var some = new ArrayList<Checked>();
    int characters = 0;
    while (some.size() < atMost && characters < TOGETHER) {
      Optional<Checked> next = lines.next();
      if (next.isEmpty()) {
        break;
      }
      some.add(next.get());
      characters += next.get() instanceof Checked.Good(Line line) ? line.length() : 0;
    }
    return some;
  }

  private List<Answer> answers(Submission sent, Agency sender, List<Checked> some) {
    var good = new ArrayList<Line>();
    var answers = new ArrayList<Answer>();
    for (Checked one : some) {
      switch (one) {
        case Checked.Good(Line line) -> good.add(line);
        case Checked.Refused(Answer answer) -> answers.add(answer);
      }
    }
    if (!good.isEmpty()) {
      answers.addAll(good(sent, sender, good));
    }
    answers.sort(Comparator.comparingInt(Answer::line));
    return answers;
  }

  /** What a later file has said already stands, and a line that says it as it was is done with. */
  private List<Answer> good(Submission sent, Agency sender, List<Line> lines) {
    Set<String> saidLater =
        submissions.saidLater(sent.id(), lines.stream().map(Line::thing).toList());
    Map<Boolean, List<Line>> overtaken =
        lines.stream().collect(Collectors.partitioningBy(line -> saidLater.contains(line.thing())));
    Taking taking = taking(sent.kind());
    List<Line> standing = overtaken.getOrDefault(false, List.of());
    List<Line> past = overtaken.getOrDefault(true, List.of());
    var answers = new ArrayList<Answer>();
    if (!standing.isEmpty()) {
      answers.addAll(taking.take(new Batch(sender, sent.id(), standing)));
      submissions.said(sent.id(), accepted(standing, answers));
    }
    if (!past.isEmpty()) {
      taking.overtaken(new Batch(sender, sent.id(), past));
      past.forEach(line -> answers.add(Answer.taken(line)));
    }
    return answers;
  }

  private static List<String> accepted(List<Line> lines, List<Answer> answers) {
    Set<Integer> refused =
        answers.stream().filter(Answer::refused).map(Answer::line).collect(Collectors.toSet());
    return lines.stream()
        .filter(line -> !refused.contains(line.number()))
        .map(Line::thing)
        .toList();
  }

  /** Who is unknown may be in a file of people that came before and is not at its end. */
  private List<Answer> asYet(Submission sent, List<Answer> answers) {
    boolean somebodyUnknown = answers.stream().anyMatch(one -> one.code() == LineCode.CPR01);
    if (!somebodyUnknown || !submissions.peopleAreStillComing(sent.id())) {
      return answers;
    }
    String more =
        "a file of people that your agency sent before is still being taken in: send this line"
            + " in a new file when that one is done";
    return answers.stream()
        .map(answer -> answer.code() == LineCode.CPR01 ? answer.and(more) : answer)
        .toList();
  }

  private void keep(Submission sent, List<Answer> answers, boolean everyAnswer) {
    int refused = (int) answers.stream().filter(Answer::refused).count();
    List<Answer> kept = everyAnswer ? answers : answers.stream().filter(Answer::refused).toList();
    submissions.add(sent.id(), kept, answers.size() - refused, refused);
  }

  private Taking taking(SubmissionKind kind) {
    return Optional.ofNullable(takings.get(kind)).orElseThrow();
  }
}
