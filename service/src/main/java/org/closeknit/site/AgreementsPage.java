package org.closeknit.site;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Agreements;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
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
 * The agreements under which agencies share: read by the administrators of their parties, written
 * by those of the agency that runs the installation.
 */
@Controller
class AgreementsPage {
  private static final Set<String> KINDS =
      Set.of("people", "statuses", "involvements", "events", "visits", "relationships");

  private final Pages pages;
  private final Administration administration;
  private final Agencies agencies;
  private final Agreements agreements;
  private final InstantSource clock;

  AgreementsPage(
      Pages pages,
      Administration administration,
      Agencies agencies,
      Agreements agreements,
      InstantSource clock) {
    this.pages = pages;
    this.administration = administration;
    this.agencies = agencies;
    this.agreements = agreements;
    this.clock = clock;
  }

  @GetMapping("/agreements")
  View all(Asker.Worker administrator) {
    boolean runsAll = administration.runsAll(administrator);
    List<Agreement> seen =
        agreements.all().stream()
            .filter(one -> runsAll || one.parties().contains(administrator.agency().id()))
            .toList();
    return pages.show(
        "site/agreements",
        Map.of(
            "agreements",
            seen,
            "directory",
            agencies.directory(),
            "dates",
            dates(),
            "runsAll",
            runsAll,
            "enough",
            agencies.all().size() > 1));
  }

  private Dates dates() {
    return new Dates(clock.instant());
  }

  @GetMapping("/agreements/new")
  View ask(Asker.Worker administrator) {
    return administration.runsAll(administrator)
        ? form(
            HttpStatus.OK,
            "",
            Form.empty()
                .with("kinds", KINDS)
                .with("content", "yes")
                .with("from", dates().today())
                .with("until", dates().today().plusYears(1)))
        : pages.nothingToShow();
  }

  @PostMapping("/agreements/new")
  @Transactional
  public View add(Asker.Worker administrator, @RequestParam MultiValueMap<String, String> sent) {
    return administration.runsAll(administrator)
        ? say(administrator, agreements.newId(), "", Form.of(sent))
        : pages.nothingToShow();
  }

  @GetMapping("/agreements/{id}")
  View askAgain(Asker.Worker administrator, @PathVariable String id) {
    return find(administrator, id)
        .map(agreement -> form(HttpStatus.OK, id, written(agreement)))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/agreements/{id}")
  @Transactional
  public View change(
      Asker.Worker administrator,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    return find(administrator, id)
        .map(agreement -> say(administrator, id, id, Form.of(sent)))
        .orElseGet(pages::nothingToShow);
  }

  @GetMapping("/agreements/{id}/end")
  View askToEnd(Asker.Worker administrator, @PathVariable String id) {
    return find(administrator, id)
        .map(agreement ->
            pages.show(
                "site/sure",
                Map.of(
                    "title",
                    "End this agreement now?",
                    "words",
                    "From this moment it opens nothing: what its %d parties show each other for “%s” is seen by none of the others, on open pages too. What was sent stays, and a later last day brings it back."
                        .formatted(agreement.parties().size(), agreement.purpose()),
                    "action",
                    "/agreements/" + id + "/end",
                    "button",
                    "End it now",
                    "about",
                    agreement.purpose(),
                    "back",
                    "/agreements")))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/agreements/{id}/end")
  @Transactional
  public View end(Asker.Worker administrator, @PathVariable String id) {
    if (find(administrator, id).isEmpty()) {
      return pages.nothingToShow();
    }
    agreements.end(id, dates().today());
    administration.write(administrator, "ended an agreement", id);
    return new RedirectView("/agreements");
  }

  @GetMapping("/agreements/{id}/leave")
  View askToLeave(Asker.Worker administrator, @PathVariable String id) {
    return own(administrator, id)
        .map(agreement ->
            pages.show(
                "site/sure",
                Map.of(
                    "title",
                    "Leave this agreement now?",
                    "words",
                    "From this moment your agency shows nothing under it and sees nothing under it, on open pages too: “%s”. The other parties go on between them where two are left. To come back takes a new agreement."
                        .formatted(agreement.purpose()),
                    "action",
                    "/agreements/" + id + "/leave",
                    "button",
                    "Leave it now",
                    "about",
                    agreement.purpose(),
                    "back",
                    "/agreements")))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/agreements/{id}/leave")
  @Transactional
  public View leave(Asker.Worker administrator, @PathVariable String id) {
    if (own(administrator, id).isEmpty()) {
      return pages.nothingToShow();
    }
    agreements.leave(id, administrator.agency().id(), dates().today());
    administration.write(administrator, "left an agreement", id);
    return new RedirectView("/agreements");
  }

  /** One that the administrator's own agency is party to and that has not ended. */
  private Optional<Agreement> own(Asker.Worker administrator, String id) {
    return agreements
        .find(id)
        .filter(one -> one.parties().contains(administrator.agency().id()))
        .filter(one -> !one.until().isBefore(dates().today()));
  }

  private Optional<Agreement> find(Asker.Worker administrator, String id) {
    return administration.runsAll(administrator) ? agreements.find(id) : Optional.empty();
  }

  private View say(Asker.Worker administrator, String id, String known, Form form) {
    Optional<Agreement> said = read(id, form);
    if (said.isEmpty() || !form.isGood()) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, known, form);
    }
    agreements.say(said.get());
    administration.write(
        administrator,
        known.isEmpty() ? "added an agreement" : "changed an agreement",
        terms(said.get()));
    return new RedirectView("/agreements");
  }

  /** What was agreed, for the audit: each wording stays there. */
  private static String terms(Agreement said) {
    return "%s: %s; %s; %s%s%s; %s to %s"
        .formatted(
            said.id(),
            said.parties().stream().map(AgencyId::value).sorted().collect(Collectors.joining(", ")),
            said.kinds().stream().sorted().collect(Collectors.joining(", ")),
            said.content() ? "content" : "existence only",
            said.visitReasons() ? ", reasons of visits" : "",
            said.crosswalk() ? ", crosswalk" : "",
            said.from(),
            said.until());
  }

  private Optional<Agreement> read(String id, Form form) {
    Set<String> known =
        agencies.all().stream().map(one -> one.id().value()).collect(Collectors.toSet());
    Set<String> openFor = Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.toSet());
    Set<String> parties = form.someOf("parties", known, 2, "Choose two agencies or more");
    String purpose = form.needed("purpose", "Say what it is for");
    Set<String> kinds = form.someOf("kinds", KINDS, 1, "Say what it covers");
    String content =
        form.oneOf("content", Set.of("yes", "no"), "Say whether what is written may be read");
    Set<String> open = form.someOf("openFor", openFor, 0, "Choose from the list");
    Optional<LocalDate> from = form.day("from", "Enter the first day on which it holds");
    Optional<LocalDate> until = form.day("until", "Enter the last day on which it holds");
    String signed = form.needed("signedBy", "Say who signed, with their posts");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.wrong("until", "The last day is before the first");
    }
    if (!form.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new Agreement(
            id,
            parties.stream().map(AgencyId::new).collect(Collectors.toUnmodifiableSet()),
            purpose,
            kinds,
            content.equals("yes"),
            form.value("visitReasons").equals("yes"),
            open.stream().map(Kind::read).collect(Collectors.toUnmodifiableSet()),
            form.value("crosswalk").equals("yes"),
            from.orElseThrow(),
            until.orElseThrow(),
            signed));
  }

  private static Form written(Agreement agreement) {
    return Form.empty()
        .with(
            "parties",
            agreement.parties().stream().map(AgencyId::value).collect(Collectors.toSet()))
        .with("purpose", agreement.purpose())
        .with("kinds", agreement.kinds())
        .with("content", agreement.content() ? "yes" : "no")
        .with("visitReasons", agreement.visitReasons() ? "yes" : "")
        .with(
            "openFor",
            agreement.involvementsOpenFor().stream().map(Kind::text).collect(Collectors.toSet()))
        .with("crosswalk", agreement.crosswalk() ? "yes" : "")
        .with("from", agreement.from())
        .with("until", agreement.until())
        .with("signedBy", agreement.signedBy());
  }

  private View form(HttpStatus status, String id, Form form) {
    return pages.show(
        status, "site/agreement-form", Map.of("id", id, "agencies", agencies.all(), "form", form));
  }
}
