package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The axe rules of WCAG 2.2 AA, on a desk's screen and on a phone's. */
@ExtendWith(Surroundings.class)
class EveryPageIsAccessible {
  private static final List<Integer> WIDTHS = List.of(1280, 390);
  private static final int HEIGHT = 900;

  private final Browser browser;
  private final RunningService service;
  private final Agencies agencies;
  private final List<String> violations = new ArrayList<>();

  EveryPageIsAccessible(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @BeforeEach
  void nothingIsFoundYet() {
    violations.clear();
  }

  @Test
  void for_whoever_comes_to_the_door() {
    try (Visitor stranger = Visitor.stranger(browser, service, Way.WITH_A_POINTER)) {
      for (String path :
          List.of(
              "/sign-in",
              "/sign-in?out",
              "/help",
              "/help/accessibility",
              "/help/who-can-see-what",
              "/blank")) {
        look(stranger, path);
      }
      stranger.go("/sign-in");
      stranger.type("Name for signing in", "nobody");
      stranger.press("Sign in");
      look(stranger);
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void for_the_social_worker() throws Exception {
    Child child = Child.at(5);
    agencies.council(child);
    agencies.others(child);
    assertThat(service.machine(Agencies.HOSPITAL).check(child.identifier(), "A nurse").status())
        .isEqualTo(200);
    try (Visitor worker = as(Agencies.SOCIAL_WORKER)) {
      look(worker, "/my-day");
      worker.press(worker.page().getByText("I have this").first());
      look(worker);
      look(worker, "/children");
      worker
          .page()
          .getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName(child.surname().toUpperCase()))
          .click();
      worker.page().waitForURL("**/children/*");
      String overview = worker.page().url();
      look(worker);
      worker.page().locator("#history").getByRole(AriaRole.LINK, named("Table")).first().click();
      look(worker);
      look(worker, overview + "/records");
      look(worker, overview + "/looks");
      letter(worker, overview + "/letter");
      look(worker, "/there-is-no-such-page");
      find(worker, child);
      register(worker, child);
    }
    assertThat(violations).isEmpty();
  }

  /** As it is printed, with what is wrong, and while it waits. */
  private void letter(Visitor worker, String letter) {
    look(worker, letter);
    assertThat(worker.answer()).startsWith("Who has looked at what we hold about");
    worker.press("Let it wait");
    look(worker);
    worker.type("Until and with", LocalDate.now(ZoneId.of("Europe/London")).plusDays(9).toString());
    worker.type("Why, in a line", "A visit comes first");
    worker.press("Let it wait");
    worker.page().waitForURL("**/letter");
    look(worker);
    assertThat(worker.answer()).isEqualTo("No letter is made now");
  }

  /** Before and after a search, with what is wrong, with nobody, and told to wait. */
  private void find(Visitor worker, Child child) {
    look(worker, "/find");
    worker.pressFind();
    look(worker);
    worker.find(child.given() + " " + child.surname());
    assertThat(worker.answer()).isEqualTo("1 child fits");
    look(worker);
    worker.find("Nobody Whoever");
    look(worker);
    worker.type("Look again", "Nobody Whatsoever");
    worker.pressFind();
    if (worker.answer().startsWith("Wait")) {
      look(worker);
    }
  }

  /** Nothing typed yet, what is wrong, who is like the child, and nobody. */
  private void register(Visitor worker, Child child) {
    sendEmpty(worker, "/register", "See who is like this child");
    likeness(worker, child, child.surname());
    assertThat(worker.answer()).isEqualTo("Is this the child?");
    look(worker);
    likeness(worker, child, "Nobodywhatsoever");
    look(worker);
  }

  private static void likeness(Visitor worker, Child child, String surname) {
    worker.go("/register");
    worker.type("Family name", surname);
    worker.type("First names", surname.equals(child.surname()) ? child.given() : "Nobodyatall");
    worker.type("Day", String.valueOf(child.born().getDayOfMonth()));
    worker.type("Month", String.valueOf(child.born().getMonthValue()));
    worker.type("Year", String.valueOf(child.born().getYear()));
    worker.press("See who is like this child");
    worker.page().getByText("You typed").waitFor();
  }

  @Test
  void for_the_adoption_worker() throws Exception {
    Child former = Child.at(25);
    Child present = Child.at(26);
    agencies.adopted(former);
    agencies.send(Agencies.COUNCIL, "people", present.person(Agencies.COUNCIL));
    try (Visitor team = as("Odile Farrant")) {
      sendEmpty(team, "/adoptions", "Seal the link");
      team.go("/adoptions");
      team.type("Your number of the former record", former.localId(Agencies.COUNCIL));
      team.type("Your number of the present record", present.localId(Agencies.COUNCIL));
      team.type("What your team calls this link", "Kestrel");
      team.type("Why?", "The order was made");
      team.press("Seal the link");
      team.page().waitForURL("**/adoptions/*");
      look(team);
      team.choose("Who the child was");
      team.page().getByLabel("Why?").first().fill("Asked by the court");
      team.press("Open this side");
      team.page().getByText("That you opened it is kept").waitFor();
      assertThat(team.main()).contains(former.surname()).doesNotContain(present.surname());
      look(team);
      look(team, "/adoptions");
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void for_the_data_steward() throws Exception {
    Child child = Child.at(6);
    try (Visitor steward = as(Agencies.STEWARD)) {
      look(steward, "/quality");
      look(steward, "/submissions");
      steward.press("Send");
      look(steward);
      steward.attempt(
          "People", child.person(Agencies.COUNCIL).replace(child.number(), "9876543211"));
      look(steward);
      steward.send("People", child.person(Agencies.COUNCIL).replace(child.number(), "9876543211"));
      look(steward);
      steward.send("Statuses", "a,b\n1,2\n", "**/submissions**");
      steward.page().getByRole(AriaRole.ALERT).waitFor();
      look(steward);
      agencies.send(Agencies.COUNCIL, "people", child.person(Agencies.COUNCIL));
      theHospitalContradicts(child);
      look(steward, "/matching");
      steward.page().locator("main").getByRole(AriaRole.LINK, named("Look")).first().click();
      steward.page().waitForURL("**/matching/*");
      look(steward);
      steward.page().locator("main a[href^='/matching/children/']").first().click();
      steward.page().waitForURL("**/matching/children/*");
      look(steward);
      look(steward, "/matching/waiting");
      sendEmpty(steward, "/matching/models", "Teach a new version");
    }
    assertThat(violations).isEmpty();
  }

  /** One number, and another name and birth date. */
  private void theHospitalContradicts(Child child) throws Exception {
    Child other = Child.at(600 + child.place());
    agencies.send(
        Agencies.HOSPITAL,
        "people",
        other.person(Agencies.HOSPITAL).replace(other.number(), child.number()));
  }

  @Test
  void for_the_nurse_whatever_the_answer() throws Exception {
    Child held = Child.at(7);
    Child unsure = Child.at(8);
    agencies.council(held);
    agencies.council(unsure);
    theHospitalContradicts(unsure);
    Child restricted = Child.at(21);
    agencies.restricted(restricted);
    var answers = new HashSet<String>();
    try (Visitor nurse = as(Agencies.NURSE)) {
      look(nurse, "/check");
      look(nurse, "/check/name");
      nurse.press(nurse.page().getByRole(AriaRole.BUTTON, Visitor.exactly("Check")));
      look(nurse);
      for (Child child :
          List.of(held, unsure, with(unsure, Child.at(9)), Child.at(9), with(held, Child.at(9)))) {
        nurse.check(child);
        answers.add(nurse.answer());
        look(nurse);
      }
      assertThat(answers).as("each answer of its own kind").hasSize(4);
      nurse.check(restricted);
      assertThat(answers).as("restricted reads like nothing held").contains(nurse.answer());
      look(nurse);
      changed(nurse);
      look(nurse, "/check");
      noAnswer(nurse, held);
    }
    assertThat(violations).isEmpty();
  }

  /** What was nothing when she asked is a plan when she looks again. */
  private void changed(Visitor nurse) throws Exception {
    Child child = Child.at(22);
    nurse.check(child);
    String answer = nurse.page().url();
    agencies.council(child);
    look(nurse, answer);
    assertThat(nurse.answer()).isEqualTo("Check again");
  }

  @Test
  void for_the_nurse_who_has_asked_about_too_many() throws Exception {
    try (AutoCloseable unused = agencies.dailyNumber(0);
        Visitor nurse = as(Agencies.NURSE)) {
      nurse.check(Child.at(23));
      assertThat(nurse.answer()).isEqualTo("This check was not made");
      look(nurse);
    }
    assertThat(violations).isEmpty();
  }

  /** The number of the one and the birth date of the other. */
  private static Child with(Child one, Child other) {
    return new Child(
        one.place(),
        one.number(),
        one.surname(),
        one.given(),
        other.born(),
        one.address(),
        one.postcode());
  }

  /** With the audit's table locked away nobody is answered. */
  private void noAnswer(Visitor nurse, Child child) throws Exception {
    nurse.go("/check");
    nurse.fillIn(child);
    try (Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table audit_entry in access exclusive mode");
      nurse.press(nurse.page().getByRole(AriaRole.BUTTON, Visitor.exactly("Check")));
      nurse.page().getByText("This is not a no").waitFor();
      assertThat(nurse.main()).contains("01632 960999");
      look(nurse);
      connection.rollback();
    }
  }

  @Test
  void for_the_administrator() throws Exception {
    String agency = "/agencies/" + Agencies.COUNCIL;
    try (Visitor administrator = as("Owen Castellan")) {
      for (String path :
          List.of(
              "/agencies",
              agency,
              agency + "/change",
              "/agencies/" + Agencies.SCHOOL + "/end",
              "/agreements")) {
        look(administrator, path);
      }
      administrator.go("/agreements");
      administrator.page().locator("a[href$='/end']").first().click();
      look(administrator);
      sendEmpty(administrator, "/agencies/new", "Add the agency");
      sendEmpty(administrator, agency + "/people/new", "Add and make a link");
      sendEmpty(administrator, agency + "/systems/new", "Add and show its secret");
      administrator.choose("Reads histories");
      administrator.press("Add and show its secret");
      look(administrator);
      sendEmpty(administrator, "/agreements/new", "Add the agreement");
      administrator.go(agency + "/people/new");
      administrator.type("Name", "A Newcomer");
      administrator.type("Name for signing in", "a.newcomer");
      administrator.choose("Social worker");
      administrator.press("Add and make a link");
      String link = administrator.page().locator("#link").innerText();
      look(administrator);
      sendEmpty(administrator, link, "Begin");
      administrator.go("/agencies");
      administrator.press("Hide");
      administrator.page().waitForURL("**/blank");
      look(administrator);
      look(administrator, "/unlock");
    }
    assertThat(violations).isEmpty();
  }

  /** A form, and the same with what is wrong with it. */
  private void sendEmpty(Visitor visitor, String path, String button) {
    look(visitor, path);
    visitor.press(button);
    look(visitor);
  }

  @Test
  void for_the_information_governance_officer() throws Exception {
    try (Visitor officer = as("Hilary Strand")) {
      look(officer, "/audit");
      look(officer, "/emergencies");
      look(officer, "/findings");
      somethingIsFound();
      look(officer, "/findings");
      assertThat(officer.main()).contains("A child in the news");
      look(officer, "/watched-children");
      officer.press(officer.page().getByText("Put on the list").first());
      look(officer);
      look(officer, "/rules");
    }
    assertThat(violations).isEmpty();
  }

  private void somethingIsFound() throws Exception {
    try (Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into finding (id, agency_id, actor, actor_name, actor_role, actor_agency, kind, about,
                               child_id, sentences, first_at, last_at)
          values (gen_random_uuid(), '%1$s', 'somebody', 'Bo Marsh', 'duty worker', '%1$s', 'NEWS', 'a child',
                  gen_random_uuid(), '{The child is on the list of children in the news.}', now(), now())
          """
              .formatted(Agencies.COUNCIL));
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private Visitor as(String name) throws Exception {
    return Visitor.signedIn(browser, service, Way.WITH_A_POINTER, name);
  }

  private void look(Visitor visitor, String path) {
    visitor.go(path);
    look(visitor);
  }

  private void look(Visitor visitor) {
    for (int width : WIDTHS) {
      visitor.page().setViewportSize(width, HEIGHT);
      for (Rule rule : AxeRules.brokenOn(visitor.page())) {
        rule.getNodes()
            .forEach(node ->
                violations.add(
                    "%s at %d: %s, %s"
                        .formatted(visitor.page().title(), width, rule.getId(), node.getTarget())));
      }
    }
    visitor.page().setViewportSize(WIDTHS.getFirst(), HEIGHT);
  }
}
