package org.closeknit.search;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.person.ChildId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The pages on which somebody looks for a child. Nothing that they type stands in an address. */
@Controller
@RequestMapping("/find")
class FindPage {
  private final Searches searches;
  private final Pages pages;

  FindPage(Searches searches, Pages pages) {
    this.searches = searches;
    this.pages = pages;
  }

  @GetMapping
  View ask(Asker.Worker worker) {
    return show(HttpStatus.OK, FindView.empty());
  }

  @PostMapping
  View find(
      Asker.Worker worker,
      @RequestParam(defaultValue = "") String known,
      HttpServletResponse response) {
    String typed = known.replace("\0", " ").strip();
    Understood understood = searches.understand(typed);
    String kept = typed.substring(0, Math.min(typed.length(), Typed.LONGEST));
    if (!understood.unread().isEmpty()) {
      return show(HttpStatus.BAD_REQUEST, FindView.wrong(kept, understood.unread().getFirst()));
    }
    if (!understood.clues().enough()) {
      return show(HttpStatus.BAD_REQUEST, FindView.wrong(kept, whatMore(understood)));
    }
    return switch (searches.ask(worker, typed)) {
      case Searches.Outcome.Asked(UUID id) -> new RedirectView("/find/" + id + "#said");
      case Searches.Outcome.Wait(Duration left) -> wait(kept, left, response);
    };
  }

  @GetMapping("/{id}")
  View found(Asker.Worker worker, @PathVariable String id) {
    return ChildId.read(id)
        .flatMap(one -> searches.again(worker, one.value()))
        .map(shown -> show(HttpStatus.OK, FindView.of(shown)))
        .orElseGet(pages::nothingToShow);
  }

  private View wait(String typed, Duration left, HttpServletResponse response) {
    long seconds = Math.max(1, left.plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return show(
        HttpStatus.TOO_MANY_REQUESTS,
        FindView.wait(typed, Numbers.count(seconds, "second", "seconds")));
  }

  private static String whatMore(Understood understood) {
    if (understood.parts().isEmpty()) {
      return "Say what you know of the child";
    }
    if (understood.clues().numbered()) {
      return "Say one thing more: a name, the birth date or the area";
    }
    return understood.clues().named()
        ? "Say one thing more: another name, the age, the school or the area"
        : "Say a name too, or a number";
  }

  private View show(HttpStatus status, FindView view) {
    return pages.show(status, "search/find", Map.of("view", view));
  }
}
