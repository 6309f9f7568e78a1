package org.closeknit.emergency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.Emergencies;
import org.closeknit.access.EmergencyReason;
import org.closeknit.audit.Asker;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.signin.FreshProof;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where somebody opens a child with whom they do not work: warned, with a reason, proven anew. */
@Controller
class EmergencyPages {
  private static final int LONGEST_LINE = 300;

  private final Pages pages;
  private final Finding finding;
  private final Emergencies emergencies;
  private final FreshProof proof;
  private final Hours hours;
  private final Notices notices;
  private final InstantSource clock;

  EmergencyPages(
      Pages pages,
      Finding finding,
      Emergencies emergencies,
      FreshProof proof,
      Hours hours,
      Notices notices,
      InstantSource clock) {
    this.pages = pages;
    this.finding = finding;
    this.emergencies = emergencies;
    this.proof = proof;
    this.hours = hours;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/emergency")
  View ask(Asker.Worker worker) {
    return who(HttpStatus.OK, Typed.nothing(), List.of());
  }

  @PostMapping("/emergency/child")
  View offer(
      Asker.Worker worker,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String nhs,
      @RequestParam(name = "born-day", defaultValue = "") String day,
      @RequestParam(name = "born-month", defaultValue = "") String month,
      @RequestParam(name = "born-year", defaultValue = "") String year) {
    var typed = new Typed(nhs, day, month, year);
    List<Problem> problems = typed.problems(dates().today());
    if (!problems.isEmpty()) {
      return who(HttpStatus.UNPROCESSABLE_CONTENT, typed, problems);
    }
    return finding.offers(worker, typed)
        ? glass(worker, request, HttpStatus.OK, typed, Optional.empty(), "", List.of())
        : pages.nothingToShow();
  }

  @PostMapping("/emergency")
  View open(
      Asker.Worker worker,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String nhs,
      @RequestParam(name = "born-day", defaultValue = "") String day,
      @RequestParam(name = "born-month", defaultValue = "") String month,
      @RequestParam(name = "born-year", defaultValue = "") String year,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String line,
      @RequestParam(defaultValue = "") String secret) {
    var typed = new Typed(nhs, day, month, year);
    if (!typed.problems(dates().today()).isEmpty()) {
      return pages.nothingToShow();
    }
    Optional<EmergencyReason> reason =
        Arrays.stream(EmergencyReason.values()).filter(one -> one.name().equals(why)).findFirst();
    String words = line.replaceAll("\\p{Cntrl}", " ").strip();
    List<Problem> problems =
        problems(reason, words, FreshProof.bringsPasskey(request) || !secret.isEmpty());
    if (problems.isEmpty()) {
      switch (proof.by(request, worker, secret)) {
        case FreshProof.Tried.SignedOut() -> {
          return new RedirectView("/sign-in?tries");
        }
        case FreshProof.Tried.Wrong() ->
            problems.add(new Problem("secret", "That was not right. Type it again"));
        case FreshProof.Tried.Proven() -> {
          return finding
              .open(worker, typed, reason.orElseThrow(), words)
              .map(opened -> (View) new RedirectView("/children/" + opened.child() + "#said"))
              .orElseGet(pages::nothingToShow);
        }
      }
    }
    return glass(worker, request, HttpStatus.UNPROCESSABLE_CONTENT, typed, reason, words, problems);
  }

  @PostMapping("/emergency/close")
  View close(Asker.Worker worker) {
    emergencies.close(worker);
    notices.lookAgain(worker.staff().id());
    return new RedirectView("/");
  }

  private static List<Problem> problems(
      Optional<EmergencyReason> reason, String words, boolean proof) {
    var problems = new ArrayList<Problem>();
    if (reason.isEmpty()) {
      problems.add(new Problem("why", "Say why you must see it now"));
    }
    if (words.isEmpty()) {
      problems.add(new Problem("line", "Say in a line what is happening"));
    }
    if (words.length() > LONGEST_LINE) {
      problems.add(new Problem("line", "Use at most " + LONGEST_LINE + " characters"));
    }
    if (!proof) {
      problems.add(new Problem("secret", "Enter your password, or a code from your app"));
    }
    return problems;
  }

  private View who(HttpStatus status, Typed typed, List<Problem> problems) {
    return pages.show(status, "emergency/who", Map.of("typed", typed, "problems", problems));
  }

  private View glass(
      Asker.Worker worker,
      HttpServletRequest request,
      HttpStatus status,
      Typed typed,
      Optional<EmergencyReason> reason,
      String line,
      List<Problem> problems) {
    var view =
        new GlassView(
            typed,
            dates().partial(typed.born().orElseThrow().toString()).lead()
                + " ("
                + dates().age(typed.born().orElseThrow())
                + ")",
            typed.nhs().isPresent() ? "NHS number" : "CHI number",
            typed
                .nhs()
                .map(number -> Numbers.nhs(number.digits()))
                .or(() -> typed.chi().map(number -> Numbers.chi(number.digits())))
                .orElse(""),
            worker.name() + ", " + worker.roleWords(),
            worker.agency().name(),
            worker.agency().emergencyPhone().isBlank()
                ? worker.agency().officePhone()
                : worker.agency().emergencyPhone(),
            Numbers.count(hours.of(worker.agency().id()), "hour", "hours"),
            Arrays.stream(EmergencyReason.values())
                .map(one -> new Choice(one.name(), one.words()))
                .toList(),
            reason.map(Enum::name).orElse(""),
            line,
            proof.takesPasskey(request, worker),
            problems);
    return pages.show(status, "emergency/glass", Map.of("view", view));
  }

  private Dates dates() {
    return new Dates(clock.instant());
  }
}
