package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody comes in while a child's page is open. */
@ExtendWith(Surroundings.class)
class TheScreenIsHidden {
  private final Browser browser;
  private final RunningService service;

  TheScreenIsHidden(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
  }

  @Test
  void every_window_is_blank_going_back_shows_nothing_and_the_password_leads_back()
      throws Exception {
    try (Visitor worker = as(Way.WITH_A_POINTER)) {
      worker.go("/my-day");
      worker.go("/children");
      try (Page other = worker.page().context().newPage()) {
        other.navigate("/my-day");

        worker.press("Hide");

        worker.page().waitForURL("**/blank");
        other.waitForURL("**/blank");
      }
      worker.page().goBack();
      assertThat(worker.page().locator("body").innerText()).doesNotContain(Agencies.SOCIAL_WORKER);
      comeBack(worker);
      worker.page().waitForURL("**/children");
      assertThat(worker.page().locator("body").innerText()).contains(Agencies.SOCIAL_WORKER);
    }
  }

  @Test
  void it_works_without_scripts() throws Exception {
    try (Visitor worker = as(Way.WITHOUT_SCRIPTS)) {
      worker.go("/children");
      worker.press("Hide");
      worker.page().waitForURL("**/blank");
      worker.page().goBack();
      assertThat(worker.page().locator("body").innerText()).doesNotContain(Agencies.SOCIAL_WORKER);
      comeBack(worker);
      worker.page().waitForURL("**/children");
    }
  }

  private Visitor as(Way way) throws Exception {
    return Visitor.signedIn(browser, service, way, Agencies.SOCIAL_WORKER);
  }

  private void comeBack(Visitor worker) throws Exception {
    worker.go("/unlock");
    worker.type(
        "Your password, or a new code from your app",
        service.signIns().person(Agencies.SOCIAL_WORKER).password());
    worker.press("Go on");
  }
}
