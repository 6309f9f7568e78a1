package org.closeknit.site;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.agency.NoAnswerPhone;
import org.closeknit.agency.Register;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.closeknit.person.AgencyId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Who takes part: for the administrators of the agency that runs the installation, and one's own.
 */
@Controller
class AgenciesPage {
  private static final String HOURS = "[A-Z][a-z]{2}(-[A-Z][a-z]{2})? \\d{2}:\\d{2}-\\d{2}:\\d{2}";
  private static final Set<String> KINDS =
      Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.toUnmodifiableSet());

  private final Pages pages;
  private final Administration administration;
  private final Agencies agencies;
  private final Register register;
  private final NoAnswerPhone phone;

  AgenciesPage(
      Pages pages,
      Administration administration,
      Agencies agencies,
      Register register,
      NoAnswerPhone phone) {
    this.pages = pages;
    this.administration = administration;
    this.agencies = agencies;
    this.register = register;
    this.phone = phone;
  }

  @GetMapping("/agencies")
  View all(Asker.Worker administrator) {
    return administration.runsAll(administrator)
        ? list(HttpStatus.OK, Form.empty().with("number", phone.number()))
        : new RedirectView("/agencies/" + administrator.agency().id().value());
  }

  private View list(HttpStatus status, Form form) {
    return pages.show(
        status,
        "site/agencies",
        Map.of(
            "agencies", agencies.all(),
            "ended", register.ended(),
            "number", phone.number(),
            "fixed", phone.isSet(),
            "form", form));
  }

  @PostMapping("/agencies/no-answer-phone")
  @Transactional
  public View number(Asker.Worker administrator, @RequestParam MultiValueMap<String, String> sent) {
    if (!administration.runsAll(administrator) || phone.isSet()) {
      return pages.nothingToShow();
    }
    Form form = Form.of(sent);
    if (!NoAnswerPhone.isOne(form.value("number"))) {
      form.wrong("number", "Enter a phone number that is answered day and night");
      return list(HttpStatus.UNPROCESSABLE_CONTENT, form);
    }
    phone.say(form.value("number"));
    administration.write(administrator, "changed the number for no answer", "");
    return new RedirectView("/agencies");
  }

  @GetMapping("/agencies/new")
  View ask(Asker.Worker administrator) {
    return administration.runsAll(administrator)
        ? form(
            HttpStatus.OK,
            Optional.empty(),
            Form.empty()
                .with("escalateAfter", "30")
                .with("dailyChildren", "60")
                .with("dailyChildrenAtDesk", "150"))
        : pages.nothingToShow();
  }

  @PostMapping("/agencies/new")
  @Transactional
  public View add(Asker.Worker administrator, @RequestParam MultiValueMap<String, String> sent) {
    if (!administration.runsAll(administrator)) {
      return pages.nothingToShow();
    }
    Form form = Form.of(sent);
    String kind = form.oneOf("kind", KINDS, "Say what kind of agency it is");
    String nation =
        form.oneOf("nation", Set.of("england", "scotland"), "Say in which nation the agency is");
    Agency said =
        read(
            form,
            register.idFor(form.value("name")),
            KINDS.contains(kind) ? Kind.read(kind) : Kind.COUNCIL,
            nation);
    nameMustBeFree(form, Optional.empty());
    if (!form.isGood()) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), form);
    }
    register.add(said);
    administration.write(administrator, "added an agency", said.id().value());
    return new RedirectView("/agencies/" + said.id().value());
  }

  @GetMapping("/agencies/{id}")
  View one(Asker.Worker administrator, @PathVariable String id) {
    return administration
        .agency(administrator, id)
        .map(agency ->
            pages.show(
                "site/agency",
                Map.of(
                    "agency", agency,
                    "active", register.isActive(agency.id()),
                    "own", administration.isOwn(administrator, agency),
                    "runsAll", administration.runsAll(administrator),
                    "people", administration.people(administrator, agency),
                    "machines", register.machinesOf(agency.id()),
                    "codeless", !register.hasCode(administrator.staff().id()))))
        .orElseGet(pages::nothingToShow);
  }

  @GetMapping("/agencies/{id}/change")
  View askAgain(Asker.Worker administrator, @PathVariable String id) {
    return administration
        .active(administrator, id)
        .map(agency -> form(HttpStatus.OK, Optional.of(agency), written(agency)))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/agencies/{id}/change")
  @Transactional
  public View change(
      Asker.Worker administrator,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Optional<Agency> found = administration.active(administrator, id);
    if (found.isEmpty()) {
      return pages.nothingToShow();
    }
    Form form = Form.of(sent);
    Agency before = found.get();
    Agency said = read(form, before.id(), before.kind(), before.nation());
    nameMustBeFree(form, Optional.of(before.id()));
    if (!form.isGood()) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, found, form);
    }
    register.change(said);
    administration.write(administrator, "changed an agency", id);
    return new RedirectView("/agencies/" + id);
  }

  @GetMapping("/agencies/{id}/end")
  View askToEnd(Asker.Worker administrator, @PathVariable String id) {
    return toEnd(administrator, id)
        .map(agency -> pages.show("site/agency-end", Map.of("agency", agency)))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/agencies/{id}/end")
  @Transactional
  public View end(Asker.Worker administrator, @PathVariable String id) {
    Optional<Agency> agency = toEnd(administrator, id);
    if (agency.isEmpty()) {
      return pages.nothingToShow();
    }
    register.end(agency.get().id());
    administration.write(administrator, "ended an agency", id);
    return new RedirectView("/agencies");
  }

  /** Nobody ends the agency that they work for: an installation is always run by somebody. */
  private Optional<Agency> toEnd(Asker.Worker administrator, String id) {
    return administration.runsAll(administrator)
        ? administration
            .active(administrator, id)
            .filter(agency -> !administration.isOwn(administrator, agency))
        : Optional.empty();
  }

  private void nameMustBeFree(Form form, Optional<AgencyId> except) {
    if (register.isNameTaken(form.value("name"), except)) {
      form.wrong("name", "Another agency has this name");
    }
  }

  private static Agency read(Form form, AgencyId id, Kind kind, String nation) {
    return new Agency(
        id,
        form.needed("name", "Enter the agency’s name"),
        kind,
        nation,
        form.fitting("ods", "[A-Za-z0-9]{2,10}", "An ODS code is letters and digits"),
        phone(form, "officePhone"),
        form.fitting("officeHours", HOURS, "Write the hours as Mon-Fri 08:30-17:30"),
        phone(form, "emergencyPhone"),
        form.fitting("dutyDeskEmail", "[^@\\s]+@[^@\\s]+", "Enter an e-mail address"),
        Duration.ofMinutes(form.number("escalateAfter", 1, 1440)),
        form.number("dailyChildren", 1, 10_000),
        form.number("dailyChildrenAtDesk", 1, 10_000));
  }

  private static String phone(Form form, String name) {
    return form.fitting(name, "\\+?[0-9][0-9 ()-]{1,30}[0-9]", "Enter a phone number");
  }

  private static Form written(Agency agency) {
    return Form.empty()
        .with("name", agency.name())
        .with("ods", agency.ods())
        .with("officePhone", agency.officePhone())
        .with("officeHours", agency.officeHours())
        .with("emergencyPhone", agency.emergencyPhone())
        .with("dutyDeskEmail", agency.dutyDeskEmail())
        .with("escalateAfter", String.valueOf(agency.escalateAfter().toMinutes()))
        .with("dailyChildren", String.format(Locale.ROOT, "%d", agency.dailyChildren()))
        .with(
            "dailyChildrenAtDesk", String.format(Locale.ROOT, "%d", agency.dailyChildrenAtDesk()));
  }

  private View form(HttpStatus status, Optional<Agency> agency, Form form) {
    return pages.show(
        status,
        "site/agency-form",
        Map.of(
            "id", agency.map(one -> one.id().value()).orElse(""),
            "title", agency.map(one -> "Change " + one.name()).orElse("Add an agency"),
            "form", form));
  }
}
