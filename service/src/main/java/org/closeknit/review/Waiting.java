package org.closeknit.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.review.Harm.Ranked;
import org.closeknit.review.Questions.Asked;
import org.springframework.stereotype.Component;

/** What waits for a data steward, those first where a wrong answer harms most. */
@Component
class Waiting {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Pairs pairs;
  private final Sight sight;
  private final Harm harm;
  private final Cover cover;
  private final Questions questions;
  private final InstantSource clock;

  Waiting(
      Pairs pairs, Sight sight, Harm harm, Cover cover, Questions questions, InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.harm = harm;
    this.cover = cover;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * One person's queue at one moment.
   *
   * @param toDecide what they may decide now
   * @param second what they have proposed, and what waits for a second person
   * @param asked what they have asked another agency, and what is not answered
   * @param questions the last question about each pair of which anybody asked one
   * @param decidedToday how many they have decided since midnight
   */
  record Queue(
      List<Ranked> toDecide,
      List<Ranked> second,
      List<Ranked> asked,
      Map<Pair, Asked> questions,
      int decidedToday) {
    private int place(UUID pair) {
      return toDecide.stream().map(one -> one.pair().id()).toList().indexOf(pair);
    }

    /** The pair after another one; after the last the first again; none when there is no other. */
    Optional<UUID> after(UUID pair) {
      int place = place(pair);
      int next = place + 1 == toDecide.size() ? 0 : place + 1;
      return next == place || toDecide.isEmpty()
          ? Optional.empty()
          : Optional.of(toDecide.get(next).pair().id());
    }

    /** "3 of 12", counting those decided today; empty for a pair that does not wait. */
    String progress(UUID pair) {
      int place = place(pair);
      return place < 0
          ? ""
          : (decidedToday + place + 1) + " of " + (decidedToday + toDecide.size());
    }
  }

  Queue of(Asker.Worker worker) {
    List<Ranked> open = harm.ranked(worker.agency().id(), sight.visible(worker, raised(worker)));
    Map<Pair, Asked> questions =
        this.questions.about(open.stream().collect(Collectors.toMap(Ranked::pair, Ranked::people)));
    Map<Place, List<Ranked>> places =
        open.stream().collect(Collectors.groupingBy(one -> place(worker, one, questions)));
    return new Queue(
        places.getOrDefault(Place.TO_DECIDE, List.of()),
        places.getOrDefault(Place.WITH_A_SECOND, List.of()),
        places.getOrDefault(Place.WITH_AN_AGENCY, List.of()),
        questions,
        pairs.decidedSince(
            worker.staff().id(),
            LocalDate.ofInstant(clock.instant(), LONDON).atStartOfDay(LONDON).toInstant()));
  }

  private enum Place {
    TO_DECIDE,
    WITH_A_SECOND,
    WITH_AN_AGENCY
  }

  private static Place place(Asker.Worker worker, Ranked one, Map<Pair, Asked> questions) {
    if (one.pair().isProposedBy(worker.staff().id())) {
      return Place.WITH_A_SECOND;
    }
    return Optional.ofNullable(questions.get(one.pair()))
        .filter(asked -> asked.by().equals(worker.agency().id()) && asked.waits())
        .map(unused -> Place.WITH_AN_AGENCY)
        .orElse(Place.TO_DECIDE);
  }

  /** Those of people whom the agency knows, and those whom nobody knows who could decide. */
  private List<Pair> raised(Asker.Worker worker) {
    var raised = new ArrayList<>(pairs.waitingFor(worker.agency().id()));
    if (worker.agency().kind() == Kind.COUNCIL) {
      raised.addAll(pairs.waitingForNoneOf(cover.staffed()));
    }
    return raised;
  }
}
