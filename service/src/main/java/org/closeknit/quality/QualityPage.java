package org.closeknit.quality;

import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How well what an agency sends can be used; others' figures are for whoever runs the net. */
@Controller
class QualityPage {
  private static final int LAST_PAGE = 100_000;

  private final QualityReading reading;
  private final Agencies agencies;
  private final Pages pages;

  QualityPage(QualityReading reading, Agencies agencies, Pages pages) {
    this.reading = reading;
    this.agencies = agencies;
    this.pages = pages;
  }

  @GetMapping("/quality")
  View own(Asker.Worker worker, @RequestParam(defaultValue = "1") String page) {
    return show(worker, worker.agency().id(), page);
  }

  @GetMapping("/quality/{agency}")
  View another(Asker.Worker worker, @PathVariable String agency) {
    Optional<AgencyId> known =
        agencies.all().stream().map(Agency::id).filter(id -> id.value().equals(agency)).findFirst();
    return known
        .filter(id -> worker.role() == Role.ADMINISTRATOR || id.equals(worker.agency().id()))
        .map(id -> show(worker, id, "1"))
        .orElseGet(pages::nothingToShow);
  }

  private View show(Asker.Worker worker, AgencyId agency, String page) {
    int number = page.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(page), 1, LAST_PAGE) : 1;
    return pages.show("quality/quality", Map.of("quality", reading.of(worker, agency, number)));
  }
}
