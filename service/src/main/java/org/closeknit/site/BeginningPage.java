package org.closeknit.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.Kind;
import org.closeknit.agency.NoAnswerPhone;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where an empty installation begins. */
@Controller
class BeginningPage {
  private static final int SHORTEST_PASSWORD = 12;

  private final Pages pages;
  private final FirstAdministrator first;

  private final NoAnswerPhone phone;

  BeginningPage(Pages pages, FirstAdministrator first, NoAnswerPhone phone) {
    this.phone = phone;
    this.pages = pages;
    this.first = first;
  }

  /** What the first administrator says. */
  record Asked(
      String agency,
      String kind,
      String nation,
      String name,
      String user,
      String password,
      String phone) {
    Asked {
      agency = blankIfAbsent(agency);
      kind = blankIfAbsent(kind);
      nation = blankIfAbsent(nation);
      name = blankIfAbsent(name);
      user = blankIfAbsent(user);
      password = whole(password);
      phone = blankIfAbsent(phone);
    }

    /** Blanks count: it is compared letter by letter at each sign-in. */
    private static String whole(@org.jspecify.annotations.Nullable String said) {
      return said == null ? "" : said;
    }

    private static String blankIfAbsent(@org.jspecify.annotations.Nullable String said) {
      return said == null ? "" : said.strip().replace("\0", "");
    }

    /** What is missing, in a sentence; blank when nothing is. */
    String missing() {
      if (agency.isEmpty() || name.isEmpty() || user.isEmpty()) {
        return "Say the agency's name, your name and a name for signing in";
      }
      if (!nation.equals("england") && !nation.equals("scotland")) {
        return "Say in which nation the agency is";
      }
      return password.length() < SHORTEST_PASSWORD
          ? "Choose a password of at least 12 characters"
          : "";
    }
  }

  @GetMapping("/begin/{token}")
  View ask(@PathVariable String token) {
    return first.opens(token) ? page(HttpStatus.OK, token, "") : pages.nothingToShow();
  }

  @PostMapping("/begin/{token}")
  View begin(@PathVariable String token, @ModelAttribute Asked asked) {
    if (!first.opens(token)) {
      return pages.nothingToShow();
    }
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked.kind()))
            .findFirst();
    String missing = kind.isEmpty() ? "Say what kind of agency it is" : missing(asked);
    if (!missing.isEmpty()) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, token, missing);
    }
    return first.begin(token, kind.orElseThrow(), asked)
        ? new RedirectView("/sign-in")
        : pages.nothingToShow();
  }

  /** Nobody begins who has no number for those who get no answer. */
  private String missing(Asked asked) {
    boolean numbered = phone.isSet() || NoAnswerPhone.isOne(asked.phone());
    return asked.missing().isEmpty() && !numbered
        ? "Say whom to call when a check cannot be answered"
        : asked.missing();
  }

  private View page(HttpStatus status, String token, String missing) {
    return pages.show(
        status,
        "site/begin",
        Map.of("token", token, "missing", missing, "askPhone", !phone.isSet()));
  }
}
