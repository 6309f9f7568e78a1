package org.closeknit.enquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.match.StillLoading;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The pages on which a nurse checks a child. */
@Controller
@RequestMapping("/check")
class Checks {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Enquiries enquiries;
  private final AnswerPages answers;
  private final Agencies agencies;
  private final Pages pages;
  private final CheckSettings settings;
  private final InstantSource clock;

  Checks(
      Enquiries enquiries,
      AnswerPages answers,
      Agencies agencies,
      Pages pages,
      CheckSettings settings,
      InstantSource clock) {
    this.enquiries = enquiries;
    this.answers = answers;
    this.agencies = agencies;
    this.pages = pages;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  View byNumber(Asker.Worker worker, @RequestParam(defaultValue = "") String again) {
    return form(worker, HttpStatus.OK, "enquiry/number", typed(worker, again), List.of());
  }

  @GetMapping("/name")
  View byName(Asker.Worker worker, @RequestParam(defaultValue = "") String again) {
    return form(worker, HttpStatus.OK, "enquiry/name", typed(worker, again), List.of());
  }

  @PostMapping
  View check(Asker.Worker worker, @RequestParam Map<String, String> said) {
    CheckForm form = CheckForm.of(said);
    // With details a number may still be typed: it is the surest way.
    boolean byNumber = !said.containsKey("family") || !form.number().isBlank();
    boolean madeUp = agencies.madeUp();
    List<Problem> problems =
        form.problems(byNumber, LocalDate.ofInstant(clock.instant(), LONDON), madeUp);
    if (!problems.isEmpty()) {
      return form(
          worker,
          HttpStatus.BAD_REQUEST,
          said.containsKey("family") ? "enquiry/name" : "enquiry/number",
          form,
          problems);
    }
    Given given =
        enquiries.ask(
            new Question(
                worker,
                form.asked(byNumber, madeUp),
                form.reason().orElseThrow(),
                form.presence().orElseThrow(),
                ""));
    return new RedirectView("/check/" + given.id());
  }

  @GetMapping("/{id}")
  View answer(Asker.Worker worker, @PathVariable String id) {
    return id(id)
        .flatMap(one -> enquiries.again(worker, one))
        .map(again -> show(worker, again))
        .orElseGet(pages::nothingToShow);
  }

  /**
   * Whoever asks stays signed in and need not type again; where not even that works, {@link
   * NoAnswerPage} answers.
   */
  @ExceptionHandler
  View noAnswer(RuntimeException broken, HttpServletRequest request) {
    NoAnswerPage.log(broken);
    return pages.whateverHappens(
        HttpStatus.SERVICE_UNAVAILABLE,
        "enquiry/no-answer",
        Map.of(
            "phone",
            settings.noAnswerPhone(),
            "form",
            NoAnswerPage.typed(request),
            "loading",
            broken instanceof StillLoading));
  }

  private View show(Asker.Worker worker, ShownAgain again) {
    return switch (again) {
      case ShownAgain.Stands(Given given) ->
          pages.show("enquiry/answer", Map.of("page", answers.of(worker, given)));
      case ShownAgain.Changed(KeptQuestion question) ->
          pages.show("enquiry/changed", Map.of("page", answers.changed(question)));
    };
  }

  private CheckForm typed(Asker.Worker worker, String again) {
    return id(again)
        .flatMap(one -> enquiries.typed(worker, one))
        .map(CheckForm::of)
        .orElseGet(CheckForm::empty);
  }

  private static Optional<UUID> id(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private View form(
      Asker.Worker worker,
      HttpStatus status,
      String template,
      CheckForm form,
      List<Problem> problems) {
    return pages.show(
        status,
        template,
        Map.of(
            "form",
            form,
            "problems",
            problems,
            "checked",
            answers.checked(enquiries.today(worker))));
  }
}
