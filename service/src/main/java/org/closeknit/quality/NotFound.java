package org.closeknit.quality;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.match.People;
import org.closeknit.pages.Numbers;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.closeknit.quality.QualityView.Missing;
import org.closeknit.submission.Sendings.Unmended;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;

/** Whom a check does not find, by their keeper's own ids, those on a plan first. */
@Component
class NotFound {
  private static final int PAGE = 50;
  private static final String NO_NUMBER = "Its record carries no NHS or CHI number.";

  private final People people;
  private final Plans plans;
  private final InstantSource clock;

  NotFound(People people, Plans plans, InstantSource clock) {
    this.people = people;
    this.plans = plans;
    this.clock = clock;
  }

  Missing page(Agency agency, Figures figures, int page) {
    boolean council = agency.kind() == Kind.COUNCIL;
    var first = new LinkedHashMap<String, Missing.Line>();
    Set<RecordId> onPlan =
        council
            ? plans.onPlan(agency.id(), LocalDate.ofInstant(clock.instant(), Measuring.LONDON))
            : Set.of();
    people.withoutNumber(onPlan).values().stream()
        .sorted()
        .forEach(own -> first.put(own, new Missing.Line(own, true, NO_NUMBER, "")));
    refused(figures, council ? SubmissionKind.STATUSES : SubmissionKind.PEOPLE)
        .forEach(one ->
            first.putIfAbsent(
                one.localId(),
                new Missing.Line(
                    one.localId(),
                    one.onPlan(),
                    "Its line was refused: " + one.reason() + ".",
                    "/submissions/" + one.submission())));
    var lines = new ArrayList<>(first.values());
    int from = (page - 1) * PAGE;
    var shown = new ArrayList<>(lines.stream().skip(from).limit(PAGE).toList());
    int all = lines.size();
    if (!council) {
      int before = Math.max(0, from - lines.size());
      Map<RecordId, String> more =
          people.childrenWithoutNumber(agency.id(), before, PAGE - shown.size());
      more.values().stream()
          .filter(Predicate.not(first::containsKey))
          .forEach(own -> shown.add(new Missing.Line(own, false, NO_NUMBER, "")));
      all += figures.numberless();
    }
    int rest = all - from - PAGE;
    return new Missing(
        shown,
        page > 1 ? "?page=" + (page - 1) : "",
        rest > 0 ? "?page=" + (page + 1) : "",
        rest > 0 ? Numbers.count(rest, "more", "more") : "",
        council);
  }

  private static List<Unmended> refused(Figures figures, SubmissionKind kind) {
    return figures.refused().stream()
        .filter(one -> one.kind() == kind && !one.localId().isEmpty())
        .toList();
  }
}
