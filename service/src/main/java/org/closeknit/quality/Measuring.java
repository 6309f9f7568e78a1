package org.closeknit.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.closeknit.submission.Sendings;
import org.closeknit.submission.Sendings.Unmended;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures what an agency sends, by its own records alone: whether others keep a record of the same
 * child shows in no figure.
 */
@Component
class Measuring {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** What was refused longer ago has been sent again or given up. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final People people;
  private final Plans plans;
  private final Sendings sendings;
  private final InstantSource clock;

  Measuring(People people, Plans plans, Sendings sendings, InstantSource clock) {
    this.people = people;
    this.plans = plans;
    this.sendings = sendings;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Figures of(Agency agency) {
    Instant now = clock.instant();
    AgencyId id = agency.id();
    List<Unmended> refused = sendings.unmended(id, now.minus(REMEMBERED));
    int children = people.children(id);
    int numberless = people.childrenWithoutNumber(id);
    if (agency.kind() != Kind.COUNCIL) {
      int unknown = unknown(id, refused);
      return new Figures(children + unknown, children - numberless, children, numberless, refused);
    }
    Set<RecordId> onPlan = plans.onPlan(id, LocalDate.ofInstant(now, LONDON));
    Map<RecordId, String> named = people.localIds(id, onPlan);
    Set<String> stuck = localIds(refused, SubmissionKind.STATUSES);
    var notFound = new HashSet<>(people.withoutNumber(onPlan).values());
    notFound.addAll(stuck);
    var scope = new HashSet<>(named.values());
    scope.addAll(stuck);
    return new Figures(scope.size(), scope.size() - notFound.size(), children, numberless, refused);
  }

  /** People of whom the only line was refused, so that no record came of it. */
  private int unknown(AgencyId agency, Collection<Unmended> refused) {
    Set<String> stuck = localIds(refused, SubmissionKind.PEOPLE);
    return stuck.size() - people.records(agency, stuck).size();
  }

  private static Set<String> localIds(Collection<Unmended> refused, SubmissionKind kind) {
    return refused.stream()
        .filter(one -> one.kind() == kind)
        .map(Unmended::localId)
        .filter(localId -> !localId.isEmpty())
        .collect(Collectors.toSet());
  }
}
