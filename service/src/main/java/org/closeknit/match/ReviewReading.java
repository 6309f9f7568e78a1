package org.closeknit.match;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.audit.Asker;
import org.closeknit.linkage.Likeness;
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
  private static final int DECIDED_SHOWN = 20;

  private final Pairs pairs;
  private final Sight sight;
  private final Records records;
  private final PersonIndex index;
  private final Agencies agencies;
  private final InstantSource clock;

  ReviewReading(
      Pairs pairs,
      Sight sight,
      Records records,
      PersonIndex index,
      Agencies agencies,
      InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.records = records;
    this.index = index;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  QueueView queue(Asker.Worker worker, String said) {
    var dates = new Dates(clock.instant());
    Map<Pair, Permit> waiting =
        sight.permits(worker, pairs.waitingFor(worker.agency().id()), "listed the pairs to review");
    Map<Pair, Permit> decided =
        sight.permits(
            worker,
            pairs.decidedBy(worker.agency().id(), DECIDED_SHOWN),
            "listed the pairs decided");
    return new QueueView(
        lines(waiting, pair -> pair.cause().words(), pair -> dates.ago(pair.raisedAt())),
        waiting.keySet().stream().findFirst().map(pair -> dates.ago(pair.raisedAt())).orElse(""),
        lines(
            decided,
            pair ->
                pair.stands()
                    .map(ruling -> words(ruling) + " " + ruling.by() + ": " + ruling.why())
                    .orElse(""),
            pair -> pair.stands().map(ruling -> dates.ago(ruling.at())).orElse("")),
        said);
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
    return pairs.waitingFor(worker.agency().id()).stream()
        .filter(pair -> !pair.id().equals(butFor))
        .filter(pair -> sight.allows(worker, pair))
        .map(Pair::id)
        .findFirst();
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
        reason(pair, open ? Comparison.rule(likeness) : Optional.empty()),
        open && Comparison.perhapsTwins(likeness),
        side(earlier, earlierOpen),
        side(later, laterOpen),
        rows(comparison, likeness, earlierOpen, laterOpen),
        open ? Optional.of(comparison.together(likeness)) : Optional.empty(),
        open ? Optional.empty() : Optional.of(side(earlierOpen ? later : earlier, false)),
        pair.stands().map(ruling -> ruled(ruling, dates)),
        pairs.couldNotTell(pair.id()).map(ruling -> ruled(ruling, dates)),
        next(worker, pair.id()).map(other -> "/matching/" + other).orElse(""),
        form);
  }

  private static List<ReviewView.Row> rows(
      Comparison comparison, Likeness likeness, boolean earlierOpen, boolean laterOpen) {
    if (earlierOpen && laterOpen) {
      return comparison.rows(likeness);
    }
    return earlierOpen || laterOpen ? comparison.alone(earlierOpen) : List.of();
  }

  private List<QueueView.Line> lines(
      Map<Pair, Permit> permits, Function<Pair, String> words, Function<Pair, String> when) {
    Map<RecordId, Held> held = held(List.copyOf(permits.keySet()));
    return permits.entrySet().stream()
        .map(entry -> {
          Pair pair = entry.getKey();
          return new QueueView.Line(
              href(pair),
              side(known(held, pair.right()), Sight.opens(entry.getValue(), pair.right())),
              side(known(held, pair.left()), Sight.opens(entry.getValue(), pair.left())),
              words.apply(pair),
              when.apply(pair));
        })
        .toList();
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

  private static String reason(Pair pair, Optional<String> rule) {
    return rule.map(says -> Character.toUpperCase(says.charAt(0)) + says.substring(1) + ". ")
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
    };
  }
}
