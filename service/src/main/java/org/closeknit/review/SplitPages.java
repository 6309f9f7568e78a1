package org.closeknit.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a data steward takes a record out of a child that it is not of. */
@Controller
class SplitPages {
  private final Pages pages;
  private final SplitReading reading;
  private final QueueReading queues;
  private final Splits splits;

  SplitPages(Pages pages, SplitReading reading, QueueReading queues, Splits splits) {
    this.pages = pages;
    this.reading = reading;
    this.queues = queues;
    this.splits = splits;
  }

  /** A number is posted, so that it stands in no address. */
  @PostMapping("/matching/find")
  View find(Asker.Worker worker, @RequestParam(defaultValue = "") String number) {
    return reading
        .withNumber(worker, number.strip())
        .map(child -> (View) new RedirectView("/matching/children/" + child))
        .orElseGet(() ->
            pages.show(
                HttpStatus.BAD_REQUEST,
                "review/queue",
                Map.of(
                    "queue",
                    queues.queue(worker, "", "You sent no record with this number", 1),
                    "undo",
                    "")));
  }

  @GetMapping("/matching/children/{child}")
  View child(Asker.Worker worker, @PathVariable String child) {
    return show(worker, child, SplitView.Form.EMPTY, HttpStatus.OK);
  }

  @PostMapping("/matching/children/{child}")
  View takeOut(
      Asker.Worker worker,
      @PathVariable String child,
      @RequestParam(required = false, defaultValue = "") List<String> record,
      @RequestParam(defaultValue = "") String why) {
    Set<RecordId> leaving =
        record.stream()
            .flatMap(one -> ChildId.read(one).stream())
            .map(one -> new RecordId(one.value()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var problems = new ArrayList<Problem>();
    if (leaving.isEmpty()) {
      problems.add(new Problem("record", "Say which records are of another child"));
    }
    problems.addAll(MatchingPages.problemsOf(why));
    if (!problems.isEmpty()) {
      return show(worker, child, form(record, why, problems), HttpStatus.BAD_REQUEST);
    }
    return ChildId.read(child)
        .map(id -> answer(worker, id, record, leaving, why))
        .orElseGet(pages::nothingToShow);
  }

  private View answer(
      Asker.Worker worker, ChildId child, List<String> record, Set<RecordId> leaving, String why) {
    Splits.Taken taken = splits.takeOut(worker, child, leaving, why.strip());
    return switch (taken.said()) {
      case DONE -> new RedirectView(shown(taken.pair()) + "?said=taken-out#said");
      case NOTHING_STAYS ->
          refused(worker, child, record, why, "Leave at least one record where it is");
      case JOINED_BY_SOMEBODY ->
          refused(
              worker,
              child,
              record,
              why,
              "Somebody joined these records. Undo that decision below, it takes them apart");
      case DECIDED_MEANWHILE,
          WAITS_FOR_A_SECOND,
          YOURS_ALREADY,
          KEPT_APART,
          STILL_APART,
          NOBODY_TO_ASK,
          NOT_THERE ->
          pages.nothingToShow();
    };
  }

  private static String shown(Optional<UUID> pair) {
    return pair.map(id -> "/matching/" + id).orElse("/matching");
  }

  private View refused(
      Asker.Worker worker, ChildId child, List<String> record, String why, String words) {
    return show(
        worker,
        child.toString(),
        form(record, why, List.of(new Problem("record", words))),
        HttpStatus.CONFLICT);
  }

  private static SplitView.Form form(List<String> record, String why, List<Problem> problems) {
    return new SplitView.Form(Set.copyOf(record), why, problems);
  }

  private View show(Asker.Worker worker, String child, SplitView.Form form, HttpStatus status) {
    return ChildId.read(child)
        .flatMap(id -> reading.child(worker, id, form))
        .map(split -> pages.show(status, "review/split", Map.of("split", split)))
        .orElseGet(pages::nothingToShow);
  }
}
