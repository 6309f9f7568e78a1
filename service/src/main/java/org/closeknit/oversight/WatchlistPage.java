package org.closeknit.oversight;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where an information governance officer keeps the lists of children in the news and canaries. */
@Controller
@RequestMapping("/watched-children")
class WatchlistPage {
  private static final int LONGEST_LINE = 200;
  private static final String NEWS = "news";
  private static final String CANARY = "canary";
  private static final String HOME = "home";
  private static final Pattern POSTCODE =
      Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}");

  private final Pages pages;
  private final Watchlist list;
  private final Homes homes;
  private final InstantSource clock;

  WatchlistPage(Pages pages, Watchlist list, Homes homes, InstantSource clock) {
    this.pages = pages;
    this.list = list;
    this.homes = homes;
    this.clock = clock;
  }

  /** What somebody typed into one of the two forms. */
  private record Typed(String list, String number, String until, String why) {
    static Typed nothing() {
      return new Typed("", "", "", "");
    }
  }

  @GetMapping
  View all(Asker.Worker officer) {
    return show(officer, Typed.nothing(), List.of());
  }

  @PostMapping("/news")
  View inTheNews(
      Asker.Worker officer,
      @RequestParam(name = "news-number", defaultValue = "") String number,
      @RequestParam(name = "news-until", defaultValue = "") String until,
      @RequestParam(name = "news-why", defaultValue = "") String why) {
    var typed = new Typed(NEWS, number.strip(), until.strip(), line(why));
    var problems = problems(typed);
    Optional<LocalDate> day = day(typed.until()).filter(one -> !one.isBefore(list.today()));
    if (day.isEmpty()) {
      problems.add(new Problem("news-until", "Write a day to come, as 2027-01-31"));
    }
    if (!problems.isEmpty()) {
      return show(officer, typed, problems);
    }
    return after(
        officer, typed, list.inTheNews(officer, typed.number(), day.orElseThrow(), typed.why()));
  }

  @PostMapping("/canary")
  View canary(
      Asker.Worker officer,
      @RequestParam(name = "canary-number", defaultValue = "") String number,
      @RequestParam(name = "canary-why", defaultValue = "") String why) {
    var typed = new Typed(CANARY, number.strip(), "", line(why));
    var problems = problems(typed);
    return problems.isEmpty()
        ? after(officer, typed, list.canary(officer, typed.number(), typed.why()))
        : show(officer, typed, problems);
  }

  @PostMapping("/{record}/off")
  View off(Asker.Worker officer, @PathVariable String record) {
    ChildId.read(record).ifPresent(one -> list.takeOff(officer, one.value()));
    return new RedirectView("/watched-children");
  }

  @PostMapping("/homes")
  View lives(
      Asker.Worker officer,
      @RequestParam(name = "home-person", defaultValue = "") String person,
      @RequestParam(name = "home-postcode", defaultValue = "") String postcode) {
    String typed = postcode.strip();
    boolean good = typed.isEmpty() || POSTCODE.matcher(typed.toUpperCase(Locale.ROOT)).matches();
    boolean done =
        good
            && ChildId.read(person)
                .filter(one -> homes.say(officer, one.value(), typed))
                .isPresent();
    return done
        ? new RedirectView("/watched-children")
        : show(
            officer,
            new Typed(HOME, "", "", ""),
            List.of(
                new Problem(
                    good ? "home-person" : "home-postcode",
                    good ? "Choose one of your people" : "Write the whole postcode, as EH54 7AB")));
  }

  private View after(Asker.Worker officer, Typed typed, Watchlist.Outcome outcome) {
    String field = typed.list() + "-number";
    return switch (outcome) {
      case ON_THE_LIST -> new RedirectView("/watched-children");
      case NO_RECORD ->
          show(
              officer,
              typed,
              List.of(new Problem(field, "Your agency keeps no record with this number")));
      case SOMEBODY_HAS_A_REASON ->
          show(
              officer,
              typed,
              List.of(
                  new Problem(
                      field,
                      "Something is held of this child, or somebody works with it: it is no canary")));
    };
  }

  private static ArrayList<Problem> problems(Typed typed) {
    var problems = new ArrayList<Problem>();
    if (typed.number().isEmpty()) {
      problems.add(
          new Problem(typed.list() + "-number", "Enter your agency’s number of the child"));
    }
    if (typed.why().isEmpty()) {
      problems.add(new Problem(typed.list() + "-why", "Say why, in a line"));
    }
    return problems;
  }

  private static String line(String typed) {
    String line = typed.replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(LONGEST_LINE, line.length()));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private View show(Asker.Worker officer, Typed typed, List<Problem> problems) {
    var dates = new Dates(clock.instant());
    List<Watchlist.Row> rows = list.of(officer.agency().id());
    return pages.show(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "oversight/watched",
        Map.of(
            "view",
            new WatchlistView(
                lines(rows, Sighting.Mark.IN_THE_NEWS, dates),
                lines(rows, Sighting.Mark.CANARY, dates),
                people(officer),
                problems,
                typed.list(),
                typed.number(),
                typed.until(),
                typed.why())));
  }

  private List<Choice> people(Asker.Worker officer) {
    return homes.of(officer.agency().id()).stream()
        .map(
            one -> new Choice(one.person().toString(), one.name() + (one.known() ? ", known" : "")))
        .toList();
  }

  private static List<WatchlistView.Line> lines(
      List<Watchlist.Row> rows, Sighting.Mark mark, Dates dates) {
    return rows.stream()
        .filter(row -> row.mark() == mark)
        .map(row ->
            new WatchlistView.Line(
                row.record().toString(),
                row.number(),
                row.until().map(dates::day).orElse(""),
                row.why(),
                row.by() + ", " + dates.moment(row.since())))
        .toList();
  }
}
