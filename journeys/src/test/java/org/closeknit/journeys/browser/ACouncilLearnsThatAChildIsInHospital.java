package org.closeknit.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.journeys.browser.Agencies.COUNCIL;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Surroundings.class)
class ACouncilLearnsThatAChildIsInHospital {
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  private final Browser browser;
  private final RunningService service;
  private final Agencies agencies;

  ACouncilLearnsThatAChildIsInHospital(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void from_the_councils_file_to_the_visit_in_the_history(Way way) throws Exception {
    Child child = Child.at(1 + way.ordinal());
    theCouncilUploads(child, way);
    agencies.others(child);
    try (Visitor worker = as(Agencies.SOCIAL_WORKER, way);
        Visitor nurse = as(Agencies.NURSE, way)) {
      worker.go("/my-day");
      if (way.scripts()) {
        worker.page().evaluate("() => { window.neverReloaded = true; }");
      }
      nurse.check(child);
      long answered = System.nanoTime();
      theNurseReadsWhomToCall(nurse);
      theNoticeComes(worker, child, way, answered);
      theWorkerTakesIt(worker, child);
      theVisitIsInTheHistory(worker, child);
    }
  }

  private void theCouncilUploads(Child child, Way way) throws IOException {
    try (Visitor steward = as(Agencies.STEWARD, way)) {
      steward.send("People", child.person(COUNCIL));
      theReceiptSaysThatOneLineIsIn(steward);
      steward.send("Statuses", Agencies.statuses(child));
      theReceiptSaysThatOneLineIsIn(steward);
      steward.send(
          "Who works with whom",
          Agencies.involvement(child, COUNCIL, "W001", Agencies.SOCIAL_WORKER, "social worker"));
      theReceiptSaysThatOneLineIsIn(steward);
    }
  }

  private static void theReceiptSaysThatOneLineIsIn(Visitor steward) {
    assertThat(steward.main()).contains("The good line is in force now");
  }

  private static void theNurseReadsWhomToCall(Visitor nurse) {
    assertThat(nurse.main())
        .contains("This child has a child protection plan", "Northmere Council", "01632 960100");
    assertThat(nurse.main()).doesNotContain(Agencies.SEEN_AT_SCHOOL, Agencies.SOCIAL_WORKER);
  }

  private static Locator notice(Visitor worker, Child child) {
    return worker
        .page()
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHasText(child.surname().toUpperCase()));
  }

  private static void theNoticeComes(Visitor worker, Child child, Way way, long answered) {
    if (!way.scripts()) {
      assertThat(notice(worker, child)).hasCount(0);
      worker.press("Look again");
    }
    notice(worker, child)
        .waitFor(new Locator.WaitForOptions().setTimeout(LONGEST_DELAY.toMillis()));
    if (way.scripts()) {
      long delay = (System.nanoTime() - answered) / 1_000_000;
      System.out.println("From the answer to the open worklist: " + delay + " ms");
      assertThat(worker.page().evaluate("() => window.neverReloaded")).isEqualTo(true);
    }
    assertThat(notice(worker, child)).containsText("is at Fernhill Hospital");
  }

  private static void theWorkerTakesIt(Visitor worker, Child child) {
    worker.press(
        notice(worker, child)
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have this")));
    assertThat(notice(worker, child)).containsText(Agencies.SOCIAL_WORKER + " has this since");
  }

  private static void theVisitIsInTheHistory(Visitor worker, Child child) {
    worker.press(
        notice(worker, child)
            .getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the child’s page")));
    worker.page().waitForURL("**/children/*");
    Locator visit =
        worker
            .page()
            .locator("#history .moj-timeline__item")
            .filter(new Locator.FilterOptions().setHasText("Unplanned visit to Fernhill Hospital"));
    // Written after the answer, by a listener.
    for (int look = 0; visit.count() == 0 && look < 50; look++) {
      worker.page().waitForTimeout(100);
      worker.page().reload();
    }
    assertThat(visit).containsText("today");
    assertThat(worker.main()).contains(Agencies.SEEN_AT_SCHOOL, Agencies.FOR_THE_POLICE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"BY_KEYBOARD_ALONE", "WITHOUT_SCRIPTS"})
  void each_kind_of_answer_is_come_to_and_left(Way way) throws Exception {
    Child restricted = Child.at(24 + 2 * way.ordinal());
    Child unknown = Child.at(25 + 2 * way.ordinal());
    agencies.restricted(restricted);
    try (Visitor nurse = as(Agencies.NURSE, way)) {
      nurse.check(restricted);
      String nothing = nurse.answer();
      nurse.press("Check another child");
      nurse.checkHere(unknown);
      assertThat(nurse.answer()).isEqualTo(nothing);
      String answer = nurse.page().url();
      agencies.council(unknown);
      nurse.go(answer);
      nurse.press("Check again");
      nurse.page().waitForURL("**/check?again=*");
    }
    try (AutoCloseable unused = agencies.dailyNumber(0);
        Visitor nurse = as(Agencies.NURSE, way)) {
      nurse.check(unknown);
      assertThat(nurse.answer()).isEqualTo("This check was not made");
      nurse.press("Check another child");
      nurse.page().waitForURL("**/check");
    }
    noAnswer(unknown, way);
  }

  /** With the audit's table locked away nobody is answered. */
  private void noAnswer(Child child, Way way) throws Exception {
    try (Visitor nurse = as(Agencies.NURSE, way);
        Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      nurse.go("/check");
      nurse.fillIn(child);
      connection.setAutoCommit(false);
      statement.execute("lock table audit_entry in access exclusive mode");
      nurse.press(nurse.page().getByRole(AriaRole.BUTTON, Visitor.exactly("Check")));
      nurse.page().getByText("This is not a no").waitFor();
      connection.rollback();
      nurse.press(nurse.page().locator("main").getByRole(AriaRole.LINK).first());
    }
  }

  @Test
  void the_school_sees_nothing_that_is_for_the_police_alone() throws Exception {
    Child child = Child.at(4);
    agencies.council(child);
    agencies.others(child);
    try (Visitor worker = as(Agencies.SOCIAL_WORKER, Way.WITH_A_POINTER);
        Visitor school = as(Agencies.SAFEGUARDING_LEAD, Way.WITH_A_POINTER)) {
      open(worker, child);
      assertThat(worker.main()).contains(Agencies.FOR_THE_POLICE);
      open(school, child);
      assertThat(school.main())
          .contains(Agencies.SEEN_AT_SCHOOL)
          .doesNotContain("Northmere Police");
      worker.press(
          worker
              .page()
              .locator("form")
              .filter(new Locator.FilterOptions().setHasText(Agencies.SAFEGUARDING_LEAD))
              .getByRole(AriaRole.BUTTON));
      worker.page().waitForLoadState();
      open(school, child);
      assertThat(school.main())
          .contains(Agencies.SEEN_AT_SCHOOL, Agencies.SOCIAL_WORKER)
          .doesNotContain(Agencies.FOR_THE_POLICE);
      assertThat(school.page().content()).doesNotContain(Agencies.FOR_THE_POLICE);
    }
  }

  private static void open(Visitor visitor, Child child) {
    visitor.go("/children");
    visitor
        .page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(child.surname().toUpperCase()))
        .click();
    visitor.page().waitForURL("**/children/*");
  }

  private Visitor as(String name, Way way) throws IOException {
    return Visitor.signedIn(browser, service, way, name);
  }
}
