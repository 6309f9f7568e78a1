package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A nurse opens a child of whom nobody at her hospital knows; a second person looks at it. */
@ExtendWith(Surroundings.class)
class AGlassIsBrokenAtNight {
  private static final String OFFICER = "Sunita Rao";

  private final Browser browser;
  private final RunningService service;
  private final Agencies agencies;

  AGlassIsBrokenAtNight(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @Test
  void and_reviewed_by_keyboard_alone() throws Exception {
    brokenAndReviewed(Way.BY_KEYBOARD_ALONE, Child.at(40));
  }

  @Test
  void and_reviewed_without_scripts() throws Exception {
    brokenAndReviewed(Way.WITHOUT_SCRIPTS, Child.at(41));
  }

  private void brokenAndReviewed(Way way, Child child) throws Exception {
    agencies.council(child);
    String words = "Alone here and upset, nobody answers: " + child.place();
    try (Visitor nurse = as(way, Agencies.NURSE)) {
      nurse.go("/check");
      nurse.press("Open in an emergency");
      nurse.page().waitForURL("**/emergency");
      fits(way, nurse);
      which(nurse, child);
      assertThat(nurse.main()).contains("You do not work with this child");
      fits(way, nurse);
      nurse.choose("I am with the child now");
      nurse.type("Say in a line what is happening", words);
      nurse.type(
          "Your password, or a code from your app",
          service.signIns().person(Agencies.NURSE).password());
      nurse.press("Open for 1 hour");
      nurse.page().waitForURL("**/children/**");
      assertThat(nurse.page().locator("body").innerText())
          .contains(child.surname().toUpperCase(java.util.Locale.UK), "Open for you until");
      fits(way, nurse);
      String opened = nurse.page().url().split("#", 2)[0];
      nurse.press("Close now");
      nurse.page().waitForURL("**/check");
      nurse.go(opened);
      assertThat(nurse.main()).contains("There is nothing here that we can show you");
    }
    try (Visitor lead = as(way, Agencies.SOCIAL_WORKER)) {
      lead.go("/my-day");
      assertThat(lead.main()).contains("record in an emergency", words);
    }
    reviewed(way, words);
  }

  private void reviewed(Way way, String words) throws Exception {
    try (Visitor officer = as(way, OFFICER)) {
      officer.go("/my-day");
      assertThat(officer.main()).contains("opened a child’s record in an emergency");
      officer.go("/emergencies");
      fits(way, officer);
      Locator mine =
          officer.page().locator("main section", new Page.LocatorOptions().setHasText(words));
      way.choose(officer.page(), mine.getByLabel("It was right"));
      way.type(officer.page(), mine.getByLabel("Why, in a line"), "A child alone at night");
      officer.press(mine.getByRole(AriaRole.BUTTON));
      officer.page().waitForURL("**/emergencies");
      assertThat(mine.innerText()).contains("It was right, says " + OFFICER);
    }
  }

  private static void which(Visitor nurse, Child child) {
    nurse.type("NHS or CHI number", child.number());
    nurse.type("Day", String.valueOf(child.born().getDayOfMonth()));
    nurse.type("Month", String.valueOf(child.born().getMonthValue()));
    nurse.type("Year", String.valueOf(child.born().getYear()));
    nurse.press("Go on");
    nurse.page().waitForURL("**/emergency/child");
  }

  /** Without scripts axe cannot run either. */
  private static void fits(Way way, Visitor somebody) {
    if (way.scripts()) {
      assertThat(AxeRules.brokenOn(somebody.page())).as(somebody.page().url()).isEmpty();
    }
  }

  private Visitor as(Way way, String name) throws Exception {
    return Visitor.signedIn(browser, service, way, name);
  }
}
