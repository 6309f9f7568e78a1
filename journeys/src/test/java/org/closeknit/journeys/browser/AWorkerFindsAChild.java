package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From half a name to the child's page. */
@ExtendWith(Surroundings.class)
class AWorkerFindsAChild {
  private final Browser browser;
  private final RunningService service;
  private final Agencies agencies;

  AWorkerFindsAChild(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @ParameterizedTest
  @EnumSource
  void by_a_misspelt_name_and_the_year_and_comes_back_to_the_list(Way way) throws Exception {
    Child child = Child.at(36 + way.ordinal());
    agencies.council(child);
    try (Visitor worker = Visitor.signedIn(browser, service, way, Agencies.SOCIAL_WORKER)) {
      worker.go("/my-day");
      worker.press("Find a child");
      worker.page().waitForURL("**/find");
      worker.findHere(misspelt(child) + " " + child.born().getYear());
      assertThat(worker.page().url()).doesNotContain(child.given());
      assertThat(worker.answer()).isEqualTo("1 child fits");
      assertThat(worker.main()).contains("slip apart", "born " + child.born().getYear());
      String list = worker.page().url();
      worker.press(worker.page().locator("main table a").first());
      worker.page().waitForURL("**/children/*");
      worker.page().goBack();
      assertThat(worker.page().url()).isEqualTo(list);
      assertThat(worker.answer()).isEqualTo("1 child fits");
    }
  }

  /** Two letters changed places, and only one half of the family name. */
  private static String misspelt(Child child) {
    String half = child.surname().substring(0, child.surname().indexOf('-'));
    return child.given()
        + " "
        + half.charAt(0)
        + half.charAt(1)
        + half.charAt(3)
        + half.charAt(2)
        + half.substring(4);
  }
}
