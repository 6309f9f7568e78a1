package org.closeknit.chronology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.child.Children;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A child's history for an agency's machine: what that agency may see of it. */
@RestController
class HistoryFeed {
  private final Children children;
  private final Histories histories;

  HistoryFeed(Children children, Histories histories) {
    this.children = children;
    this.histories = histories;
  }

  /** One thing of the history; what was not told is absent. */
  record Line(
      String kind,
      String agency,
      String date,
      @Nullable String time,
      String dateCertainty,
      @Nullable String learnedOn,
      String category,
      String headline,
      @Nullable String detail,
      @Nullable String source,
      @Nullable String sourceKind,
      @Nullable String standing,
      @Nullable String impact,
      @Nullable String action,
      @Nullable String outcome,
      @Nullable String childWords,
      @Nullable String heardBy) {}

  @GetMapping("/api/chronology")
  @Transactional
  public ResponseEntity<?> history(
      Asker.System machine, @RequestParam(name = "local_id", defaultValue = "") String localId) {
    Optional<List<Line>> lines =
        children
            .open(machine, localId)
            .map(permit -> histories.read(permit).stream().map(HistoryFeed::line).toList());
    if (lines.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .cacheControl(CacheControl.noStore())
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.NOT_FOUND, "There is nothing here that we can show you."));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("entries", lines.get()));
  }

  private static Line line(Happening one) {
    Happening.Telling told = one.telling();
    return new Line(
        one.kind().name().toLowerCase(Locale.ROOT),
        one.agency().value(),
        one.happened().iso(),
        one.at().map(Object::toString).orElse(null),
        one.certainty(),
        one.learnedOn().map(date -> date.iso()).orElse(null),
        one.category(),
        one.headline(),
        orAbsent(told.detail()),
        orAbsent(told.source()),
        orAbsent(told.sourceKind()),
        orAbsent(told.standing()),
        orAbsent(told.impact()),
        orAbsent(told.action()),
        orAbsent(told.outcome()),
        orAbsent(one.words().said()),
        orAbsent(one.words().heardBy()));
  }

  private static @Nullable String orAbsent(String text) {
    return text.isBlank() ? null : text;
  }
}
