package org.closeknit.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Machine;
import org.closeknit.agency.Register;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.closeknit.signin.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
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

/** The systems of an agency that call by themselves: their credentials, shown once. */
@Controller
@RequestMapping("/agencies/{id}/systems")
class SystemsPage {
  private static final List<Choice> SCOPES =
      List.of(
          new Choice("submissions", "Sends files and reads their receipts"),
          new Choice("notices", "Reads the agency’s notices"),
          new Choice("chronology", "Reads histories"),
          new Choice("crosswalk", "Is told which records are one person’s", "Needs an agreement."));
  private static final Choice ENQUIRIES = new Choice("enquiries", "Makes health checks");

  private final Pages pages;
  private final Administration administration;
  private final Register register;
  private final PasswordEncoder passwords;

  SystemsPage(
      Pages pages, Administration administration, Register register, PasswordEncoder passwords) {
    this.pages = pages;
    this.administration = administration;
    this.register = register;
    this.passwords = passwords;
  }

  @GetMapping("/new")
  View ask(Asker.Worker administrator, @PathVariable String id) {
    return administration
        .active(administrator, id)
        .map(agency -> form(HttpStatus.OK, agency, Form.empty()))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/new")
  @Transactional
  public View add(
      Asker.Worker administrator,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Optional<Agency> agency = administration.active(administrator, id);
    if (agency.isEmpty()) {
      return pages.nothingToShow();
    }
    Form form = Form.of(sent);
    Set<String> known = Set.copyOf(scopes(agency.get()).stream().map(Choice::value).toList());
    Set<String> scopes = form.someOf("scopes", known, 1, "Say what the system may do");
    if (!form.isGood()) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, agency.get(), form);
    }
    String secret = Secret.fresh().text();
    String client = register.addMachine(agency.get().id(), scopes, encoded(secret));
    administration.write(administrator, "added a system", client);
    return shown(agency.get(), client, secret);
  }

  @GetMapping("/{client}/secret")
  View askForNewSecret(
      Asker.Worker administrator, @PathVariable String id, @PathVariable String client) {
    return sure(
        administrator,
        id,
        client,
        "secret",
        "Give this system a new secret?",
        "The secret that it has now stops working at once: it sends and asks nothing until the new one stands in it.",
        "Give a new secret");
  }

  @GetMapping("/{client}/end")
  View askToEnd(Asker.Worker administrator, @PathVariable String id, @PathVariable String client) {
    return sure(
        administrator,
        id,
        client,
        "end",
        "End this system?",
        "It comes in no more, from this moment on, and its client id is not used again. What it sent stays.",
        "End it");
  }

  private View sure(
      Asker.Worker administrator,
      String id,
      String client,
      String what,
      String title,
      String words,
      String button) {
    return administration
        .active(administrator, id)
        .filter(agency -> find(agency, client).isPresent())
        .map(agency ->
            pages.show(
                "site/sure",
                Map.of(
                    "title",
                    title,
                    "words",
                    client + ". " + words,
                    "action",
                    "/agencies/%s/systems/%s/%s".formatted(id, client, what),
                    "button",
                    button,
                    "about",
                    client,
                    "back",
                    "/agencies/" + id)))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/{client}/secret")
  @Transactional
  public View newSecret(
      Asker.Worker administrator, @PathVariable String id, @PathVariable String client) {
    Optional<Agency> agency = administration.active(administrator, id);
    if (agency.isEmpty() || find(agency.get(), client).isEmpty()) {
      return pages.nothingToShow();
    }
    String secret = Secret.fresh().text();
    register.newSecret(client, encoded(secret));
    administration.write(administrator, "gave a system a new secret", client);
    return shown(agency.get(), client, secret);
  }

  @PostMapping("/{client}/end")
  @Transactional
  public View end(
      Asker.Worker administrator, @PathVariable String id, @PathVariable String client) {
    Optional<Agency> agency = administration.active(administrator, id);
    if (agency.isEmpty() || find(agency.get(), client).isEmpty()) {
      return pages.nothingToShow();
    }
    register.endMachine(client);
    administration.write(administrator, "ended a system", client);
    return new RedirectView("/agencies/" + id);
  }

  private Optional<Machine> find(Agency agency, String client) {
    return register.machinesOf(agency.id()).stream()
        .filter(machine -> machine.clientId().equals(client))
        .findFirst();
  }

  private static List<Choice> scopes(Agency agency) {
    boolean checks = agency.kind() == Kind.HOSPITAL || agency.kind() == Kind.GP;
    return checks
        ? java.util.stream.Stream.concat(SCOPES.stream(), java.util.stream.Stream.of(ENQUIRIES))
            .toList()
        : SCOPES;
  }

  private String encoded(String secret) {
    return java.util.Objects.requireNonNull(passwords.encode(secret));
  }

  private View shown(Agency agency, String client, String secret) {
    return pages.show(
        "site/system-secret", Map.of("agency", agency, "client", client, "secret", secret));
  }

  private View form(HttpStatus status, Agency agency, Form form) {
    return pages.show(
        status,
        "site/system-form",
        Map.of("agency", agency, "scopes", scopes(agency), "form", form));
  }
}
