package org.closeknit.review;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.access.Permit;
import org.closeknit.audit.Asker;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.pages.Dates;
import org.closeknit.person.ChildRecords;
import org.closeknit.review.Harm.Ranked;
import org.closeknit.review.Questions.Asked;
import org.closeknit.review.SideBySide.Seen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a data steward sees of all that waits; looking is kept, as any look at a child is. */
@Component
class QueueReading {
  private static final int WAITING_SHOWN = 25;
  private static final int DECIDED_SHOWN = 20;

  private final Pairs pairs;
  private final Sight sight;
  private final Waiting waiting;
  private final SideBySide sides;
  private final InstantSource clock;

  QueueReading(Pairs pairs, Sight sight, Waiting waiting, SideBySide sides, InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.waiting = waiting;
    this.sides = sides;
    this.clock = clock;
  }

  @Transactional
  QueueView queue(Asker.Worker worker, String said) {
    return queue(worker, said, "", 1);
  }

  /**
   * {@code notFound} says that no record has the number that was looked for.
   *
   * @param asked which page of those that wait, from 1; the last one for any behind it
   */
  @Transactional
  QueueView queue(Asker.Worker worker, String said, String notFound, int asked) {
    var dates = new Dates(clock.instant());
    Waiting.Queue queue = waiting.of(worker);
    int page =
        Math.clamp(asked, 1, Math.max(1, Math.ceilDiv(queue.toDecide().size(), WAITING_SHOWN)));
    List<Ranked> first =
        queue.toDecide().stream().skip((page - 1L) * WAITING_SHOWN).limit(WAITING_SHOWN).toList();
    int left = queue.toDecide().size() - page * WAITING_SHOWN;
    Map<Pair, ChildRecords> decided =
        sight.visible(worker, pairs.decidedBy(worker.agency().id(), DECIDED_SHOWN));
    return new QueueView(
        queue.toDecide().size(),
        lines(
            sight.permits(worker, pairs(first), "listed the pairs to review"),
            seen -> seen.reason() + heard(worker, queue, seen.pair()),
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
            seen -> seen.pair().proposed().map(Pair.Ruling::why).orElse(""),
            why(queue.second()),
            pair -> pair.proposed().map(ruling -> dates.ago(ruling.at())).orElse("")),
        lines(
            sight.permits(worker, pairs(queue.asked()), "listed the pairs that wait for an answer"),
            seen -> asked(queue, seen.pair()).map(one -> one.question().why()).orElse(""),
            why(queue.asked()),
            pair -> asked(queue, pair).map(one -> dates.ago(one.question().at())).orElse("")),
        lines(
            sight.permits(worker, List.copyOf(decided.keySet()), "listed the pairs decided"),
            seen -> seen.pair().stands().map(QueueReading::who).orElse(""),
            Map.of(),
            pair -> pair.stands().map(ruling -> dates.ago(ruling.at())).orElse("")),
        said,
        notFound,
        page > 1 ? "/matching?page=" + (page - 1) : "",
        left > 0 ? "/matching?page=" + (page + 1) : "");
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
    return SideBySide.words(ruling) + " " + ruling.by() + ": " + ruling.why();
  }

  /** The pair whose answer matters most now. */
  @Transactional
  Optional<UUID> first(Asker.Worker worker) {
    return waiting.of(worker).toDecide().stream().map(one -> one.pair().id()).findFirst();
  }

  private List<QueueView.Line> lines(
      Map<Pair, Permit> permits,
      Function<Seen, String> words,
      Map<Pair, List<String>> matters,
      Function<Pair, String> when) {
    return sides.of(permits).stream()
        .map(seen ->
            new QueueView.Line(
                seen.href(),
                sides.side(seen.earlier(), seen.earlierOpen()),
                sides.side(seen.later(), seen.laterOpen()),
                words.apply(seen),
                matters.getOrDefault(seen.pair(), List.of()),
                when.apply(seen.pair())))
        .toList();
  }
}
