package org.closeknit.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.audit.Ledger;
import org.closeknit.audit.Look;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** For information governance: what the agency's people and machines did, and the log to verify. */
@Controller
class AuditPage {
  private static final int PAGE = 100;

  private final Pages pages;
  private final Audit audit;
  private final Ledger ledger;
  private final Agencies agencies;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  AuditPage(
      Pages pages,
      Audit audit,
      Ledger ledger,
      Agencies agencies,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.pages = pages;
    this.audit = audit;
    this.ledger = ledger;
    this.agencies = agencies;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/audit")
  @Transactional
  public View looks(
      Asker.Worker officer,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "1") String page) {
    write(officer, "read the log of the agency");
    var dates = new Dates(clock.instant());
    Optional<LocalDate> last = day(day);
    Instant until =
        last.map(date -> date.plusDays(1).atStartOfDay(Dates.ZONE).toInstant())
            .orElseGet(() -> clock.instant().plusSeconds(1));
    int number = page.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(page)) : 1;
    List<Look> found = audit.of(officer.agency().id(), who, until, (number - 1) * PAGE, PAGE + 1);
    return pages.show(
        "site/audit",
        Map.of(
            "view",
            new AuditView(
                officer.agency().name(),
                actors(officer),
                who,
                last.map(LocalDate::toString).orElse(""),
                day.isBlank() || last.isPresent() ? "" : "Write the day as 2026-11-23",
                found.stream().limit(PAGE).toList(),
                number > 1 ? address(who, day, number - 1) : "",
                found.size() > PAGE ? address(who, day, number + 1) : "",
                ledger.seal()),
            "dates",
            dates));
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return written.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(written.strip()));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static String address(String who, String day, int page) {
    return UriComponentsBuilder.fromPath("/audit")
        .queryParam("who", "{who}")
        .queryParam("day", "{day}")
        .queryParam("page", page)
        .encode()
        .buildAndExpand(who, day)
        .toUriString();
  }

  /** By what tells them apart, so that no name stands in an address. */
  private List<Choice> actors(Asker.Worker officer) {
    var actors = new ArrayList<Choice>();
    actors.add(new Choice("", "Everybody"));
    agencies.staffOf(officer.agency().id()).stream()
        .sorted(Comparator.comparing(Staff::name))
        .forEach(staff ->
            actors.add(
                new Choice(staff.id().toString(), staff.name() + ", " + staff.role().words())));
    return actors;
  }

  /** The log with its proofs, the agency's own part in words, for {@code ./dev verify-audit}. */
  @GetMapping("/audit/log.zip")
  void export(Asker.Worker officer, HttpServletResponse response) throws IOException {
    transaction.executeWithoutResult(unused -> write(officer, "took the log to verify it"));
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"closeknit-log.zip\"");
    response.setHeader("Cache-Control", "no-store");
    ledger.export(officer.agency().id(), response.getOutputStream());
  }

  /** One look, in a file that proves it without us. */
  @GetMapping("/audit/looks/{id}/proof")
  @Transactional
  public ResponseEntity<String> proof(Asker.Worker officer, @PathVariable long id) {
    write(officer, "took the proof of a look");
    return ledger
        .proof(officer.agency().id(), id)
        .map(proof ->
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                    "Content-Disposition",
                    "attachment; filename=\"look-%d.tlog-proof\"".formatted(proof.index()))
                .header("Cache-Control", "no-store")
                .body(proof.text()))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.TEXT_PLAIN)
                .body(
                    "There is no such look of yours, or it is not in the log yet: a second later it is.\n"));
  }

  private void write(Asker.Worker officer, String action) {
    audit.write(
        new Entry(officer, action, "oversight", "allowed", Optional.empty(), List.of(), false, ""));
  }
}
