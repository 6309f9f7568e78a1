package org.closeknit.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.closeknit.access.Permit;
import org.closeknit.audit.Asker;
import org.closeknit.match.Held;
import org.closeknit.match.Holdings;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a data steward sees of all the records of one child. */
@Component
class SplitReading {
  private final Sight sight;
  private final Holdings holdings;
  private final Pairs pairs;
  private final SideBySide sides;
  private final InstantSource clock;

  SplitReading(Holdings holdings, Sight sight, Pairs pairs, SideBySide sides, InstantSource clock) {
    this.holdings = holdings;
    this.sight = sight;
    this.pairs = pairs;
    this.sides = sides;
    this.clock = clock;
  }

  @Transactional
  public Optional<SplitView> child(Asker.Worker worker, ChildId id, SplitView.Form form) {
    return holdings
        .withId(id)
        .flatMap(child -> sight.permit(worker, child).map(permit -> view(child, permit, form)));
  }

  /** The child behind an agency's own number for a record of its. */
  @Transactional(readOnly = true)
  public Optional<ChildId> withNumber(Asker.Worker worker, String localId) {
    return holdings.withNumber(worker.agency().id(), localId);
  }

  private SplitView view(ChildRecords child, Permit permit, SplitView.Form form) {
    var dates = new Dates(clock.instant());
    List<Held> held = holdings.held(child.ids());
    return new SplitView(
        "/matching/children/" + child.child(),
        held.stream().map(one -> own(one, Sight.opens(permit, one.id()), dates)).toList(),
        held.stream()
            .filter(one -> Sight.opens(permit, one.id()))
            .map(one -> choice(one, dates))
            .toList(),
        pairs.joinedBetween(child.ids()).stream()
            .map(pair -> new SplitView.Joined(words(pair, dates), "/matching/" + pair.id()))
            .toList(),
        form);
  }

  private static String words(Pair pair, Dates dates) {
    return pair.stands()
        .map(ruling -> ruling.by() + " joined two of them " + dates.ago(ruling.at()) + ".")
        .orElse("");
  }

  private SplitView.Own own(Held held, boolean open, Dates dates) {
    return new SplitView.Own(sides.side(held, open), open ? facts(held, dates) : List.of());
  }

  private static List<Fact> facts(Held held, Dates dates) {
    return new Comparison(dates, held, held)
        .alone(true).stream().map(row -> Fact.plain(row.field(), row.left().before())).toList();
  }

  private Choice choice(Held held, Dates dates) {
    ReviewView.Side side = sides.side(held, true);
    String who =
        (held.record().says().givenNames() + " " + held.record().says().familyName()).strip();
    String born =
        held.record()
            .says()
            .birthDate()
            .map(date -> ", born " + dates.partial(date.iso()).lead())
            .orElse("");
    return new Choice(held.id().toString(), side.agency() + ", " + side.localId(), who + born);
  }
}
