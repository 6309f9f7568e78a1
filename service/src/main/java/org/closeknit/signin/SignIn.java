package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
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
          "tries", "It was wrong too often. Sign in again.",
          "ready", "You are ready: sign in with your password and a new code.");

  private final Pages pages;
  private final SignInCheck check;
  private final Sessions sessions;

  SignIn(Pages pages, SignInCheck check, Sessions sessions) {
    this.pages = pages;
    this.check = check;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  View ask(HttpServletRequest request) {
    return page(HttpStatus.OK, "", "", note(request));
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
      HttpServletRequest request) {
    boolean readable =
        user.length() <= LONGEST && password.length() <= LONGEST && user.indexOf('\0') < 0;
    Optional<Asker.Worker> worker =
        readable ? check.prove(user.strip(), password, code) : Optional.empty();
    if (worker.isEmpty()) {
      return page(
          HttpStatus.UNPROCESSABLE_CONTENT,
          readable ? user.strip() : "",
          "Name, password or code is not right. A code works once, for about a minute.",
          "");
    }
    sessions.begin(worker.get(), request);
    return new RedirectView("/");
  }

  private View page(HttpStatus status, String user, String error, String note) {
    return pages.show(status, "signin/sign-in", Map.of("user", user, "error", error, "note", note));
  }
}
