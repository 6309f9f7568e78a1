package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where a person begins: with a link of their own they choose a password and set up their codes.
 */
@Controller
class WelcomePage {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 256;

  private final Pages pages;
  private final SignInLinks links;
  private final PasswordEncoder passwords;
  private final KnownBrowsers browsers;
  private final Agencies agencies;
  private final Audit audit;
  private final InstantSource clock;

  WelcomePage(
      Pages pages,
      SignInLinks links,
      PasswordEncoder passwords,
      KnownBrowsers browsers,
      Agencies agencies,
      Audit audit,
      InstantSource clock) {
    this.pages = pages;
    this.links = links;
    this.passwords = passwords;
    this.browsers = browsers;
    this.agencies = agencies;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/welcome/{token}")
  View ask(@PathVariable String token) {
    return links
        .find(token)
        .map(link -> page(HttpStatus.OK, token, link, Form.empty()))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/welcome/{token}")
  @Transactional
  public View begin(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<SignInLinks.Open> link = links.find(token);
    if (link.isEmpty()) {
      return pages.nothingToShow();
    }
    Form form = Form.empty();
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      form.wrong("password", "Choose a password of at least 12 characters");
    }
    if (Totp.stepOf(code, link.get().totpSecret(), clock.instant()).isEmpty()) {
      form.wrong("code", "Enter the 6 digits that your app shows now");
    }
    if (!form.isGood()) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, token, link.get(), form);
    }
    String hash = Objects.requireNonNull(passwords.encode(password));
    if (!links.use(token, link.get(), hash)) {
      return pages.nothingToShow();
    }
    browsers.remember(link.get().person().id(), request, response);
    write(link.get());
    return new RedirectView("/sign-in?ready");
  }

  private void write(SignInLinks.Open link) {
    var person = new Asker.Worker(link.person(), agencies.get(link.person().agency()));
    audit.write(
        new Entry(
            person,
            "chose a password and took a code",
            "sign-in",
            "allowed",
            Optional.empty(),
            List.of(),
            false,
            ""));
  }

  private View page(HttpStatus status, String token, SignInLinks.Open link, Form form) {
    return pages.show(
        status,
        "signin/welcome",
        Map.of(
            "token",
            token,
            "user",
            link.person().username(),
            "secret",
            link.totpSecret(),
            "form",
            form));
  }
}
