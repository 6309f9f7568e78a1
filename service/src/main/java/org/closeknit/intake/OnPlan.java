package org.closeknit.intake;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.agency.Agency;
import org.closeknit.match.People;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.closeknit.submission.Answer;
import org.springframework.stereotype.Component;

/** Marks refused lines that are about somebody whom the sender itself holds on a plan. */
@Component
class OnPlan {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final People people;
  private final Plans plans;
  private final InstantSource clock;

  OnPlan(People people, Plans plans, InstantSource clock) {
    this.people = people;
    this.plans = plans;
    this.clock = clock;
  }

  List<Answer> mark(Agency sender, List<Answer> answers) {
    List<String> ids =
        answers.stream()
            .filter(Answer::refused)
            .map(Answer::localId)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return answers;
    }
    Map<String, RecordId> known = people.records(sender.id(), ids);
    Set<RecordId> held = plans.onPlan(known.values(), LocalDate.ofInstant(clock.instant(), LONDON));
    return answers.stream().map(answer -> marked(answer, known, held)).toList();
  }

  private static Answer marked(Answer answer, Map<String, RecordId> known, Set<RecordId> held) {
    RecordId record = known.get(answer.localId());
    boolean onPlan = answer.refused() && record != null && held.contains(record);
    return onPlan ? answer.aboutSomebodyOnAPlan() : answer;
  }
}
