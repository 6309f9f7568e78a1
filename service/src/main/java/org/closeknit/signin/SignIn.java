package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page where people say who they are. */
@Controller
class SignIn {
  private static final int LONGEST = 256;
  private static final Map<String, String> NOTES =
      Map.of(
          "out", "You have signed out.",
          "old", "That page had been open too long. Sign in and try again.",
          "over",
              "You were away for a while, or have been signed in since the start of a long day.",
          "tries", "It was wrong too often. Sign in again.",
          "unknown",
              "Your agency knows you, but nobody here signs in by that name. Ask your administrator to add you.",
          "elsewhere", "Your agency’s page did not sign you in. Try again, or sign in here.",
          "passkey", "That passkey opened nothing. Try again, or sign in with your password.",
          "ready", "You are ready: sign in with your password and a new code.");

  private final Pages pages;
  private final SignInCheck check;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final Providers providers;
  private final Passkeys passkeys;

  SignIn(
      Pages pages,
      SignInCheck check,
      Sessions sessions,
      KnownBrowsers browsers,
      Providers providers,
      Passkeys passkeys) {
    this.pages = pages;
    this.check = check;
    this.sessions = sessions;
    this.browsers = browsers;
    this.providers = providers;
    this.passkeys = passkeys;
  }

  @GetMapping("/sign-in")
  View ask(HttpServletRequest request) {
    return page(request, HttpStatus.OK, "", "", note(request));
  }

  /** Why somebody is here again, by the word in the address. */
  private static String note(HttpServletRequest request) {
    return NOTES.entrySet().stream()
        .filter(note -> request.getParameter(note.getKey()) != null)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @PostMapping("/sign-in")
  View signIn(
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean readable =
        user.length() <= LONGEST && password.length() <= LONGEST && user.indexOf('\0') < 0;
    if (!readable) {
      return wrong(request, "");
    }
    var from = new Tries.From(KnownBrowsers.of(request), request.getRemoteAddr());
    return switch (check.prove(user.strip(), password, code, from)) {
      case SignInCheck.Proof.Proven(Asker.Worker worker) -> {
        sessions.begin(worker, request);
        browsers.remember(worker.staff().id(), request, response);
        yield new RedirectView("/");
      }
      case SignInCheck.Proof.Wrong unused -> wrong(request, user.strip());
      case SignInCheck.Proof.TooOften unused -> tooOften(request, user.strip());
    };
  }

  private View wrong(HttpServletRequest request, String user) {
    return page(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        user,
        "Name, password or code is not right. A code works once, for about a minute.",
        "");
  }

  private View tooOften(HttpServletRequest request, String user) {
    return page(
        request,
        HttpStatus.TOO_MANY_REQUESTS,
        user,
        "It was wrong too often from here. Wait %d minutes, or sign in with the browser that you use every day. If it cannot wait, your administrator can give you a new link."
            .formatted(Tries.PAUSE.toMinutes()),
        "");
  }

  private View page(
      HttpServletRequest request, HttpStatus status, String user, String error, String note) {
    return pages.show(
        status,
        "signin/sign-in",
        Map.of(
            "user",
            user,
            "error",
            error,
            "note",
            note,
            "elsewhere",
            providers.links(),
            "passkeys",
            passkeys.areHere(request)));
  }
}
