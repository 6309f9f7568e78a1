package org.closeknit.site;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Register;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Addresses;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Form;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.closeknit.person.Reading;
import org.closeknit.signin.SystemKey;
import org.closeknit.signin.SystemKeys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The keys and certificates by which a system of an agency proves itself. */
@Controller
@RequestMapping("/agencies/{id}/systems/{client}/keys")
class SystemKeysPage {
  private static final int LONGEST = 20_000;

  private final Pages pages;
  private final Administration administration;
  private final Register register;
  private final SystemKeys keys;
  private final Addresses addresses;
  private final InstantSource clock;

  SystemKeysPage(
      Pages pages,
      Administration administration,
      Register register,
      SystemKeys keys,
      Addresses addresses,
      InstantSource clock) {
    this.pages = pages;
    this.administration = administration;
    this.register = register;
    this.keys = keys;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GetMapping
  View show(Asker.Worker administrator, @PathVariable String id, @PathVariable String client) {
    return agency(administrator, id, client)
        .map(agency -> page(HttpStatus.OK, agency, client, Form.empty()))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping
  @Transactional
  public View add(
      Asker.Worker administrator,
      @PathVariable String id,
      @PathVariable String client,
      @RequestParam(defaultValue = "") String key) {
    Optional<Agency> agency = agency(administrator, id, client);
    if (agency.isEmpty()) {
      return pages.nothingToShow();
    }
    String pasted = key.length() <= LONGEST ? key : "";
    return switch (keys.add(client, pasted)) {
      case Reading.Good<UUID>(UUID added) -> {
        administration.write(administrator, "added a system's key", added.toString());
        yield new RedirectView("/agencies/" + id + "/systems/" + client + "/keys");
      }
      case Reading.Bad<UUID>(String words) -> {
        Form form = Form.empty();
        form.wrong("key", words);
        yield page(HttpStatus.UNPROCESSABLE_CONTENT, agency.get(), client, form);
      }
    };
  }

  @GetMapping("/{key}/end")
  View askToEnd(
      Asker.Worker administrator,
      @PathVariable String id,
      @PathVariable String client,
      @PathVariable String key) {
    return agency(administrator, id, client)
        .flatMap(unused -> find(client, key))
        .map(found ->
            pages.show(
                "site/sure",
                Map.of(
                    "title",
                    "End this " + found.kind() + "?",
                    "words",
                    found.thumbprint()
                        + ". Every token that it gave ends at once, and the system comes in no more by it.",
                    "action",
                    "/agencies/%s/systems/%s/keys/%s/end".formatted(id, client, key),
                    "button",
                    "End it",
                    "about",
                    found.thumbprint(),
                    "back",
                    "/agencies/%s/systems/%s/keys".formatted(id, client))))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/{key}/end")
  @Transactional
  public View end(
      Asker.Worker administrator,
      @PathVariable String id,
      @PathVariable String client,
      @PathVariable String key) {
    Optional<SystemKey> found =
        agency(administrator, id, client).flatMap(unused -> find(client, key));
    if (found.isEmpty() || !keys.end(client, found.get().id())) {
      return pages.nothingToShow();
    }
    administration.write(administrator, "ended a system's key", key);
    return new RedirectView("/agencies/" + id + "/systems/" + client + "/keys");
  }

  private Optional<Agency> agency(Asker.Worker administrator, String id, String client) {
    return administration
        .active(administrator, id)
        .filter(agency ->
            register.machinesOf(agency.id()).stream()
                .anyMatch(machine -> machine.clientId().equals(client)));
  }

  private Optional<SystemKey> find(String client, String key) {
    return ChildId.read(key).map(ChildId::value).stream()
        .flatMap(one -> keys.of(client).stream().filter(each -> each.id().equals(one)))
        .findFirst();
  }

  private View page(HttpStatus status, Agency agency, String client, Form form) {
    List<SystemKeysView> shown = keys.of(client).stream().map(this::inWords).toList();
    return pages.show(
        status,
        "site/system-keys",
        Map.of(
            "agency",
            agency,
            "client",
            client,
            "keys",
            shown,
            "tokenAddress",
            addresses.here() + "/oauth2/token",
            "form",
            form));
  }

  private SystemKeysView inWords(SystemKey key) {
    return new SystemKeysView(
        key.id().toString(),
        key.thumbprint(),
        key.kind().equals("key") ? "Public key" : "Certificate",
        day(key.addedAt()),
        key.goodUntil().map(this::day).orElse("You end it"));
  }

  private String day(Instant at) {
    return new Dates(clock.instant()).day(at.atZone(Dates.ZONE).toLocalDate());
  }
}
