package org.closeknit.site;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** My day: what must be answered first, before it goes to somebody else. */
@Controller
class MyDayPage {
  private static final int LONGEST_ANSWER = 500;

  private final Pages pages;
  private final MyDay day;

  MyDayPage(Pages pages, MyDay day) {
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/my-day")
  View day(Asker.Worker worker) {
    return pages.show("site/my-day", Map.of("day", day.of(worker)));
  }

  @PostMapping("/notices/{id}/have")
  View have(
      Asker.Worker worker, @PathVariable String id, @RequestParam(defaultValue = "") String shown) {
    return id(id).filter(one -> day.have(worker, one, count(shown))).isPresent()
        ? back(id)
        : pages.nothingToShow();
  }

  @PostMapping("/notices/{id}/answer")
  View answer(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String words) {
    String said = words.strip().replace("\0", "");
    String kept = said.substring(0, Math.min(said.length(), LONGEST_ANSWER));
    Optional<UUID> answered =
        id(id)
            .filter(one ->
                kept.isEmpty()
                    ? day.have(worker, one, count(shown))
                    : day.answer(worker, one, count(shown), kept));
    return answered.isPresent() ? back(id) : pages.nothingToShow();
  }

  /** Nothing was shown to whoever does not say it. */
  private static int count(String shown) {
    return shown.matches("[0-9]{1,9}") ? Integer.parseInt(shown) : 0;
  }

  private static Optional<UUID> id(String text) {
    return ChildId.read(text).map(ChildId::value);
  }

  private static View back(String id) {
    return new RedirectView("/my-day#n" + id);
  }
}
