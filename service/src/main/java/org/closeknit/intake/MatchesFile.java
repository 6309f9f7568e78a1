package org.closeknit.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.closeknit.access.Access;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.match.Matched;
import org.closeknit.match.People;
import org.closeknit.submission.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which people the lines of a file became, as their sender may know it. */
@Component
class MatchesFile {
  private final People people;
  private final Pseudonyms pseudonyms;
  private final Access access;
  private final Audit audit;
  private final TransactionTemplate transaction;

  MatchesFile(
      People people,
      Pseudonyms pseudonyms,
      Access access,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.people = people;
    this.pseudonyms = pseudonyms;
    this.access = access;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param scope whether the reader's token has the scope of the crosswalk; an agreement has to
   *     grant it too
   */
  void write(Asker.System reader, Submission sent, boolean scope, HttpServletResponse response)
      throws IOException {
    boolean across = scope && access.terms(reader.agency().id()).crosswalk();
    Pseudonyms.Key names = across ? pseudonyms.crosswalk() : pseudonyms.of(reader.agency().id());
    if (across) {
      transaction.executeWithoutResult(unused -> writeAudit(reader, sent));
    }
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    try (var csv = new HarmlessCsv(response.getOutputStream())) {
      csv.write("local_id", "person_id", "outcome", "candidate_person_id");
      List<Matched> page = people.matches(sent.id(), across, 0);
      while (!page.isEmpty()) {
        page.forEach(match -> csv.write(line(match, names)));
        page = people.matches(sent.id(), across, page.getLast().line());
      }
    }
  }

  private static List<String> line(Matched match, Pseudonyms.Key names) {
    return List.of(
        match.localId(),
        names.of(match.personId()),
        match.outcome().name().toLowerCase(Locale.ROOT),
        match.candidate().map(names::of).orElse(""));
  }

  private void writeAudit(Asker.System reader, Submission sent) {
    audit.write(
        new Entry(
            reader,
            "read a crosswalk",
            "crosswalk",
            "allowed",
            Optional.empty(),
            List.of(),
            false,
            "submission " + sent.id()));
  }
}
