package org.closeknit.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where an information governance officer looks at their agency's emergencies. */
@Controller
class ReviewPages {
  private static final int LONGEST_LINE = 500;

  private final Pages pages;
  private final SecondLooks looks;
  private final Hours hours;
  private final Audit audit;
  private final InstantSource clock;

  ReviewPages(Pages pages, SecondLooks looks, Hours hours, Audit audit, InstantSource clock) {
    this.pages = pages;
    this.looks = looks;
    this.hours = hours;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/emergencies")
  View all(Asker.Worker officer, @RequestParam(defaultValue = "") String said) {
    var dates = new Dates(clock.instant());
    List<ReviewView> rows =
        looks.of(officer.agency().id()).stream().map(row -> view(row, dates)).toList();
    return pages.show(
        "emergency/reviews",
        Map.of(
            "rows",
            rows,
            "hours",
            hours.of(officer.agency().id()),
            "said",
            said.equals("not") ? "Say whether it was right, and why, in a line." : ""));
  }

  @PostMapping("/emergencies/{id}")
  View say(
      Asker.Worker officer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String right,
      @RequestParam(defaultValue = "") String why) {
    Optional<UUID> which = ChildId.read(id).map(ChildId::value);
    String words = why.replaceAll("\\p{Cntrl}", " ").strip();
    boolean good =
        (right.equals("yes") || right.equals("no"))
            && !words.isEmpty()
            && words.length() <= LONGEST_LINE;
    boolean done =
        good
            && which.filter(one -> looks.say(officer, one, right.equals("yes"), words)).isPresent();
    return new RedirectView(done ? "/emergencies" : "/emergencies?said=not#said");
  }

  @PostMapping("/emergencies/hours")
  @Transactional
  public View set(Asker.Worker officer, @RequestParam(defaultValue = "") String hours) {
    if (hours.matches("[1-4]")) {
      this.hours.set(officer.agency().id(), Integer.parseInt(hours));
      audit.write(
          new Entry(
              officer,
              "set how long an emergency lasts",
              "oversight",
              "allowed",
              Optional.empty(),
              List.of(),
              false,
              hours + " hours"));
    }
    return new RedirectView("/emergencies");
  }

  private ReviewView view(SecondLooks.Row row, Dates dates) {
    Instant ended = row.closed().filter(row.until()::isAfter).orElse(row.until());
    boolean late = row.said().isEmpty() && row.due().isBefore(clock.instant());
    return new ReviewView(
        row.id().toString(),
        row.who() + ", " + row.role(),
        dates.moment(row.openedAt()) + " to " + dates.time(ended),
        row.reason().words(),
        row.words(),
        row.looks() == 0
            ? "The record was not looked at."
            : "The record was looked at " + Numbers.count(row.looks(), "time", "times") + ".",
        (late ? "Due since " : "Due ") + dates.moment(row.due()),
        late,
        row.said()
            .map(said ->
                (said.right() ? "It was right" : "It was not right")
                    + ", says "
                    + said.by()
                    + ", "
                    + dates.moment(said.at())
                    + ": "
                    + said.words())
            .orElse(""));
  }
}
