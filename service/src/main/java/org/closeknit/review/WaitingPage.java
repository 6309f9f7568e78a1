package org.closeknit.review;

import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What waits, since when and for whom: for data stewards, and for whoever sees to it. */
@Controller
class WaitingPage {
  private final Pages pages;
  private final ForWhom forWhom;

  WaitingPage(Pages pages, ForWhom forWhom) {
    this.pages = pages;
    this.forWhom = forWhom;
  }

  @GetMapping("/matching/waiting")
  View waiting(Asker.Worker worker) {
    return pages.show("review/waiting", Map.of("waiting", forWhom.waiting(worker)));
  }
}
