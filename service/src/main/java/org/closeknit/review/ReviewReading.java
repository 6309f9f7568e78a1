package org.closeknit.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.match.Held;
import org.closeknit.match.Holdings;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Link;
import org.closeknit.review.Questions.Asked;
import org.closeknit.review.ReviewView.Ruled;
import org.closeknit.review.SideBySide.Seen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a data steward sees of one pair; looking is kept, as any look at a child is. */
@Component
class ReviewReading {
  private final Pairs pairs;
  private final Sight sight;
  private final SideBySide sides;
  private final GroupReading groups;
  private final Kin kin;
  private final Holdings holdings;
  private final Harm harm;
  private final Waiting waiting;
  private final Questions questions;
  private final Agencies agencies;
  private final InstantSource clock;

  ReviewReading(
      Pairs pairs,
      Sight sight,
      SideBySide sides,
      GroupReading groups,
      Kin kin,
      Holdings holdings,
      Harm harm,
      Waiting waiting,
      Questions questions,
      Agencies agencies,
      InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.sides = sides;
    this.groups = groups;
    this.kin = kin;
    this.holdings = holdings;
    this.harm = harm;
    this.waiting = waiting;
    this.questions = questions;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  Optional<ReviewView> pair(Asker.Worker worker, UUID id, ReviewView.Form form) {
    return pairs
        .find(id)
        .flatMap(pair -> {
          Map<Pair, Permit> permits = sight.permits(worker, List.of(pair), "looked at a pair");
          return sides.of(permits).stream()
              .findFirst()
              .flatMap(seen ->
                  permits.values().stream()
                      .findFirst()
                      .map(permit -> view(worker, seen, permit, form)));
        });
  }

  private ReviewView view(Asker.Worker worker, Seen seen, Permit permit, ReviewView.Form form) {
    var dates = new Dates(clock.instant());
    Pair pair = seen.pair();
    var comparison = new Comparison(dates, seen.earlier(), seen.later());
    Waiting.Queue queue = waiting.of(worker);
    return new ReviewView(
        seen.href(),
        seen.reason(),
        harm.ranked(worker.agency().id(), Map.of(pair, permit.everyRecord())).getFirst().why(),
        queue.progress(pair.id()),
        seen.open() && Comparison.perhapsTwins(seen.likeness()),
        sides.side(seen.earlier(), seen.earlierOpen()),
        sides.side(seen.later(), seen.laterOpen()),
        children(worker, seen),
        rows(comparison, seen),
        seen.open() ? Optional.of(comparison.together(seen.likeness())) : Optional.empty(),
        seen.model(),
        seen.open()
            ? Optional.empty()
            : Optional.of(sides.side(seen.earlierOpen() ? seen.later() : seen.earlier(), false)),
        groups.around(seen, permit, dates),
        Stream.of(seen.earlier(), seen.later()).map(held -> family(permit, held, dates)).toList(),
        pair.stands().map(ruling -> ruled(ruling, dates)),
        pair.stands().flatMap(unused -> pair.proposed()).map(ruling -> ruled(ruling, dates)),
        hands(worker, pair, permit),
        questions.about(Map.of(pair, permit.everyRecord())).values().stream()
            .findFirst()
            .map(asked -> question(worker, asked, dates)),
        queue.after(pair.id()).map(other -> "/matching/" + other).orElse(""),
        form);
  }

  /** The people behind the two, as far as this person may decide on each by itself. */
  private List<Link> children(Asker.Worker worker, Seen seen) {
    if (seen.earlier().child().equals(seen.later().child())) {
      return List.of(new Link("take one out", address(seen.earlier())));
    }
    return Stream.of(seen.earlier(), seen.later())
        .filter(one ->
            holdings.withId(one.child()).filter(child -> sight.allows(worker, child)).isPresent())
        .map(one ->
            new Link("with the record of " + agencies.get(one.keeper()).name(), address(one)))
        .toList();
  }

  private static String address(Held held) {
    return "/matching/children/" + held.child();
  }

  private ReviewView.Family family(Permit permit, Held held, Dates dates) {
    return new ReviewView.Family(
        sides.side(held, Sight.opens(permit, held.id())),
        permit.records(Item.RELATIONSHIPS).contains(held.id()),
        kin.around(permit, held, dates));
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

  private static List<ReviewView.Row> rows(Comparison comparison, Seen seen) {
    if (seen.open()) {
      return comparison.rows(seen.likeness());
    }
    return seen.earlierOpen() || seen.laterOpen()
        ? comparison.alone(seen.earlierOpen())
        : List.of();
  }

  private static Ruled ruled(Pair.Ruling ruling, Dates dates) {
    return new Ruled(SideBySide.words(ruling), ruling.by(), dates.exact(ruling.at()), ruling.why());
  }
}
