package org.closeknit.journeys.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** The axe rules of WCAG 2.2 AA. */
final class AxeRules {
  private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private AxeRules() {}

  /** Our pages have no frames, so that axe needs no second page to gather what each frame says. */
  static List<Rule> brokenOn(Page page) {
    return new AxeBuilder(page).setLegacyMode(true).withTags(TAGS).analyze().getViolations();
  }
}
