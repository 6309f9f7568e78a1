package org.closeknit.site;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Register;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Addresses;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.closeknit.signin.SignInLinks;
import org.closeknit.signin.SignOuts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The people of an agency: added, changed, ended, and the links with which they begin. */
@Controller
@RequestMapping("/agencies/{id}/people")
class PeoplePage {
  private final Pages pages;
  private final Administration administration;
  private final Register register;
  private final SignInLinks links;
  private final SignOuts signOuts;
  private final Addresses addresses;

  PeoplePage(
      Pages pages,
      Administration administration,
      Register register,
      SignInLinks links,
      SignOuts signOuts,
      Addresses addresses) {
    this.pages = pages;
    this.administration = administration;
    this.register = register;
    this.links = links;
    this.signOuts = signOuts;
    this.addresses = addresses;
  }

  @GetMapping("/new")
  View ask(Asker.Worker administrator, @PathVariable String id) {
    return administration
        .active(administrator, id)
        .map(agency -> form(HttpStatus.OK, administrator, agency, "", Form.empty()))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/new")
  @Transactional
  public View add(
      Asker.Worker administrator,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    return administration
        .active(administrator, id)
        .map(agency -> add(administrator, agency, Form.of(sent)))
        .orElseGet(pages::nothingToShow);
  }

  private View add(Asker.Worker administrator, Agency agency, Form form) {
    Staff person = read(administrator, agency, new StaffId(UUID.randomUUID()), form);
    if (!form.isGood()) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, administrator, agency, "", form);
    }
    register.add(person);
    administration.write(administrator, "added a person", person.id().toString());
    return link(administrator, agency, person);
  }

  @GetMapping("/{person}")
  View askAgain(Asker.Worker administrator, @PathVariable String id, @PathVariable String person) {
    return find(administrator, id, person)
        .map(found ->
            form(
                HttpStatus.OK,
                administrator,
                found.agency(),
                found.person().id().toString(),
                written(found.person())))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/{person}")
  @Transactional
  public View change(
      Asker.Worker administrator,
      @PathVariable String id,
      @PathVariable String person,
      @RequestParam MultiValueMap<String, String> sent) {
    Optional<Found> found = find(administrator, id, person);
    if (found.isEmpty()) {
      return pages.nothingToShow();
    }
    Form form = Form.of(sent);
    Agency agency = found.get().agency();
    Staff said = read(administrator, agency, found.get().person().id(), form);
    boolean self = said.id().equals(administrator.staff().id());
    if (self && said.role() != Role.ADMINISTRATOR) {
      form.wrong("role", "Another administrator has to take this from you");
    }
    if (!form.isGood()) {
      return form(
          HttpStatus.UNPROCESSABLE_CONTENT, administrator, agency, said.id().toString(), form);
    }
    register.change(said);
    if (said.role() != found.get().person().role()) {
      signOuts.end(said.id());
    }
    administration.write(administrator, "changed a person", said.id().toString());
    return new RedirectView("/agencies/" + id);
  }

  @PostMapping("/{person}/link")
  @Transactional
  public View newLink(
      Asker.Worker administrator, @PathVariable String id, @PathVariable String person) {
    return find(administrator, id, person)
        .map(found -> link(administrator, found.agency(), found.person()))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/{person}/end")
  @Transactional
  public View end(
      Asker.Worker administrator, @PathVariable String id, @PathVariable String person) {
    Optional<Staff> found =
        find(administrator, id, person)
            .map(Found::person)
            .filter(one -> !one.id().equals(administrator.staff().id()));
    if (found.isEmpty()) {
      return pages.nothingToShow();
    }
    register.end(found.get().id());
    links.end(found.get().id());
    administration.write(administrator, "ended a person", found.get().id().toString());
    return new RedirectView("/agencies/" + id);
  }

  private View link(Asker.Worker administrator, Agency agency, Staff person) {
    String token = links.make(person.id());
    administration.write(administrator, "made a link to begin with", person.id().toString());
    return pages.show(
        "site/link",
        Map.of(
            "person",
            person.name(),
            "back",
            "/agencies/" + agency.id().value(),
            "link",
            addresses.here() + "/welcome/" + token,
            "days",
            (int) SignInLinks.LIFE.toDays()));
  }

  private record Found(Agency agency, Staff person) {}

  private Optional<Found> find(Asker.Worker administrator, String id, String person) {
    return administration
        .active(administrator, id)
        .flatMap(agency ->
            administration
                .person(administrator, agency, person)
                .map(one -> new Found(agency, one)));
  }

  /** Of another agency an administrator adds administrators alone: those add the others. */
  private Set<Role> roles(Asker.Worker administrator, Agency agency) {
    return administration.isOwn(administrator, agency)
        ? Set.of(Role.values())
        : Set.of(Role.ADMINISTRATOR);
  }

  private Staff read(Asker.Worker administrator, Agency agency, StaffId id, Form form) {
    Set<String> known =
        roles(administrator, agency).stream().map(Enum::name).collect(Collectors.toSet());
    String role = form.oneOf("role", known, "Say what they do");
    String user = form.needed("user", "Enter a name for signing in");
    form.fitting("user", "[A-Za-z0-9._@-]+", "Use letters, digits, full stops, hyphens and @");
    String worker = form.line("worker");
    if (register.isUsernameTaken(user, id)) {
      form.wrong("user", "Somebody signs in by this name");
    }
    if (register.isWorkerIdTaken(agency.id(), worker, id)) {
      form.wrong("worker", "Somebody at this agency has this number");
    }
    return new Staff(
        id,
        user,
        agency.id(),
        Optional.empty(),
        form.needed("name", "Enter the person’s name"),
        known.contains(role) ? Role.valueOf(role) : Role.ADMINISTRATOR,
        form.line("job"),
        worker,
        form.fitting("phone", "\\+?[0-9][0-9 ()-]{1,30}[0-9]", "Enter a phone number"),
        form.fitting("email", "[^@\\s]+@[^@\\s]+", "Enter an e-mail address"));
  }

  private static Form written(Staff person) {
    return Form.empty()
        .with("name", person.name())
        .with("user", person.username())
        .with("role", person.role().name())
        .with("job", person.jobRoleCode())
        .with("worker", person.workerId())
        .with("phone", person.phone())
        .with("email", person.email());
  }

  private View form(
      HttpStatus status, Asker.Worker administrator, Agency agency, String person, Form form) {
    Set<Role> roles = roles(administrator, agency);
    return pages.show(
        status,
        "site/person-form",
        Map.of(
            "agency", agency,
            "person", person,
            "self", administrator.staff().id().toString().equals(person),
            "roles", Arrays.stream(Role.values()).filter(roles::contains).toList(),
            "form", form));
  }
}
