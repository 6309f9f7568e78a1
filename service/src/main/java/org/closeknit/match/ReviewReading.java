package org.closeknit.match;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.audit.Asker;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.match.ReviewView.Ruled;
import org.closeknit.match.ReviewView.Side;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Sign;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a data steward sees of the pairs; looking is kept, as any look at a child is. */
@Component
class ReviewReading {
  private static final int WAITING_SHOWN = 100;
  private static final int DECIDED_SHOWN = 20;

  private final Pairs pairs;
  private final Sight sight;
  private final Records records;
  private final PersonIndex index;
  private final Harm harm;
  private final Agencies agencies;
  private final InstantSource clock;

  ReviewReading(
      Pairs pairs,
      Sight sight,
      Records records,
      PersonIndex index,
      Harm harm,
      Agencies agencies,
      InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.records = records;
    this.index = index;
    this.harm = harm;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  QueueView queue(Asker.Worker worker, String said) {
    var dates = new Dates(clock.instant());
    List<Pair> open = sight.visible(worker, pairs.waitingFor(worker.agency().id()));
    List<Pair> waiting = open.stream().filter(pair -> !isOwn(worker, pair)).toList();
    List<Pair> second = open.stream().filter(pair -> isOwn(worker, pair)).toList();
    List<Pair> decided =
        sight.visible(worker, pairs.decidedBy(worker.agency().id(), DECIDED_SHOWN));
    List<Pair> first = waiting.stream().limit(WAITING_SHOWN).toList();
    return new QueueView(
        waiting.size(),
        lines(
            sight.permits(worker, first, "listed the pairs to review"),
            ReviewReading::reason,
            pair -> dates.ago(pair.raisedAt())),
        waiting.stream().findFirst().map(pair -> dates.ago(pair.raisedAt())).orElse(""),
        lines(
            sight.permits(worker, second, "listed the pairs that wait for a second person"),
            (pair, likeness) -> pair.proposed().map(Pair.Ruling::why).orElse(""),
            pair -> pair.proposed().map(ruling -> dates.ago(ruling.at())).orElse("")),
        lines(
            sight.permits(worker, decided, "listed the pairs decided"),
            (pair, likeness) -> pair.stands().map(ReviewReading::who).orElse(""),
            pair -> pair.stands().map(ruling -> dates.ago(ruling.at())).orElse("")),
        said);
  }

  private static boolean isOwn(Asker.Worker worker, Pair pair) {
    return pair.proposed().filter(one -> one.staff().equals(worker.staff().id())).isPresent();
  }

  private static String who(Pair.Ruling ruling) {
    return words(ruling) + " " + ruling.by() + ": " + ruling.why();
  }

  @Transactional
  Optional<ReviewView> pair(Asker.Worker worker, UUID id, ReviewView.Form form) {
    return pairs
        .find(id)
        .flatMap(pair ->
            Optional.ofNullable(sight.permits(worker, List.of(pair), "looked at a pair").get(pair))
                .map(permit -> view(worker, pair, permit, form)));
  }

  /** The pair that waits longest, but for one; absent when none does. */
  @Transactional
  Optional<UUID> next(Asker.Worker worker, UUID butFor) {
    List<Pair> others =
        pairs.waitingFor(worker.agency().id()).stream()
            .filter(pair -> !pair.id().equals(butFor) && !isOwn(worker, pair))
            .toList();
    return sight.visible(worker, others).stream().map(Pair::id).findFirst();
  }

  private ReviewView view(Asker.Worker worker, Pair pair, Permit permit, ReviewView.Form form) {
    var dates = new Dates(clock.instant());
    Map<RecordId, Held> held = held(List.of(pair));
    Held earlier = known(held, pair.right());
    Held later = known(held, pair.left());
    boolean earlierOpen = Sight.opens(permit, pair.right());
    boolean laterOpen = Sight.opens(permit, pair.left());
    boolean open = earlierOpen && laterOpen;
    Likeness likeness = index.upToDate().model().compare(earlier.person(), later.person());
    var comparison = new Comparison(dates, earlier, later);
    return new ReviewView(
        href(pair),
        reason(pair, open ? Optional.of(likeness) : Optional.empty()),
        open && Comparison.perhapsTwins(likeness),
        side(earlier, earlierOpen),
        side(later, laterOpen),
        rows(comparison, likeness, earlierOpen, laterOpen),
        open ? Optional.of(comparison.together(likeness)) : Optional.empty(),
        open ? Optional.empty() : Optional.of(side(earlierOpen ? later : earlier, false)),
        pair.stands().map(ruling -> ruled(ruling, dates)),
        pair.stands().flatMap(unused -> pair.proposed()).map(ruling -> ruled(ruling, dates)),
        hands(worker, pair, permit),
        pairs.couldNotTell(pair.id()).map(ruling -> ruled(ruling, dates)),
        next(worker, pair.id()).map(other -> "/matching/" + other).orElse(""),
        form);
  }

  private ReviewView.Hands hands(Asker.Worker worker, Pair pair, Permit permit) {
    if (isOwn(worker, pair)) {
      return ReviewView.Hands.YOURS;
    }
    if (pair.proposed().isPresent()) {
      return ReviewView.Hands.SECOND;
    }
    return harm.statusIsHeld(permit.everyRecord().ids())
        ? ReviewView.Hands.TWO
        : ReviewView.Hands.ONE;
  }

  private static List<ReviewView.Row> rows(
      Comparison comparison, Likeness likeness, boolean earlierOpen, boolean laterOpen) {
    if (earlierOpen && laterOpen) {
      return comparison.rows(likeness);
    }
    return earlierOpen || laterOpen ? comparison.alone(earlierOpen) : List.of();
  }

  private List<QueueView.Line> lines(
      Map<Pair, Permit> permits,
      BiFunction<Pair, Optional<Likeness>, String> words,
      Function<Pair, String> when) {
    Map<RecordId, Held> held = held(List.copyOf(permits.keySet()));
    Model model = index.upToDate().model();
    var lines = new ArrayList<QueueView.Line>();
    permits.forEach((pair, permit) -> {
      Held earlier = known(held, pair.right());
      Held later = known(held, pair.left());
      boolean earlierOpen = Sight.opens(permit, pair.right());
      boolean laterOpen = Sight.opens(permit, pair.left());
      Optional<Likeness> likeness =
          earlierOpen && laterOpen
              ? Optional.of(model.compare(earlier.person(), later.person()))
              : Optional.empty();
      lines.add(
          new QueueView.Line(
              href(pair),
              side(earlier, earlierOpen),
              side(later, laterOpen),
              words.apply(pair, likeness),
              when.apply(pair)));
    });
    return lines;
  }

  private Map<RecordId, Held> held(List<Pair> these) {
    return records
        .held(these.stream().flatMap(pair -> pair.both().stream()).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Held::id, Function.identity()));
  }

  private static Held known(Map<RecordId, Held> held, RecordId id) {
    return Optional.ofNullable(held.get(id)).orElseThrow();
  }

  private Side side(Held held, boolean open) {
    Agency agency = agencies.get(held.keeper());
    return new Side(
        Sign.of(agency.kind().name().toLowerCase(Locale.ROOT)),
        agency.name(),
        open ? held.record().says().localId() : "",
        agency.officePhone().isBlank() ? agency.emergencyPhone() : agency.officePhone());
  }

  /** Why somebody has to decide; where both records are open, what speaks for and against too. */
  private static String reason(Pair pair, Optional<Likeness> open) {
    return open.map(likeness ->
            Comparison.inWords(likeness)
                + Comparison.rule(likeness).map(rule -> " " + Comparison.sentence(rule)).orElse("")
                + " ")
            .orElse("")
        + pair.cause().words();
  }

  private static String href(Pair pair) {
    return "/matching/" + pair.id();
  }

  private static Ruled ruled(Pair.Ruling ruling, Dates dates) {
    return new Ruled(words(ruling), ruling.by(), dates.exact(ruling.at()), ruling.why());
  }

  private static String words(Pair.Ruling ruling) {
    return switch (ruling.kind()) {
      case SAME -> "Joined as one child.";
      case DIFFERENT -> "Kept apart as two children.";
      case CANNOT_TELL -> "Could not tell.";
      case PROPOSED -> "One child, says a first person.";
    };
  }
}
