package org.closeknit.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.closeknit.access.Emergencies;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Frame;
import org.closeknit.pages.Surroundings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in and where they can go, around every page. */
@Component
class Frames implements Surroundings {
  private final Agencies agencies;
  private final Notices notices;
  private final Emergencies emergencies;
  private final InstantSource clock;

  Frames(Agencies agencies, Notices notices, Emergencies emergencies, InstantSource clock) {
    this.agencies = agencies;
    this.notices = notices;
    this.emergencies = emergencies;
    this.clock = clock;
  }

  @Override
  public Frame frame(HttpServletRequest request) {
    var csrf = Frame.Csrf.of(request);
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Asker.Worker worker) {
      return new Frame(
          new Frame.Reader(worker.staff().name(), worker.agency().name()),
          menu(worker, request.getRequestURI()),
          bars(worker),
          csrf,
          agencies.madeUp(),
          true);
    }
    return Frame.signedOut(csrf, agencies.madeUp());
  }

  /** Over every page while a child is open in an emergency. */
  private List<Frame.Bar> bars(Asker.Worker worker) {
    if (!Routes.WITH_CHILDREN.contains(worker.role())) {
      return List.of();
    }
    Instant now = clock.instant();
    return emergencies.open(worker).stream()
        .map(one ->
            new Frame.Bar(
                "Open for you until "
                    + new Dates(now).time(one.until())
                    + ", told to those who answer for the child.",
                "/emergency/close",
                "Close now",
                Duration.between(now, one.until()).toSeconds() + 1))
        .toList();
  }

  private List<Frame.Entry> menu(Asker.Worker worker, String path) {
    var menu = new ArrayList<Frame.Entry>();
    Role role = worker.role();
    if (role.checksChildren()) {
      menu.add(entry("Check a child", "/check", path));
    }
    switch (role) {
      case SOCIAL_WORKER,
          TEAM_MANAGER,
          DUTY_WORKER,
          NAMED_NURSE,
          SAFEGUARDING_LEAD,
          POLICE_OFFICER,
          REPORTER,
          NURSE,
          GP -> {
        menu.add(myDay(worker, path));
        menu.add(entry("My children", "/children", path));
        if (Routes.LOOKING_FOR_CHILDREN.contains(role)) {
          menu.add(entry("Find a child", "/find", path));
        }
      }
      case ADOPTION_WORKER -> {
        menu.add(entry("Adoptions", "/adoptions", path));
        menu.add(myDay(worker, path));
      }
      case DATA_STEWARD -> {
        menu.add(entry("What we sent", "/submissions", path));
        menu.add(entry("Quality", "/quality", path));
        menu.add(entry("Is it one child?", "/matching", path));
        menu.add(myDay(worker, path));
      }
      case ADMINISTRATOR -> {
        menu.add(entry("What we sent", "/submissions", path));
        menu.add(entry("Quality", "/quality", path));
        menu.add(entry("Who decides what waits", "/matching/waiting", path));
        menu.add(entry("Agencies and people", "/agencies", path));
        menu.add(entry("Agreements", "/agreements", path));
      }
      case INFORMATION_GOVERNANCE_OFFICER -> {
        menu.add(entry("Who looked", "/audit", path));
        menu.add(entry("Findings", "/findings", path));
        menu.add(entry("Emergencies", "/emergencies", path));
        menu.add(myDay(worker, path));
        menu.add(entry("Quality", "/quality", path));
      }
    }
    return menu;
  }

  private Frame.Entry myDay(Asker.Worker worker, String path) {
    return new Frame.Entry(
        "My day",
        "/my-day",
        path.startsWith("/my-day"),
        notices.worklist(worker.staff()).size(),
        "waiting for your answer");
  }

  private static Frame.Entry entry(String label, String href, String path) {
    return new Frame.Entry(label, href, path.startsWith(href));
  }
}
