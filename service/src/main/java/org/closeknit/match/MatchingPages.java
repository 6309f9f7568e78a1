package org.closeknit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
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

  private final Pages pages;
  private final ReviewReading reading;
  private final Reviews reviews;

  MatchingPages(Pages pages, ReviewReading reading, Reviews reviews) {
    this.pages = pages;
    this.reading = reading;
    this.reviews = reviews;
  }

  @GetMapping("/matching")
  View queue(Asker.Worker worker, @RequestParam(defaultValue = "") String said) {
    return pages.show("match/queue", Map.of("queue", reading.queue(worker, words(said))));
  }

  @GetMapping("/matching/{pair}")
  View pair(
      Asker.Worker worker,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String said) {
    return show(worker, pair, ReviewView.Form.EMPTY, words(said), HttpStatus.OK);
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
          worker, pair, new ReviewView.Form(decision, why, problems), "", HttpStatus.BAD_REQUEST);
    }
    return answer(
        worker,
        pair,
        new ReviewView.Form(decision, why, List.of()),
        id -> reviews.decide(worker, id, kind.get(), why.strip()),
        kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @PostMapping("/matching/{pair}/undo")
  View undo(
      Asker.Worker worker, @PathVariable String pair, @RequestParam(defaultValue = "") String why) {
    List<Problem> problems = problemsOf(why);
    var form = new ReviewView.Form("", why, problems);
    return problems.isEmpty()
        ? answer(worker, pair, form, id -> reviews.undo(worker, id, why.strip()), "undone")
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
      case KEPT_APART ->
          show(
              worker,
              pair,
              new ReviewView.Form(
                  form.choice(),
                  form.why(),
                  List.of(
                      new Problem(
                          "decision",
                          "This would join records that somebody keeps apart. Undo that decision first"))),
              "",
              HttpStatus.CONFLICT);
      case NOT_THERE, NOTHING_STAYS, JOINED_BY_SOMEBODY -> pages.nothingToShow();
    };
  }

  /** What was undone is shown again; what was decided gives way to the next pair. */
  private String after(Asker.Worker worker, UUID pair, String said) {
    if (said.equals("undone")) {
      return "/matching/" + pair + "?said=undone#said";
    }
    return reading.first(worker).map(next -> "/matching/" + next).orElse("/matching")
        + "?said="
        + said
        + "#said";
  }

  private View show(
      Asker.Worker worker, String pair, ReviewView.Form form, String said, HttpStatus status) {
    return ChildId.read(pair)
        .flatMap(id -> reading.pair(worker, id.value(), form))
        .map(review -> pages.show(status, "match/pair", Map.of("review", review, "said", said)))
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
      case "same" -> "Joined as one child. You can undo it under Decided lately.";
      case "proposed" ->
          "Nothing is joined yet: a second person has to agree. Checks answer as before.";
      case "yours" -> "You have said so already. A second person has to agree.";
      case "different" -> "Kept apart. You can undo it under Decided lately.";
      case "cannot-tell" -> "Kept open, with your reason.";
      case "taken-out" -> "Taken out. It is another child now.";
      case "undone" -> "Undone. All is as it was before.";
      case "meanwhile" -> "Somebody decided this meanwhile.";
      default -> "";
    };
  }
}
