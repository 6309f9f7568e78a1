package org.closeknit.chronology;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The pages of one child, and the list of one's own children. */
@Controller
class ChildPage {
  private static final Pattern WORD = Pattern.compile("[a-z0-9-]{0,60}");

  /** One line, kept with the doubt. */
  private static final int LONGEST_REASON = 500;

  private final Pages pages;
  private final ChildReading reading;
  private final LooksReading looks;

  ChildPage(Pages pages, ChildReading reading, LooksReading looks) {
    this.pages = pages;
    this.reading = reading;
    this.looks = looks;
  }

  @GetMapping("/children")
  View mine(
      Asker.Worker worker,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "1") String page) {
    Optional<CouncilView> council = reading.council(worker, team.replace("\0", ""), number(page));
    if (council.isPresent()) {
      return pages.show("chronology/council", Map.of("view", council.get()));
    }
    return pages.show("chronology/mine", Map.of("children", reading.mine(worker)));
  }

  @GetMapping("/children/{id}")
  View overview(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "1") String page) {
    var asked = new HistoryView.Asked(word(view), word(kind), word(agency), number(page));
    return ChildId.read(id)
        .flatMap(child -> reading.overview(worker, child, asked))
        .map(child -> pages.show("chronology/child", Map.of("view", child)))
        .orElseGet(pages::nothingToShow);
  }

  @GetMapping("/children/{id}/records")
  View records(
      Asker.Worker worker, @PathVariable String id, @RequestParam(defaultValue = "") String said) {
    return ChildId.read(id)
        .flatMap(child -> reading.records(worker, child))
        .map(records ->
            pages.show("chronology/records", Map.of("view", records, "said", doubted(said))))
        .orElseGet(pages::nothingToShow);
  }

  private static String doubted(String said) {
    return switch (said) {
      case "doubted" -> "A data steward looks at it now. Until then everything stays as it is.";
      case "not-doubted" ->
          "Choose a record, and say why. Where a data steward has decided on it already, call them.";
      default -> "";
    };
  }

  @PostMapping("/children/{id}/records/doubt")
  View doubt(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String why) {
    Optional<RecordId> which = ChildId.read(record).map(one -> new RecordId(one.value()));
    String line = why.strip().substring(0, Math.min(why.strip().length(), LONGEST_REASON));
    return ChildId.read(id)
        .flatMap(child -> reading.doubt(worker, child, which, line))
        .map(done ->
            (View)
                new RedirectView(
                    "/children/" + id + "/records?said=" + (done ? "" : "not-") + "doubted#said"))
        .orElseGet(pages::nothingToShow);
  }

  @GetMapping("/children/{id}/looks")
  View looks(Asker.Worker worker, @PathVariable String id) {
    return ChildId.read(id)
        .flatMap(child -> looks.all(worker, child))
        .map(looks -> pages.show("chronology/looks", Map.of("view", looks)))
        .orElseGet(pages::nothingToShow);
  }

  @PostMapping("/children/{id}/team/{involvement}/confirm")
  View confirm(Asker.Worker worker, @PathVariable String id, @PathVariable String involvement) {
    Optional<UUID> which = ChildId.read(involvement).map(ChildId::value);
    return ChildId.read(id)
        .filter(child -> which.map(one -> reading.confirm(worker, child, one)).orElse(false))
        .map(child -> (View) new RedirectView("/children/" + child + "#team"))
        .orElseGet(pages::nothingToShow);
  }

  private static String word(String said) {
    return WORD.matcher(said).matches() ? said : "";
  }

  private static int number(String said) {
    return said.matches("[0-9]{1,5}") ? Integer.parseInt(said) : 1;
  }
}
