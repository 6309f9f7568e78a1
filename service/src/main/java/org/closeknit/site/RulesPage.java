package org.closeknit.site;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.closeknit.access.Access;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Agreements;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What the people of an agency may see, in sentences made from what is agreed and decided by. */
@Controller
class RulesPage {
  private final Pages pages;
  private final Access access;
  private final Agreements agreements;
  private final InstantSource clock;

  RulesPage(Pages pages, Access access, Agreements agreements, InstantSource clock) {
    this.pages = pages;
    this.access = access;
    this.agreements = agreements;
    this.clock = clock;
  }

  @GetMapping("/rules")
  View rules(Asker.Worker worker) {
    var dates = new Dates(clock.instant());
    Agreed agreed = agreements.now();
    List<Agreement> held = agreed.of(worker.agency().id(), dates.today());
    return pages.show(
        "site/rules",
        Map.of(
            "worker",
            worker,
            "sections",
            access.rules(worker.agency().id()),
            "agreements",
            held.stream().map(one -> AgreementWords.held(one, agreed.directory(), dates)).toList(),
            "today",
            dates.longDay(dates.today()),
            "now",
            dates.moment(clock.instant())));
  }
}
