package org.closeknit.registration;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.intake.ByHand;
import org.closeknit.match.NewRecord;
import org.closeknit.match.StillLoading;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.closeknit.search.Alike;
import org.closeknit.search.Hit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Registers a child by hand: what is known is typed, those who are like it are shown, and only
 * "none of these" registers. Nothing that is typed stands in an address.
 */
@Controller
@RequestMapping("/register")
class RegisterPages {
  private final Alike alike;
  private final ByHand byHand;
  private final Agencies agencies;
  private final Pages pages;
  private final InstantSource clock;

  RegisterPages(Alike alike, ByHand byHand, Agencies agencies, Pages pages, InstantSource clock) {
    this.alike = alike;
    this.byHand = byHand;
    this.agencies = agencies;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  View ask(Asker.Worker worker) {
    return form(worker, HttpStatus.OK, RegisterForm.empty(), List.of());
  }

  /** Shows who is like the child; registers nobody. */
  @PostMapping
  View look(Asker.Worker worker, @RequestParam Map<String, String> said) {
    var form = new RegisterForm(said);
    List<Problem> problems = problems(form);
    if (!problems.isEmpty()) {
      return form(worker, HttpStatus.BAD_REQUEST, form, problems);
    }
    try {
      return switch (alike.look(worker, record(worker, form))) {
        case Alike.Looked.Shown(List<Hit> hits) -> alike(worker, form, hits, false);
        case Alike.Looked.Wait(Duration left) -> wait(worker, form, left);
      };
    } catch (StillLoading loading) {
      return stillLoading(worker, form);
    }
  }

  private View wait(Asker.Worker worker, RegisterForm form, Duration left) {
    return form(
        worker,
        HttpStatus.TOO_MANY_REQUESTS,
        form,
        List.of(
            new Problem(
                "family",
                "You looked for several children whom nobody keeps. Wait %s and try again"
                    .formatted(
                        Numbers.count(
                            Math.max(1, left.plusMillis(999).toSeconds()), "second", "seconds")))));
  }

  /** The same as typed before, and that it is none of those who were shown. */
  @PostMapping("/new")
  View register(
      Asker.Worker worker,
      @RequestParam Map<String, String> said,
      @RequestParam(defaultValue = "") String once,
      @RequestParam(defaultValue = "") String shown) {
    var form = new RegisterForm(said);
    List<Problem> problems = problems(form);
    Optional<UUID> page = ChildId.read(once).map(ChildId::value);
    if (!problems.isEmpty() || page.isEmpty()) {
      return form(worker, HttpStatus.BAD_REQUEST, form, problems);
    }
    boolean desk = worker.role().isDutyDesk();
    boolean works = !desk && !worker.staff().workerId().isBlank();
    try {
      if (isSomebodyNew(worker, form, page.get(), shown)) {
        return alike(worker, form, like(worker, form), true);
      }
    } catch (StillLoading loading) {
      return stillLoading(worker, form);
    }
    return switch (byHand.register(worker, page.get(), form.columns(agencies.madeUp()), works)) {
      case ByHand.Registering.Refused(String reason) ->
          form(
              worker,
              HttpStatus.CONFLICT,
              form,
              List.of(new Problem("family", "This was not taken in: " + reason)));
      case ByHand.Registering.Done done -> {
        alike.registered(worker, record(worker, form));
        yield works || desk
            ? new RedirectView("/children/" + done.child().child())
            : pages.show("registration/done", Map.of());
      }
    };
  }

  /**
   * Whether somebody is like the child by now who was not shown; the child itself does not count.
   */
  private boolean isSomebodyNew(Asker.Worker worker, RegisterForm form, UUID once, String shown) {
    if (byHand.isRegistered(worker, once)) {
      return false;
    }
    return !Set.copyOf(List.of(shown.split(" ")))
        .containsAll(like(worker, form).stream().map(Hit::href).toList());
  }

  private View alike(Asker.Worker worker, RegisterForm form, List<Hit> hits, boolean meanwhile) {
    return pages.show(
        "registration/alike",
        Map.of(
            "view",
            new RegisterView(
                form,
                List.of(),
                hits,
                UUID.randomUUID(),
                meanwhile,
                worker.role().checksChildren())));
  }

  private List<Hit> like(Asker.Worker worker, RegisterForm form) {
    return alike.to(worker, record(worker, form));
  }

  private NewRecord record(Asker.Worker worker, RegisterForm form) {
    return form.record(worker.agency().id(), agencies.madeUp());
  }

  private View stillLoading(Asker.Worker worker, RegisterForm form) {
    return form(
        worker,
        HttpStatus.SERVICE_UNAVAILABLE,
        form,
        List.of(
            new Problem(
                "family",
                "Everybody is still being read, so that nobody is missed. Try in a minute")));
  }

  private List<Problem> problems(RegisterForm form) {
    return form.problems(new Dates(clock.instant()).today(), agencies.madeUp());
  }

  private View form(
      Asker.Worker worker, HttpStatus status, RegisterForm form, List<Problem> problems) {
    return pages.show(
        status,
        "registration/register",
        Map.of(
            "view",
            new RegisterView(
                form, problems, List.of(), new UUID(0, 0), false, worker.role().checksChildren())));
  }
}
