package org.closeknit.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.linkage.Likeness;
import org.closeknit.match.Held;
import org.closeknit.match.Holdings;
import org.closeknit.match.NewRecord;
import org.closeknit.match.Pair;
import org.closeknit.pages.Sign;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** The two records of a pair with what of them is open, and the words in which pages tell of it. */
@Component
class SideBySide {
  private final Holdings holdings;
  private final Agencies agencies;

  SideBySide(Holdings holdings, Agencies agencies) {
    this.holdings = holdings;
    this.agencies = agencies;
  }

  /** The earlier record stands on the left. */
  record Seen(
      Pair pair,
      Held earlier,
      Held later,
      boolean earlierOpen,
      boolean laterOpen,
      Likeness likeness,
      String model) {
    boolean open() {
      return earlierOpen && laterOpen;
    }

    /** Why somebody has to decide; where both are open, what speaks for and against too. */
    String reason() {
      return (open()
              ? InWords.of(likeness)
                  + InWords.rule(likeness).map(rule -> " " + InWords.sentence(rule)).orElse("")
                  + " "
              : "")
          + pair.cause().words();
    }

    String href() {
      return "/matching/" + pair.id();
    }
  }

  List<Seen> of(Map<Pair, Permit> permits) {
    Map<RecordId, Held> held = held(List.copyOf(permits.keySet()));
    Holdings.Comparing comparing = holdings.comparing();
    var seen = new LinkedHashMap<Pair, Seen>();
    permits.forEach((pair, permit) -> {
      Held earlier = known(held, pair.right());
      Held later = known(held, pair.left());
      seen.put(
          pair,
          new Seen(
              pair,
              earlier,
              later,
              Sight.opens(permit, pair.right()),
              Sight.opens(permit, pair.left()),
              comparing.likeness(earlier, later),
              comparing.model()));
    });
    return List.copyOf(seen.values());
  }

  private Map<RecordId, Held> held(List<Pair> these) {
    return holdings
        .held(these.stream().flatMap(pair -> pair.both().stream()).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Held::id, Function.identity()));
  }

  private static Held known(Map<RecordId, Held> held, RecordId id) {
    return Optional.ofNullable(held.get(id)).orElseThrow();
  }

  ReviewView.Side side(Held held, boolean open) {
    Agency agency = agencies.get(held.keeper());
    return new ReviewView.Side(
        Sign.of(agency.kind().name().toLowerCase(Locale.ROOT)),
        agency.name(),
        open ? number(held.record().says().localId()) : "",
        agency.officePhone().isBlank() ? agency.emergencyPhone() : agency.officePhone());
  }

  /** A record that a check made has no number of its agency's own. */
  private static String number(String localId) {
    return localId.startsWith(NewRecord.OF_A_CHECK) ? "asked about, not registered" : localId;
  }

  static String words(Pair.Ruling ruling) {
    return switch (ruling.kind()) {
      case SAME -> "Joined as one child.";
      case DIFFERENT -> "Kept apart as two children.";
      case CANNOT_TELL -> "Could not tell.";
      case PROPOSED -> "One child, says a first person.";
    };
  }
}
