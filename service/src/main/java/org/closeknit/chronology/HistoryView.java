package org.closeknit.chronology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Link;
import org.closeknit.pages.Mark;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Sign;
import org.closeknit.pages.When;
import org.closeknit.person.PartialDate;

/** Turns a history into a page of it: filtered, counted, in words. Pure. */
final class HistoryView {
  private static final int A_PAGE = 25;

  /** What a reader asked to see. */
  record Asked(String view, String kind, String agency, int page) {
    String query(String key, String value) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("view", view);
      parts.put("kind", kind);
      parts.put("agency", agency);
      parts.put("page", "");
      parts.put(key, value);
      var query = new StringBuilder();
      parts.forEach((name, said) -> {
        if (!said.isEmpty()) {
          query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(said);
        }
      });
      return query.toString();
    }
  }

  private final String path;
  private final Directory agencies;
  private final Dates dates;

  HistoryView(String path, Directory agencies, Dates dates) {
    this.path = path;
    this.agencies = agencies;
    this.dates = dates;
  }

  ChildView.History of(List<Happening> everything, Asked asked) {
    List<Happening> all = once(everything);
    List<Happening> fitting =
        all.stream().filter(ofKind(asked.kind())).filter(ofAgency(asked.agency())).toList();
    int first = Math.min(Math.max(asked.page() - 1, 0) * A_PAGE, fitting.size());
    int last = Math.min(first + A_PAGE, fitting.size());
    return new ChildView.History(
        fitting.size(),
        fitting.subList(first, last).stream().map(this::line).toList(),
        List.of(
            link("Timeline", asked.query("view", ""), !asked.view().equals("table")),
            link("Table", asked.query("view", "table"), asked.view().equals("table"))),
        kinds(all, asked),
        agenciesOf(all, asked),
        asked.view().equals("table"),
        first == 0
            ? Optional.empty()
            : Optional.of(
                link(
                    "Later entries", asked.query("page", String.valueOf(asked.page() - 1)), false)),
        last == fitting.size()
            ? Optional.empty()
            : Optional.of(
                link(
                    "Earlier: " + Numbers.count(fitting.size() - last, "entry", "entries"),
                    asked.query("page", String.valueOf(Math.max(asked.page(), 1) + 1)),
                    false)));
  }

  /**
   * What an agency wrote of the turn of a status of its own is that turn, told more fully: it
   * stands once.
   */
  private static List<Happening> once(List<Happening> all) {
    List<Happening> told =
        all.stream()
            .filter(one -> one.kind() == Happening.Kind.STATUS)
            .filter(turn -> all.stream().anyMatch(one -> one.tellsFully(turn)))
            .toList();
    return all.stream()
        .filter(one -> !told.contains(one))
        .map(one -> told.stream().anyMatch(one::tellsFully) ? one.as(Happening.Kind.STATUS) : one)
        .toList();
  }

  private List<Link> kinds(List<Happening> all, Asked asked) {
    List<Happening> here = all.stream().filter(ofAgency(asked.agency())).toList();
    return List.of(
        link("All " + here.size(), asked.query("kind", ""), asked.kind().isEmpty()),
        kind("Concerns", "concerns", here, asked).with(Mark.CONCERN),
        kind("Strengths", "strengths", here, asked).with(Mark.STRENGTH),
        kind("Own words", "words", here, asked).with(Mark.OWN_WORDS),
        kind("Visits", "visits", here, asked).with(Mark.UNPLANNED_VISIT),
        kind("Missed", "missed", here, asked).with(Mark.MISSED),
        kind("Plans", "plans", here, asked));
  }

  private Link kind(String label, String kind, List<Happening> here, Asked asked) {
    long count = here.stream().filter(ofKind(kind)).count();
    return link(label + " " + count, asked.query("kind", kind), asked.kind().equals(kind));
  }

  private List<Link> agenciesOf(List<Happening> all, Asked asked) {
    var links = new java.util.ArrayList<Link>();
    links.add(link("Every agency", asked.query("agency", ""), asked.agency().isEmpty()));
    all.stream()
        .map(Happening::agency)
        .distinct()
        .map(agencies::get)
        .sorted(java.util.Comparator.comparing(Agency::name))
        .forEach(agency ->
            links.add(
                link(
                    agency.name(),
                    asked.query("agency", agency.id().value()),
                    asked.agency().equals(agency.id().value()))));
    return links;
  }

  private static Predicate<Happening> ofKind(String kind) {
    return switch (kind) {
      case "concerns" -> one -> one.mark() == Mark.CONCERN || one.mark() == Mark.SERIOUS_CONCERN;
      case "strengths" -> one -> one.mark() == Mark.STRENGTH;
      case "words" -> one -> !one.words().said().isBlank();
      case "visits" -> one -> one.kind() == Happening.Kind.VISIT;
      case "missed" -> one -> one.mark() == Mark.MISSED;
      case "plans" -> one -> one.kind() == Happening.Kind.STATUS;
      default -> unused -> true;
    };
  }

  private static Predicate<Happening> ofAgency(String agency) {
    return one -> agency.isEmpty() || one.agency().value().equals(agency);
  }

  private ChildView.Line line(Happening one) {
    Agency agency = agencies.get(one.agency());
    Happening.Telling telling = one.telling();
    return new ChildView.Line(
        "e-" + Integer.toHexString((one.record() + one.id()).hashCode()),
        one.mark(),
        when(one),
        one.headline(),
        telling.detail(),
        one.words().said(),
        one.words().heardBy().isBlank() ? "" : "to " + one.words().heardBy(),
        telling.action(),
        signOf(agency),
        agency.name(),
        how(telling),
        late(one),
        one.category());
  }

  private When when(Happening one) {
    String iso = one.happened().iso();
    if (one.certainty().equals("about")) {
      return dates.about(iso, "");
    }
    if (one.at().isPresent() && one.happened().isDay()) {
      return dates.exact(one.moment().atZone(Dates.ZONE).toInstant());
    }
    return dates.partial(iso);
  }

  private static String how(Happening.Telling telling) {
    String how =
        switch (telling.sourceKind()) {
          case "seen" -> "Seen by " + telling.source();
          case "told" -> "Told by " + telling.source();
          case "document" -> "From " + telling.source();
          default -> telling.source();
        };
    String standing =
        switch (telling.standing()) {
          case "fact" -> "Fact";
          case "opinion" -> "Opinion";
          case "alleged" -> "Alleged";
          case "disproved" -> "Disproved";
          default -> "";
        };
    return standing.isEmpty() ? how : how + ". " + standing;
  }

  private String late(Happening one) {
    return one.learnedOn()
        .map(PartialDate::earliest)
        .map(day -> dates.later("learned", one.happened().earliest(), day))
        .orElse("");
  }

  static Sign signOf(Agency agency) {
    return Sign.of(agency.kind().name().toLowerCase(Locale.ROOT));
  }

  private Link link(String label, String query, boolean current) {
    return new Link(label, path + query + "#history", current);
  }
}
