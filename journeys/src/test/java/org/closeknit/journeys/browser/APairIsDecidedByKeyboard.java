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

/** From the queue to a decision and back, with Tab, the arrows, Space and Enter. */
@ExtendWith(Surroundings.class)
class APairIsDecidedByKeyboard {
  private final Browser browser;
  private final RunningService service;
  private final Agencies agencies;

  APairIsDecidedByKeyboard(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @Test
  void a_steward_keeps_a_pair_apart_and_undoes_it_without_a_pointer() throws Exception {
    Child child = Child.at(24);
    agencies.send(Agencies.COUNCIL, "people", child.person(Agencies.COUNCIL));
    Child other = Child.at(624);
    agencies.send(
        Agencies.HOSPITAL,
        "people",
        other.person(Agencies.HOSPITAL).replace(other.number(), child.number()));
    try (Visitor steward =
        Visitor.signedIn(browser, service, Way.BY_KEYBOARD_ALONE, Agencies.STEWARD)) {
      steward.go("/matching");
      steward.press(
          steward
              .page()
              .locator(
                  "main tr", new Page.LocatorOptions().setHasText(child.localId(Agencies.COUNCIL)))
              .getByRole(AriaRole.LINK)
              .first());
      steward.page().waitForURL("**/matching/*");
      assertThat(steward.answer()).isEqualTo("Are these one child?");
      steward.page().getByLabel("Two children. Keep them apart").waitFor();
      steward.choose("Two children. Keep them apart");
      steward.type("Why?", "Another mother, says the ward");
      steward.press("Keep this decision");
      Locator said = steward.page().getByText("Kept apart.").first();
      said.waitFor();
      steward.press(
          steward
              .page()
              .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
              .first());
      steward.page().getByText("Undone.").first().waitFor();
      assertThat(steward.main()).contains("One child. Join them");
    }
  }
}
