package org.closeknit.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.audit.Ledger;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** For information governance: what the agency's people and machines did, and the log to verify. */
@Controller
class AuditPage {
  private final Pages pages;
  private final Audit audit;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  AuditPage(
      Pages pages,
      Audit audit,
      Ledger ledger,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.pages = pages;
    this.audit = audit;
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/audit")
  @Transactional
  View looks(Asker.Worker officer) {
    write(officer, "read the log of the agency");
    return pages.show(
        "site/audit",
        Map.of(
            "looks", audit.of(officer.agency().id(), 200),
            "dates", new Dates(clock.instant()),
            "agency", officer.agency().name()));
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

  private void write(Asker.Worker officer, String action) {
    audit.write(
        new Entry(officer, action, "oversight", "allowed", Optional.empty(), List.of(), false, ""));
  }
}
