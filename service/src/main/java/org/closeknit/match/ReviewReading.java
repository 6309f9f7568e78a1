package org.closeknit.match;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.audit.Asker;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.match.Harm.Ranked;
import org.closeknit.match.Questions.Asked;
import org.closeknit.match.ReviewView.Ruled;
import org.closeknit.match.ReviewView.Side;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Sign;
import org.closeknit.person.ChildRecords;
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
  private final Waiting waiting;
  private final Questions questions;
  private final Agencies agencies;
  private final InstantSource clock;

  ReviewReading(
      Pairs pairs,
      Sight sight,
      Records records,
      PersonIndex index,
      Harm harm,
      Waiting waiting,
      Questions questions,
      Agencies agencies,
      InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.records = records;
    this.index = index;
    this.harm = harm;
    this.waiting = waiting;
    this.questions = questions;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  QueueView queue(Asker.Worker worker, String said) {
    return queue(worker, said, "");
  }

  /** {@code notFound} says that no record has the number that was looked for. */
  @Transactional
  QueueView queue(Asker.Worker worker, String said, String notFound) {
    var dates = new Dates(clock.instant());
    Waiting.Queue queue = waiting.of(worker);
    List<Ranked> first = queue.toDecide().stream().limit(WAITING_SHOWN).toList();
    Map<Pair, ChildRecords> decided =
        sight.visible(worker, pairs.decidedBy(worker.agency().id(), DECIDED_SHOWN));
    return new QueueView(
        queue.toDecide().size(),
        lines(
            sight.permits(worker, pairs(first), "listed the pairs to review"),
            (pair, likeness) -> reason(pair, likeness) + heard(worker, queue, pair),
            why(first),
            pair -> dates.ago(pair.raisedAt())),
        queue.toDecide().stream()
            .map(one -> one.pair().raisedAt())
            .min(Comparator.naturalOrder())
            .map(dates::ago)
            .orElse(""),
        lines(
            sight.permits(
                worker, pairs(queue.second()), "listed the pairs that wait for a second person"),
            (pair, likeness) -> pair.proposed().map(Pair.Ruling::why).orElse(""),
            why(queue.second()),
            pair -> pair.proposed().map(ruling -> dates.ago(ruling.at())).orElse("")),
        lines(
            sight.permits(worker, pairs(queue.asked()), "listed the pairs that wait for an answer"),
            (pair, likeness) -> asked(queue, pair).map(one -> one.question().why()).orElse(""),
            why(queue.asked()),
            pair -> asked(queue, pair).map(one -> dates.ago(one.question().at())).orElse("")),
        lines(
            sight.permits(worker, List.copyOf(decided.keySet()), "listed the pairs decided"),
            (pair, likeness) -> pair.stands().map(ReviewReading::who).orElse(""),
            Map.of(),
            pair -> pair.stands().map(ruling -> dates.ago(ruling.at())).orElse("")),
        said,
        notFound);
  }

  private static Optional<Asked> asked(Waiting.Queue queue, Pair pair) {
    return Optional.ofNullable(queue.questions().get(pair));
  }

  /** What another agency asks of this one about a pair, or has answered. */
  private static String heard(Asker.Worker worker, Waiting.Queue queue, Pair pair) {
    return asked(queue, pair)
        .map(one -> {
          if (one.of(worker.agency().id()).isPresent()) {
            return " You are asked: " + one.question().why();
          }
          return one.at().stream()
              .flatMap(notice -> notice.answer().stream())
              .map(words -> " Answered: " + words)
              .collect(Collectors.joining());
        })
        .orElse("");
  }

  private static List<Pair> pairs(List<Ranked> ranked) {
    return ranked.stream().map(Ranked::pair).toList();
  }

  private static Map<Pair, List<String>> why(List<Ranked> ranked) {
    return ranked.stream().collect(Collectors.toMap(Ranked::pair, Ranked::why));
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

  /** The pair whose answer matters most now. */
  @Transactional
  Optional<UUID> first(Asker.Worker worker) {
    return waiting.of(worker).toDecide().stream().map(one -> one.pair().id()).findFirst();
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
    Waiting.Queue queue = waiting.of(worker);
    return new ReviewView(
        href(pair),
        reason(pair, open ? Optional.of(likeness) : Optional.empty()),
        harm.ranked(worker.agency().id(), Map.of(pair, permit.everyRecord())).getFirst().why(),
        queue.progress(pair.id()),
        open && Comparison.perhapsTwins(likeness),
        side(earlier, earlierOpen),
        side(later, laterOpen),
        Stream.of(earlier, later)
            .map(one -> "/matching/children/" + one.child())
            .distinct()
            .toList(),
        rows(comparison, likeness, earlierOpen, laterOpen),
        open ? Optional.of(comparison.together(likeness)) : Optional.empty(),
        open ? Optional.empty() : Optional.of(side(earlierOpen ? later : earlier, false)),
        pair.stands().map(ruling -> ruled(ruling, dates)),
        pair.stands().flatMap(unused -> pair.proposed()).map(ruling -> ruled(ruling, dates)),
        hands(worker, pair, permit),
        questions.about(Map.of(pair, permit.everyRecord())).values().stream()
            .findFirst()
            .map(asked -> question(worker, asked, dates)),
        queue.after(pair.id()).map(other -> "/matching/" + other).orElse(""),
        form);
  }

  private ReviewView.Question question(Asker.Worker worker, Asked asked, Dates dates) {
    return new ReviewView.Question(
        asked.question().by(),
        agencies.get(asked.by()).name(),
        dates.exact(asked.question().at()),
        asked.question().why(),
        asked.at().stream()
            .map(notice ->
                agencies.get(notice.agency()).name()
                    + notice
                        .answer()
                        .map(words -> " answers: " + words)
                        .orElse(" has not answered yet."))
            .toList(),
        asked.of(worker.agency().id()).isPresent());
  }

  private ReviewView.Hands hands(Asker.Worker worker, Pair pair, Permit permit) {
    if (pair.isProposedBy(worker.staff().id())) {
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
      Map<Pair, List<String>> matters,
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
              matters.getOrDefault(pair, List.of()),
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

  Side side(Held held, boolean open) {
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
