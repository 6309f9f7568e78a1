package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Hide: the screen is blank and the session locked, in every window, until its person opens it
 * again and is back where they were.
 */
@Controller
class Hiding {
  private final Pages pages;
  private final Sessions sessions;
  private final SignInCheck check;
  private final FreshProof proof;
  private final SignOuts signOuts;

  Hiding(Pages pages, Sessions sessions, SignInCheck check, FreshProof proof, SignOuts signOuts) {
    this.pages = pages;
    this.sessions = sessions;
    this.check = check;
    this.proof = proof;
    this.signOuts = signOuts;
  }

  /**
   * Whatever is wrong with the request, what follows is a blank page. Where its person was is said
   * by the script or by the browser, never by the page: two pages that must be alike stay alike.
   */
  @PostMapping("/hide")
  View hide(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String from,
      @RequestHeader(name = "Referer", defaultValue = "") String referer) {
    // Pages that a browser keeps to go back to are cleared away.
    response.setHeader("Clear-Site-Data", "\"cache\"");
    sessions.lock(request, from.isEmpty() ? path(referer) : from);
    sessions
        .locked(request)
        .ifPresent(worker -> {
          check.hid(worker);
          signOuts.closePages(worker.staff().id());
        });
    return new RedirectView("/blank");
  }

  private static String path(String referer) {
    try {
      URI from = new URI(referer);
      String query = from.getRawQuery();
      return String.valueOf(from.getRawPath()) + (query == null ? "" : "?" + query);
    } catch (URISyntaxException elsewhere) {
      return "/";
    }
  }

  @GetMapping("/blank")
  View blank(HttpServletRequest request) {
    return pages.show("signin/blank", Map.of("locked", sessions.isLocked(request)));
  }

  @GetMapping("/unlock")
  View ask(HttpServletRequest request) {
    return sessions
        .locked(request)
        .map(worker -> page(request, worker, HttpStatus.OK, ""))
        .orElseGet(() -> new RedirectView("/"));
  }

  @PostMapping("/unlock")
  View unlock(HttpServletRequest request, @RequestParam(defaultValue = "") String secret) {
    Optional<Asker.Worker> worker = sessions.locked(request);
    if (worker.isEmpty()) {
      return new RedirectView("/sign-in");
    }
    if (proof.proves(request, worker.get(), secret, "opened a hidden screen again")) {
      return new RedirectView(sessions.unlock(request));
    }
    return sessions.mayTryAgain(request)
        ? page(request, worker.get(), HttpStatus.UNPROCESSABLE_CONTENT, "That was not right.")
        : new RedirectView("/sign-in?tries");
  }

  private View page(
      HttpServletRequest request, Asker.Worker worker, HttpStatus status, String error) {
    return pages.show(
        status,
        "signin/unlock",
        Map.of("error", error, "passkey", proof.takesPasskey(request, worker)));
  }
}
