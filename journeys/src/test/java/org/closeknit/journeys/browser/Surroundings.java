package org.closeknit.journeys.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One service and one browser for all journeys, started by the first and ended after the last. */
final class Surroundings implements BeforeAllCallback, ParameterResolver {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private record Kept(RunningService service, Playwright playwright, Browser browser)
      implements AutoCloseable {

    static Kept begin() {
      try {
        RunningService service = RunningService.fresh("journeys");
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
        return new Kept(service, playwright, browser);
      } catch (Exception broken) {
        throw new IllegalStateException("The journeys cannot begin", broken);
      }
    }

    @Override
    public void close() throws Exception {
      playwright.close();
      service.close();
    }
  }

  private static Path chromium() {
    return Path.of(
        Optional.ofNullable(System.getenv("CLOSEKNIT_CHROMIUM")).orElse("/usr/bin/chromium"));
  }

  /** Whoever names a Chromium wants these tests; elsewhere they are left out where none is. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        System.getenv("CLOSEKNIT_CHROMIUM") != null || Files.isExecutable(chromium()),
        "There is no Chromium at " + chromium() + ": set CLOSEKNIT_CHROMIUM to one");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(RunningService.class, Browser.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Kept kept =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Surroundings.class))
            .computeIfAbsent(Kept.class, unused -> Kept.begin(), Kept.class);
    return parameter.getParameter().getType() == Browser.class ? kept.browser() : kept.service();
  }
}
