package org.closeknit.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.Pair;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a data steward says which records are one child. */
@Controller
class MatchingPages {
  /** One line, kept with the decision. */
  private static final int LONGEST_REASON = 500;

  /** What can be undone by a button on the page that follows. */
  private static final Set<String> UNDONE_AT_ONCE = Set.of("same", "different", "proposed");

  private final Pages pages;
  private final QueueReading queues;
  private final ReviewReading reading;
  private final Reviews reviews;

  MatchingPages(Pages pages, QueueReading queues, ReviewReading reading, Reviews reviews) {
    this.pages = pages;
    this.queues = queues;
    this.reading = reading;
    this.reviews = reviews;
  }

  @GetMapping("/matching")
  View queue(
      Asker.Worker worker,
      @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String undo,
      @RequestParam(defaultValue = "1") String page) {
    int number = page.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(page)) : 1;
    return pages.show(
        "review/queue",
        Map.of("queue", queues.queue(worker, words(said), "", number), "undo", undone(undo)));
  }

  @GetMapping("/matching/{pair}")
  View pair(
      Asker.Worker worker,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String undo) {
    return show(worker, pair, ReviewView.Form.EMPTY, words(said), undone(undo), HttpStatus.OK);
  }

  /** Where the decision before this page is undone; empty for what is no id. */
  private static String undone(String pair) {
    return ChildId.read(pair).map(id -> "/matching/" + id + "/undo").orElse("");
  }

  @PostMapping("/matching/{pair}")
  View decide(
      Asker.Worker worker,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String why) {
    Optional<Pair.Kind> kind = kind(decision);
    var problems = new ArrayList<Problem>();
    if (kind.isEmpty()) {
      problems.add(
          new Problem(
              "decision", "Say whether they are one child or two, or that you cannot tell"));
    }
    problems.addAll(problemsOf(why));
    if (kind.isEmpty() || !problems.isEmpty()) {
      return show(
          worker,
          pair,
          new ReviewView.Form(decision, why, "", problems),
          "",
          HttpStatus.BAD_REQUEST);
    }
    return answer(
        worker,
        pair,
        new ReviewView.Form(decision, why, "", List.of()),
        id -> reviews.decide(worker, id, kind.get(), why.strip()),
        kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @PostMapping("/matching/{pair}/undo")
  View undo(
      Asker.Worker worker, @PathVariable String pair, @RequestParam(defaultValue = "") String why) {
    List<Problem> problems = problemsOf(why);
    var form = new ReviewView.Form("", why, "", problems);
    return problems.isEmpty()
        ? answer(worker, pair, form, id -> reviews.undo(worker, id, why.strip()), "undone")
        : show(worker, pair, form, "", HttpStatus.BAD_REQUEST);
  }

  @PostMapping("/matching/{pair}/answer")
  View answer(
      Asker.Worker worker,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String answer) {
    List<Problem> problems =
        problemsOf(answer).stream().map(one -> new Problem("answer", one.words())).toList();
    var form = new ReviewView.Form("", "", answer, problems);
    return problems.isEmpty()
        ? answer(worker, pair, form, id -> reviews.answer(worker, id, answer.strip()), "answered")
        : show(worker, pair, form, "", HttpStatus.BAD_REQUEST);
  }

  private interface Deciding {
    Said on(UUID pair);
  }

  private View answer(
      Asker.Worker worker, String pair, ReviewView.Form form, Deciding deciding, String said) {
    Optional<UUID> id = ChildId.read(pair).map(ChildId::value);
    if (id.isEmpty()) {
      return pages.nothingToShow();
    }
    return switch (deciding.on(id.get())) {
      case DONE -> new RedirectView(after(worker, id.get(), said));
      case WAITS_FOR_A_SECOND -> new RedirectView(after(worker, id.get(), "proposed"));
      case YOURS_ALREADY -> new RedirectView("/matching/" + id.get() + "?said=yours#said");
      case DECIDED_MEANWHILE -> new RedirectView("/matching/" + id.get() + "?said=meanwhile#said");
      case STILL_APART -> new RedirectView("/matching/" + id.get() + "?said=still-apart#said");
      case KEPT_APART ->
          refused(
              worker,
              pair,
              form,
              "This would join records that somebody keeps apart. Undo that decision first");
      case NOBODY_TO_ASK ->
          refused(
              worker,
              pair,
              form,
              "All records are of one agency: there is no other to ask. Ask your colleagues");
      case NOT_THERE, NOTHING_STAYS, JOINED_BY_SOMEBODY -> pages.nothingToShow();
    };
  }

  private View refused(Asker.Worker worker, String pair, ReviewView.Form form, String words) {
    return show(
        worker,
        pair,
        new ReviewView.Form(form.choice(), form.why(), "", List.of(new Problem("decision", words))),
        "",
        HttpStatus.CONFLICT);
  }

  /** What was undone is shown again; what was decided gives way to the next pair. */
  private String after(Asker.Worker worker, UUID pair, String said) {
    if (said.equals("undone")) {
      return "/matching/" + pair + "?said=undone#said";
    }
    return queues.first(worker).map(next -> "/matching/" + next).orElse("/matching")
        + "?said="
        + said
        + (UNDONE_AT_ONCE.contains(said) ? "&undo=" + pair : "")
        + "#said";
  }

  private View show(
      Asker.Worker worker, String pair, ReviewView.Form form, String said, HttpStatus status) {
    return show(worker, pair, form, said, "", status);
  }

  private View show(
      Asker.Worker worker,
      String pair,
      ReviewView.Form form,
      String said,
      String undo,
      HttpStatus status) {
    return ChildId.read(pair)
        .flatMap(id -> reading.pair(worker, id.value(), form))
        .map(review ->
            pages.show(status, "review/pair", Map.of("review", review, "said", said, "undo", undo)))
        .orElseGet(pages::nothingToShow);
  }

  static List<Problem> problemsOf(String why) {
    if (why.isBlank()) {
      return List.of(new Problem("why", "Say why, in one line"));
    }
    return why.length() > LONGEST_REASON
        ? List.of(new Problem("why", "Say it in " + LONGEST_REASON + " letters or fewer"))
        : List.of();
  }

  private static Optional<Pair.Kind> kind(String decision) {
    return switch (decision) {
      case "same" -> Optional.of(Pair.Kind.SAME);
      case "different" -> Optional.of(Pair.Kind.DIFFERENT);
      case "cannot-tell" -> Optional.of(Pair.Kind.CANNOT_TELL);
      default -> Optional.empty();
    };
  }

  private static String words(String said) {
    return switch (said) {
      case "same" -> "Joined as one child.";
      case "proposed" ->
          "Nothing is joined yet: a second person has to agree. Checks answer as before.";
      case "yours" -> "You have said so already. A second person has to agree.";
      case "different" -> "Kept apart.";
      case "cannot-tell" -> "The other agency is asked. Its answer comes back to your list.";
      case "answered" -> "Your answer has gone to the agency that asked.";
      case "taken-out" -> "Taken out. It is another child now.";
      case "undone" -> "Undone. All is as it was before.";
      case "still-apart" ->
          "Undone. The records stay apart all the same: another decision keeps two of these children's"
              + " records apart. If that is wrong too, undo it under Decided lately.";
      case "meanwhile" -> "Somebody decided this meanwhile.";
      default -> "";
    };
  }
}
