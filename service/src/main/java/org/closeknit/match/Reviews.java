package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What data stewards decide about pairs. Each decision stands until it is undone, and is undone
 * exactly.
 */
@Component
class Reviews {
  private final Pairs pairs;
  private final Ties ties;
  private final Sight sight;
  private final Records records;
  private final Groups groups;
  private final Splits splits;
  private final Questions questions;
  private final Minutes minutes;
  private final Harm harm;
  private final InstantSource clock;

  Reviews(
      Pairs pairs,
      Ties ties,
      Sight sight,
      Records records,
      Groups groups,
      Splits splits,
      Questions questions,
      Minutes minutes,
      Harm harm,
      InstantSource clock) {
    this.pairs = pairs;
    this.ties = ties;
    this.sight = sight;
    this.records = records;
    this.groups = groups;
    this.splits = splits;
    this.questions = questions;
    this.minutes = minutes;
    this.harm = harm;
    this.clock = clock;
  }

  @Transactional
  public Said decide(Asker.Worker worker, UUID id, Pair.Kind kind, String why) {
    return about(
        worker,
        id,
        (pair, people) -> {
          if (pair.stands().isPresent()) {
            return Said.DECIDED_MEANWHILE;
          }
          return switch (kind) {
            case SAME, PROPOSED -> same(worker, pair, people, why);
            case DIFFERENT -> different(worker, pair, people, why);
            case CANNOT_TELL -> {
              if (questions.toAsk(worker.agency().id(), pair, people).isEmpty()) {
                yield Said.NOBODY_TO_ASK;
              }
              UUID decision = minutes.keep(worker, pair, people, kind, why);
              questions.ask(worker, decision, pair, people, why);
              yield Said.DONE;
            }
          };
        });
  }

  private Said about(Asker.Worker worker, UUID id, BiFunction<Pair, ChildRecords, Said> deciding) {
    records.lock();
    Optional<Pair> found = pairs.find(id).filter(pair -> sight.allows(worker, pair));
    return found
        .flatMap(pair -> sight.people(pair).map(people -> deciding.apply(pair, people)))
        .orElse(Said.NOT_THERE);
  }

  private Said same(Asker.Worker worker, Pair pair, ChildRecords people, String why) {
    Group group = groups.around(pair.both());
    var link = new Group.Tie(pair.id(), pair.left(), pair.right());
    if (group.linked(link).broken().isPresent()) {
      return Said.KEPT_APART;
    }
    if (harm.statusIsHeld(people.ids())) {
      if (pair.proposed().isEmpty()) {
        minutes.keep(worker, pair, people, Pair.Kind.PROPOSED, why);
        return Said.WAITS_FOR_A_SECOND;
      }
      if (pair.proposed().get().staff().equals(worker.staff().id())) {
        return Said.YOURS_ALREADY;
      }
    }
    answer(pair, minutes.keep(worker, pair, people, Pair.Kind.SAME, why));
    groups.settle(group.linked(link), Optional.of(worker.agency().id()));
    return Said.DONE;
  }

  /**
   * Where both were held to be of one person, the one that came last leaves and the others stay
   * together.
   */
  private Said different(Asker.Worker worker, Pair pair, ChildRecords people, String why) {
    Group group = groups.around(pair.both());
    UUID decision = minutes.keep(worker, pair, people, Pair.Kind.DIFFERENT, why);
    answer(pair, decision);
    if (!group.keptApart(new Group.Tie(decision, pair.left(), pair.right())).broken().isPresent()) {
      return Said.DONE;
    }
    splits.apart(group, Set.of(pair.left()), decision, worker.agency().id());
    return Said.DONE;
  }

  private void answer(Pair pair, UUID decision) {
    pair.proposed().ifPresent(proposal -> ties.answered(proposal.id(), decision));
  }

  /** Answers what another agency asked about a pair. */
  @Transactional
  public Said answer(Asker.Worker worker, UUID id, String words) {
    return about(
        worker,
        id,
        (pair, people) ->
            questions.answer(worker, pair, people, words) ? Said.DONE : Said.DECIDED_MEANWHILE);
  }

  /** What one person decided or proposed, another may undo, alone and at once. */
  @Transactional
  public Said undo(Asker.Worker worker, UUID id, String why) {
    return about(
        worker,
        id,
        (pair, people) ->
            pair.stands()
                .or(pair::proposed)
                .map(ruling -> undo(worker, pair, people, ruling, why))
                .orElse(Said.DECIDED_MEANWHILE));
  }

  private Said undo(
      Asker.Worker worker, Pair pair, ChildRecords people, Pair.Ruling ruling, String why) {
    Set<RecordId> touched = new LinkedHashSet<>(pair.both());
    touched.addAll(ties.cutBy(ruling.id()));
    if (groups.undone(ruling.id(), touched).broken().isPresent()) {
      return Said.KEPT_APART;
    }
    Instant at = clock.instant();
    ties.undo(ruling.id(), worker, why, at);
    groups.settle(groups.around(touched), Optional.of(worker.agency().id()));
    minutes.write(worker, pair, people, "undid a decision on a pair");
    return Said.DONE;
  }
}
