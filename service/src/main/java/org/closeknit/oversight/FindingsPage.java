package org.closeknit.oversight;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
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

/** Where an information governance officer reads what was found, asks, and says what it was. */
@Controller
class FindingsPage {
  private static final int LONGEST_LINE = 500;

  private final Pages pages;
  private final FindingRows rows;
  private final RaisedFindings findings;
  private final Audit audit;
  private final InstantSource clock;

  FindingsPage(
      Pages pages, FindingRows rows, RaisedFindings findings, Audit audit, InstantSource clock) {
    this.pages = pages;
    this.rows = rows;
    this.findings = findings;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/findings")
  @Transactional
  public View all(
      Asker.Worker reader,
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String said) {
    var dates = new Dates(clock.instant());
    Optional<Reason.Kind> which =
        Stream.of(Reason.Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
    boolean waiting = !state.equals("all");
    List<FindingRows.Row> found = rows.of(reader, waiting, which);
    audit.write(
        new Entry(
            reader,
            "read the findings",
            "oversight",
            "allowed",
            Optional.empty(),
            List.of(),
            false,
            Numbers.count(found.size(), "finding", "findings")));
    return pages.show(
        "oversight/findings",
        Map.of(
            "view",
            new FindingsView(
                reader.agency().name(),
                found.stream().map(row -> line(row, reader, dates)).toList(),
                waiting ? "waiting" : "all",
                which.map(Enum::name).orElse(""),
                List.of(
                    new Choice("waiting", "Those that wait"),
                    new Choice("all", "All, answered too")),
                kinds(),
                found.size() == FindingRows.MOST,
                said.equals("not") ? "Say what it was, and why, in a line." : "",
                reader.role() == Role.INFORMATION_GOVERNANCE_OFFICER,
                reader.name(),
                dates.exact(clock.instant()).lead() + ", " + dates.time(clock.instant()))));
  }

  @PostMapping("/findings/{id}")
  View answer(
      Asker.Worker officer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String why) {
    Optional<UUID> which = ChildId.read(id).map(ChildId::value);
    String words = why.replaceAll("\\p{Cntrl}", " ").strip();
    boolean good = !words.isEmpty() && words.length() <= LONGEST_LINE;
    boolean done =
        Verdict.read(verdict)
            .filter(unused -> good)
            .flatMap(said -> which.filter(one -> findings.answer(officer, one, said, words)))
            .isPresent();
    return new RedirectView(done ? "/findings" : "/findings?said=not#said");
  }

  private static List<Choice> kinds() {
    var kinds = new ArrayList<>(List.of(new Choice("", "Of every kind")));
    for (Reason.Kind one : Reason.Kind.values()) {
      kinds.add(new Choice(one.name(), one.words()));
    }
    return kinds;
  }

  private static FindingsView.Line line(FindingRows.Row row, Asker.Worker reader, Dates dates) {
    String elsewhere = row.agency().equals(reader.agency().name()) ? "" : ", " + row.agency();
    return new FindingsView.Line(
        row.id().toString(),
        row.name() + (row.role().isBlank() ? "" : ", " + row.role()) + elsewhere,
        row.kind().words(),
        when(row, dates),
        row.sentences(),
        row.child().map(child -> "/children/" + child + "/looks").orElse(""),
        row.said()
            .map(said ->
                said.verdict().words()
                    + ", says "
                    + said.by()
                    + ", "
                    + dates.moment(said.at())
                    + ": "
                    + said.words())
            .orElse(""),
        row.said().map(FindingRows.Said::verdict).filter(Verdict::isLast).isEmpty());
  }

  private static String when(FindingRows.Row row, Dates dates) {
    if (row.child().isEmpty()) {
      return "Up to " + dates.moment(row.last());
    }
    return row.looks() == 1
        ? "Looked " + dates.moment(row.last())
        : "Looked %s, first %s, last %s"
            .formatted(
                Numbers.count(row.looks(), "time", "times"),
                dates.moment(row.first()),
                dates.moment(row.last()));
  }
}
