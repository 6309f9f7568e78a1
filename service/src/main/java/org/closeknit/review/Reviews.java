package org.closeknit.review;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.closeknit.audit.Asker;
import org.closeknit.match.Decisions;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.person.ChildRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What data stewards decide about pairs, and who may; two people where a status is held. */
@Component
class Reviews {
  private final Pairs pairs;
  private final Decisions decisions;
  private final Sight sight;
  private final Questions questions;
  private final Harm harm;

  Reviews(Pairs pairs, Decisions decisions, Sight sight, Questions questions, Harm harm) {
    this.pairs = pairs;
    this.decisions = decisions;
    this.sight = sight;
    this.questions = questions;
    this.harm = harm;
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
            case DIFFERENT -> {
              decisions.keepApart(worker, pair, people, why);
              yield Said.DONE;
            }
            case CANNOT_TELL -> {
              if (questions.toAsk(worker.agency().id(), pair, people).isEmpty()) {
                yield Said.NOBODY_TO_ASK;
              }
              UUID decision = decisions.note(worker, pair, people, kind, why);
              questions.ask(worker, decision, pair, people, why);
              yield Said.DONE;
            }
          };
        });
  }

  private Said about(Asker.Worker worker, UUID id, BiFunction<Pair, ChildRecords, Said> deciding) {
    decisions.begin();
    Optional<Pair> found = pairs.find(id).filter(pair -> sight.allows(worker, pair));
    return found
        .flatMap(pair -> sight.people(pair).map(people -> deciding.apply(pair, people)))
        .orElse(Said.NOT_THERE);
  }

  private Said same(Asker.Worker worker, Pair pair, ChildRecords people, String why) {
    if (decisions.wouldJoinWhatIsKeptApart(pair)) {
      return Said.KEPT_APART;
    }
    if (harm.statusIsHeld(people.ids())) {
      if (pair.proposed().isEmpty()) {
        decisions.note(worker, pair, people, Pair.Kind.PROPOSED, why);
        return Said.WAITS_FOR_A_SECOND;
      }
      if (pair.proposed().get().staff().equals(worker.staff().id())) {
        return Said.YOURS_ALREADY;
      }
    }
    decisions.join(worker, pair, people, why);
    return Said.DONE;
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
                .map(ruling ->
                    decisions.undo(worker, pair, people, ruling, why)
                        ? Said.DONE
                        : Said.STILL_APART)
                .orElse(Said.DECIDED_MEANWHILE));
  }
}
