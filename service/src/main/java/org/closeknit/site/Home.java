package org.closeknit.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The way in, and the pages of help. */
@Controller
class Home {
  private final Pages pages;

  private final Sessions sessions;

  Home(Pages pages, Sessions sessions) {
    this.pages = pages;
    this.sessions = sessions;
  }

  @GetMapping("/")
  View home(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Asker.Worker worker
        ? new RedirectView(SignIn.home(worker.role()))
        : new RedirectView(sessions.isLocked(request) ? "/unlock" : "/sign-in");
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
