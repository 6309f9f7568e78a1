package org.closeknit.oversight;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The letter to a family of who looked: to read, to print, and to let wait. */
@Controller
class LetterPage {
  private static final int LONGEST_LINE = 300;

  /** What waits longer is looked at anew by somebody. */
  private static final int LONGEST_MONTHS = 6;

  private final Pages pages;
  private final Letters letters;
  private final Delays delays;

  LetterPage(Pages pages, Letters letters, Delays delays) {
    this.pages = pages;
    this.letters = letters;
    this.delays = delays;
  }

  @GetMapping("/children/{id}/letter")
  View letter(Asker.Worker worker, @PathVariable String id) {
    return show(worker, id, List.of());
  }

  @PostMapping("/children/{id}/letter/wait")
  View delay(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason) {
    String why = reason.replaceAll("\\p{Cntrl}", " ").strip();
    Optional<LocalDate> day = day(until.strip());
    var problems = new ArrayList<Problem>();
    if (day.isEmpty()) {
      problems.add(new Problem("until", "Write a day within the next 6 months, as 2027-01-31"));
    }
    if (why.isEmpty() || why.length() > LONGEST_LINE) {
      problems.add(new Problem("reason", "Say why, in a line"));
    }
    if (!problems.isEmpty()) {
      return show(worker, id, problems);
    }
    return changed(
        id,
        ChildId.read(id)
            .filter(child ->
                letters.change(
                    worker,
                    child,
                    (who, permit) -> delays.say(who, permit, day.orElseThrow(), why)))
            .isPresent());
  }

  @PostMapping("/children/{id}/letter/wait-no-longer")
  View lift(Asker.Worker worker, @PathVariable String id) {
    return changed(
        id,
        ChildId.read(id).filter(child -> letters.change(worker, child, delays::lift)).isPresent());
  }

  private Optional<LocalDate> day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      LocalDate today = delays.today();
      return Optional.of(day)
          .filter(one -> one.isAfter(today) && !one.isAfter(today.plusMonths(LONGEST_MONTHS)));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private View changed(String id, boolean done) {
    return done ? new RedirectView("/children/" + id + "/letter") : pages.nothingToShow();
  }

  private View show(Asker.Worker worker, String id, List<Problem> problems) {
    return ChildId.read(id)
        .flatMap(child -> letters.of(worker, child, problems))
        .map(view ->
            pages.show(
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "oversight/letter",
                Map.of("view", view)))
        .orElseGet(pages::nothingToShow);
  }
}
