package org.closeknit.adoption;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.person.ChildId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a council's adoption team seals links and opens one side of them. */
@Controller
@RequestMapping("/adoptions")
class AdoptionPages {
  private static final int LONGEST = 200;

  private final Adoptions adoptions;
  private final Pages pages;
  private final InstantSource clock;

  AdoptionPages(Adoptions adoptions, Pages pages, InstantSource clock) {
    this.adoptions = adoptions;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  View all(Asker.Worker worker) {
    return all(worker, "", "", List.of());
  }

  @PostMapping
  View seal(
      Asker.Worker worker,
      @RequestParam(defaultValue = "") String former,
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String why) {
    var problems = new ArrayList<Problem>();
    needed(problems, "former", former, "Enter your number of the former record");
    needed(problems, "present", present, "Enter your number of the present record");
    needed(problems, "reference", reference, "Enter what your team calls this link");
    needed(problems, "why", why, "Say why, in a line");
    if (reference.matches(".*[0-9]( ?[0-9]){9}.*")) {
      problems.add(new Problem("reference", "Leave the number out: use a word of your team’s"));
    }
    if (!problems.isEmpty()) {
      return all(worker, reference, why, problems);
    }
    return switch (adoptions.seal(
        worker, former.strip(), present.strip(), reference.strip(), why.strip())) {
      case Adoptions.Sealing.Sealed(UUID link) -> new RedirectView("/adoptions/" + link + "#said");
      case Adoptions.Sealing.NoFormer() ->
          wrong(
              worker,
              reference,
              why,
              "former",
              "You keep no record with this number that is marked as adopted");
      case Adoptions.Sealing.NoPresent() ->
          wrong(
              worker,
              reference,
              why,
              "present",
              "You keep no record with this number that stands for a child today");
      case Adoptions.Sealing.Linked() ->
          wrong(
              worker,
              reference,
              why,
              "reference",
              "One of the records, or this reference, has a link already");
    };
  }

  @GetMapping("/{id}")
  View one(Asker.Worker worker, @PathVariable String id) {
    return found(id, link -> one(worker, link, List.of()));
  }

  /** Answered at once and kept nowhere: to see it again is to open it again. */
  @PostMapping("/{id}")
  View open(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "") String why) {
    Optional<SealedLink.Side> which = side(side);
    var problems = new ArrayList<Problem>();
    if (which.isEmpty()) {
      problems.add(new Problem("side", "Say which of the two you need to see"));
    }
    needed(problems, "why", why, "Say why, in a line");
    if (!problems.isEmpty()) {
      return found(id, link -> one(worker, link, problems));
    }
    return found(
        id,
        link ->
            adoptions
                .find(worker, link)
                .flatMap(shown ->
                    adoptions
                        .open(worker, link, which.get(), why.strip())
                        .map(record ->
                            AdoptionView.Identity.of(shown.link(), which.get(), record, dates())))
                .map(identity -> pages.show("adoption/identity", Map.of("identity", identity))));
  }

  @PostMapping("/{id}/end")
  View end(
      Asker.Worker worker, @PathVariable String id, @RequestParam(defaultValue = "") String wrong) {
    if (wrong.isBlank() || wrong.length() > LONGEST) {
      return found(
          id,
          link -> one(worker, link, List.of(new Problem("wrong", "Say what is wrong, in a line"))));
    }
    return found(
        id,
        link ->
            Optional.of(link)
                .filter(known -> adoptions.end(worker, known, wrong.strip()))
                .map(ended -> new RedirectView("/adoptions#said")));
  }

  private static Optional<SealedLink.Side> side(String word) {
    return switch (word) {
      case "former" -> Optional.of(SealedLink.Side.FORMER);
      case "present" -> Optional.of(SealedLink.Side.PRESENT);
      default -> Optional.empty();
    };
  }

  private static void needed(List<Problem> problems, String field, String said, String words) {
    if (said.isBlank()) {
      problems.add(new Problem(field, words));
    } else if (said.length() > LONGEST) {
      problems.add(new Problem(field, "Use " + LONGEST + " letters or fewer"));
    }
  }

  private View found(String id, Function<UUID, Optional<View>> show) {
    return ChildId.read(id)
        .flatMap(read -> show.apply(read.value()))
        .orElseGet(pages::nothingToShow);
  }

  private Optional<View> one(Asker.Worker worker, UUID id, List<Problem> problems) {
    Dates dates = dates();
    return adoptions
        .find(worker, id)
        .map(shown ->
            pages.show(
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "adoption/link",
                Map.of(
                    "link",
                    new AdoptionView.One(
                        AdoptionView.Line.of(shown.link(), dates),
                        shown.openings().stream().map(one -> words(one, dates)).toList(),
                        problems))));
  }

  private static String words(Links.Opened one, Dates dates) {
    String side = one.side() == SealedLink.Side.FORMER ? "former" : "present";
    return dates.moment(one.at())
        + ": "
        + one.by()
        + " opened the "
        + side
        + " identity. "
        + one.why();
  }

  private View wrong(
      Asker.Worker worker, String reference, String why, String field, String words) {
    return all(worker, reference, why, List.of(new Problem(field, words)));
  }

  private View all(Asker.Worker worker, String reference, String why, List<Problem> problems) {
    Dates dates = dates();
    return pages.show(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
        "adoption/adoptions",
        Map.of(
            "all",
            new AdoptionView.All(
                adoptions.list(worker).stream()
                    .map(link -> AdoptionView.Line.of(link, dates))
                    .toList(),
                reference,
                why,
                problems)));
  }

  private Dates dates() {
    return new Dates(clock.instant());
  }
}
