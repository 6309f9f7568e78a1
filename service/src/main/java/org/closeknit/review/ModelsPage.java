package org.closeknit.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.match.ModelVersions;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** By which version of the model records are weighed, what each decided, and to teach it anew. */
@Controller
class ModelsPage {
  private static final int LONGEST = 60;
  private static final int LONGEST_WHY = 500;

  private final ModelVersions versions;
  private final Pages pages;
  private final InstantSource clock;

  ModelsPage(ModelVersions versions, Pages pages, InstantSource clock) {
    this.versions = versions;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/matching/models")
  View models(Asker.Worker worker) {
    return show("", "", List.of());
  }

  @PostMapping("/matching/models")
  @Transactional
  public View teach(
      Asker.Worker worker,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String why) {
    String called = name.strip();
    String because = why.strip();
    List<Problem> problems = problems(called, because);
    if (!problems.isEmpty()) {
      return show(called, because, problems);
    }
    return switch (versions.want(worker, called, because)) {
      case TAKEN_UP -> new RedirectView("/matching/models#said");
      case ONE_WAITS_ALREADY ->
          wrong(called, because, "One is being taught already. Look again in a minute");
      case NAME_IS_TAKEN -> wrong(called, because, "A version has this name already");
      case TOO_FEW_RECORDS ->
          wrong(
              called,
              because,
              "There is nothing to learn from yet: it takes "
                  + Numbers.count(ModelVersions.enough())
                  + " records");
    };
  }

  private static List<Problem> problems(String name, String why) {
    var problems = new ArrayList<Problem>();
    if (name.isEmpty() || name.length() > LONGEST) {
      problems.add(new Problem("name", "Enter a name of up to " + LONGEST + " letters"));
    }
    if (why.isEmpty() || why.length() > LONGEST_WHY) {
      problems.add(new Problem("why", "Say why, in a line"));
    }
    return problems;
  }

  private View wrong(String name, String why, String words) {
    return show(name, why, List.of(new Problem("name", words)));
  }

  private View show(String name, String why, List<Problem> problems) {
    var dates = new Dates(clock.instant());
    return pages.show(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
        "review/models",
        Map.of(
            "models",
            new ModelsView(
                versions.all().stream().map(one -> row(one, dates)).toList(),
                versions.wantedBy().orElse(""),
                name,
                why,
                problems)));
  }

  private static ModelsView.Row row(ModelVersions.Version one, Dates dates) {
    return new ModelsView.Row(
        one.name(),
        one.at().map(dates::moment).orElse(""),
        one.trainedOn() == 0 ? "" : Numbers.count(one.trainedOn()),
        one.at().isEmpty()
            ? ""
            : one.by().map(by -> by + ": " + one.why()).orElse("the service itself"),
        Numbers.count(one.joined()),
        Numbers.count(one.asked()),
        Numbers.count(one.decided()));
  }
}
