package org.closeknit.journeys.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.closeknit.journeys.Seed;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** Made anew from the pages as they are: {@code ./dev pictures}. */
@EnabledIfEnvironmentVariable(named = "CLOSEKNIT_PICTURES", matches = ".+")
@ExtendWith(Surroundings.class)
class ThePicturesInTheReadme {
  private final Browser browser;
  private final RunningService service;

  ThePicturesInTheReadme(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
  }

  @Test
  void a_childs_page_as_its_social_worker_sees_it() throws Exception {
    Seed.main(
        new String[] {
          "--url", service.base().toString(), "--data", service.data().toString(),
        });
    try (Visitor worker =
        Visitor.signedIn(browser, service, Way.WITH_A_POINTER, Agencies.SOCIAL_WORKER)) {
      worker.go("/my-day");
      worker.press("OKONKWO-REID, Amara");
      worker.page().waitForURL("**/children/*");
      worker
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of(System.getenv("CLOSEKNIT_PICTURES"), "child.png")));
    }
  }
}
