package org.closeknit.site;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Erasure;
import org.closeknit.audit.Erasures;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where two officers decide that what tells of a person is erased from their agency's log. */
@Controller
class ErasurePages {
  private static final String HERE = "/audit/erasures";
  private static final String UUID_FORM =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final Pages pages;
  private final Erasures erasures;
  private final Agencies agencies;
  private final InstantSource clock;

  ErasurePages(Pages pages, Erasures erasures, Agencies agencies, InstantSource clock) {
    this.pages = pages;
    this.erasures = erasures;
    this.agencies = agencies;
    this.clock = clock;
  }

  @GetMapping(HERE)
  View asked(Asker.Worker officer) {
    return show(officer, "");
  }

  private View show(Asker.Worker officer, String problem) {
    return pages.show(
        "site/erasures",
        Map.of(
            "erasures", erasures.of(officer.agency().id()),
            "actors", actors(officer),
            "own", officer.actor(),
            "keptSince", LocalDate.ofInstant(erasures.keptSince(), Dates.ZONE),
            "problem", problem,
            "dates", new Dates(clock.instant())));
  }

  private List<Choice> actors(Asker.Worker officer) {
    var actors = new ArrayList<Choice>();
    actors.add(new Choice("", "Nobody: a child, below"));
    agencies.staffOf(officer.agency().id()).stream()
        .sorted(Comparator.comparing(Staff::name))
        .forEach(staff -> actors.add(new Choice(staff.id().toString(), staff.name())));
    return actors;
  }

  @PostMapping(HERE)
  @Transactional
  public View ask(
      Asker.Worker officer,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String child,
      @RequestParam(defaultValue = "") String reason) {
    Optional<Erasure.Of> of = of(who.strip(), child.strip());
    if (of.isEmpty() || reason.isBlank()) {
      return show(officer, "Say whose trace it is, a worker’s or a child’s, and why it is erased");
    }
    erasures.ask(officer, of.get(), reason.strip());
    return new RedirectView(HERE, true);
  }

  private static Optional<Erasure.Of> of(String who, String child) {
    if (who.isEmpty() == child.isEmpty()) {
      return Optional.empty();
    }
    return who.isEmpty()
        ? Optional.of(child)
            .filter(one -> one.matches(UUID_FORM))
            .map(one -> new Erasure.Of.Child(new ChildId(UUID.fromString(one))))
        : Optional.of(new Erasure.Of.Actor(who));
  }

  @PostMapping(HERE + "/{id}")
  @Transactional
  public View agree(Asker.Worker officer, @PathVariable UUID id) {
    return switch (erasures.agree(officer, id)) {
      case Erasures.Agreed.Erased unused -> new RedirectView(HERE, true);
      case Erasures.Agreed.NotAlone unused ->
          show(officer, "Another officer must agree to what you asked for");
      case Erasures.Agreed.NothingWaits unused -> show(officer, "This waits for nobody any more");
    };
  }
}
