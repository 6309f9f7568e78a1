package org.closeknit.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.signin.WaysIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The way in, and the pages of help. */
@Controller
class Home {
  private final Pages pages;
  private final WaysIn waysIn;

  Home(Pages pages, WaysIn waysIn) {
    this.pages = pages;
    this.waysIn = waysIn;
  }

  @GetMapping("/")
  View home(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Asker.Worker worker
        ? new RedirectView(home(worker.role()))
        : new RedirectView(waysIn.isHidden(request) ? "/unlock" : "/sign-in");
  }

  /** Where a role's day begins. */
  private static String home(Role role) {
    return switch (role) {
      case NURSE, GP -> "/check";
      case DATA_STEWARD -> "/submissions";
      case ADMINISTRATOR -> "/agencies";
      case INFORMATION_GOVERNANCE_OFFICER -> "/audit";
      case ADOPTION_WORKER -> "/adoptions";
      case SOCIAL_WORKER,
          TEAM_MANAGER,
          DUTY_WORKER,
          NAMED_NURSE,
          SAFEGUARDING_LEAD,
          POLICE_OFFICER,
          REPORTER ->
          "/my-day";
    };
  }

  @GetMapping("/help")
  View help() {
    return pages.show("site/help", Map.of());
  }

  @GetMapping("/help/accessibility")
  View accessibility() {
    return pages.show("site/accessibility", Map.of());
  }

  @GetMapping("/help/who-can-see-what")
  View whoCanSeeWhat() {
    return pages.show("site/who-can-see-what", Map.of());
  }
}
