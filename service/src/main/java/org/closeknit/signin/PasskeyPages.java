package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A person's passkeys: made, named, taken away, and used to sign in. */
@Controller
class PasskeyPages {
  private static final int LONGEST_NAME = 60;

  private final Pages pages;
  private final Passkeys passkeys;
  private final FreshProof proof;
  private final SignInCheck check;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final Agencies agencies;
  private final InstantSource clock;

  PasskeyPages(
      Pages pages,
      Passkeys passkeys,
      FreshProof proof,
      SignInCheck check,
      Sessions sessions,
      KnownBrowsers browsers,
      Agencies agencies,
      InstantSource clock) {
    this.pages = pages;
    this.passkeys = passkeys;
    this.proof = proof;
    this.check = check;
    this.sessions = sessions;
    this.browsers = browsers;
    this.agencies = agencies;
    this.clock = clock;
  }

  @GetMapping("/passkeys")
  View list(Asker.Worker worker, HttpServletRequest request) {
    String said =
        request.getParameter("added") != null
            ? "Your passkey is kept. Next time, choose Use a passkey on the page for signing in."
            : request.getParameter("removed") != null
                ? "It opens nothing any more. Delete it on your device too."
                : "";
    return page(worker, request, HttpStatus.OK, Form.empty(), said);
  }

  /** What the browser is to make, once its person has been asked again who they are. */
  @PostMapping(value = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> toMake(
      Asker.Worker worker,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String secret) {
    if (!passkeys.areHere(request)) {
      return ResponseEntity.notFound().build();
    }
    return switch (proof.by(request, worker, secret)) {
      case FreshProof.Tried.Proven unused -> ResponseEntity.ok(passkeys.toMake(worker, request));
      case FreshProof.Tried.Wrong unused -> ResponseEntity.unprocessableContent().build();
      case FreshProof.Tried.SignedOut unused ->
          ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    };
  }

  @PostMapping("/passkeys")
  View keep(
      Asker.Worker worker,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential) {
    String label = name.isBlank() ? "Passkey" : name.strip();
    if (label.length() > LONGEST_NAME) {
      return refused(worker, request, "name", "Give it a name of at most 60 characters");
    }
    boolean kept =
        check.provenWith(worker, "made a passkey", () -> passkeys.keep(credential, label, request));
    if (!kept) {
      return refused(worker, request, "secret", "No passkey was made. Try again");
    }
    return new RedirectView("/passkeys?added");
  }

  @PostMapping("/passkeys/remove")
  View remove(Asker.Worker worker, @RequestParam(defaultValue = "") String id) {
    return check.provenWith(worker, "took away a passkey", () -> passkeys.remove(worker, id))
        ? new RedirectView("/passkeys?removed")
        : pages.nothingToShow();
  }

  @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> toUse(HttpServletRequest request) {
    return passkeys.areHere(request)
        ? ResponseEntity.ok(passkeys.toUse(request))
        : ResponseEntity.notFound().build();
  }

  @PostMapping("/sign-in/passkey")
  View signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String credential) {
    Optional<Asker.Worker> worker =
        passkeys
            .whose(credential, request)
            .flatMap(agencies::staff)
            .map(staff -> new Asker.Worker(staff, agencies.get(staff.agency())));
    if (worker.isEmpty()) {
      return new RedirectView("/sign-in?passkey");
    }
    check.proven(worker.get(), "signed in by a passkey");
    sessions.begin(worker.get(), request);
    browsers.remember(worker.get().staff().id(), request, response);
    return new RedirectView("/");
  }

  private View refused(
      Asker.Worker worker, HttpServletRequest request, String field, String words) {
    Form form = Form.empty();
    form.wrong(field, words);
    return page(worker, request, HttpStatus.UNPROCESSABLE_CONTENT, form, "");
  }

  private View page(
      Asker.Worker worker, HttpServletRequest request, HttpStatus status, Form form, String said) {
    var dates = new Dates(clock.instant());
    List<PasskeyRow> rows =
        passkeys.of(worker).stream().map(one -> PasskeyRow.of(one, dates)).toList();
    return pages.show(
        status,
        "signin/passkeys",
        Map.of("rows", rows, "form", form, "said", said, "here", passkeys.areHere(request)));
  }
}
