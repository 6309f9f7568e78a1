package org.closeknit.journeys.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody goes through the pages. */
enum Way {
  WITH_A_POINTER,
  WITHOUT_SCRIPTS,
  BY_KEYBOARD_ALONE;

  private static final int MOST_STOPS = 150;

  boolean scripts() {
    return this != WITHOUT_SCRIPTS;
  }

  void press(Page page, Locator what) {
    if (this == BY_KEYBOARD_ALONE) {
      reach(page, what);
      page.keyboard().press("Enter");
    } else {
      what.click();
    }
  }

  void type(Page page, Locator field, String text) {
    if (this == BY_KEYBOARD_ALONE) {
      reach(page, field);
      page.keyboard().press("ControlOrMeta+a");
      page.keyboard().type(text);
    } else {
      field.fill(text);
    }
  }

  /** A group of radios is one stop; the arrows go from one to the next. */
  void choose(Page page, Locator radio) {
    if (this != BY_KEYBOARD_ALONE) {
      radio.check();
      return;
    }
    String name = radio.getAttribute("name");
    for (int stop = 0; !name.equals(focused(page, "name")); stop++) {
      next(page, stop);
    }
    page.keyboard().press("Space");
    for (int stop = 0; !radio.isChecked(); stop++) {
      if (stop > MOST_STOPS) {
        throw new AssertionError("The arrows do not reach " + radio);
      }
      page.keyboard().press("ArrowDown");
    }
  }

  private static void reach(Page page, Locator what) {
    what.waitFor();
    for (int stop = 0; !(boolean) what.evaluate("one => one === document.activeElement"); stop++) {
      next(page, stop);
    }
  }

  private static void next(Page page, int stop) {
    if (stop > MOST_STOPS) {
      throw new AssertionError("The Tab key does not reach what is to be pressed");
    }
    page.keyboard().press("Tab");
  }

  private static Object focused(Page page, String attribute) {
    return page.evaluate("name => document.activeElement?.getAttribute(name) ?? ''", attribute);
  }
}
