package org.closeknit.journeys.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.OneTimeCode;
import org.closeknit.journeys.running.RunningService;
import org.closeknit.journeys.running.SignIns;

/** Somebody at their own screen, signed in. */
final class Visitor implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final Way way;

  private Visitor(BrowserContext context, Way way) {
    this.context = context;
    this.page = context.newPage();
    this.way = way;
  }

  /** At the door, not yet signed in. */
  static Visitor stranger(Browser browser, RunningService service, Way way) {
    return strangerAt(service.base(), browser, way);
  }

  /** The same, come by an address of their own. */
  static Visitor strangerAt(URI base, Browser browser, Way way) {
    return new Visitor(
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setLocale("en-GB")
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(way.scripts())),
        way);
  }

  static Visitor signedIn(Browser browser, RunningService service, Way way, String name)
      throws IOException {
    Visitor visitor = stranger(browser, service, way);
    visitor.signIn(service.signIns().person(name));
    return visitor;
  }

  void signIn(SignIns.Person person) {
    go("/sign-in");
    type("Name for signing in", person.user());
    type("Password", person.password());
    person.totp().ifPresent(secret -> type("Code", OneTimeCode.unused(secret)));
    press("Sign in");
    page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
  }

  Page page() {
    return page;
  }

  void go(String path) {
    page.navigate(path);
  }

  /** A button or a link by what it says. */
  void press(String words) {
    Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    press(button.or(link).first());
  }

  void press(Locator what) {
    way.press(page, what);
  }

  void type(String label, String text) {
    way.type(page, page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)), text);
  }

  void choose(String label) {
    way.choose(page, page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
  }

  /** Sends a file on the page for it and comes to its receipt. */
  void send(String kind, String csv) {
    send(kind, csv, "**/submissions/*");
  }

  /** Sends a file and comes to the page that is named. */
  void send(String kind, String csv, String to) {
    chooseFile(kind, csv);
    press("Send");
    page.waitForURL(to);
  }

  /** Only tries a file, and comes to what would happen. */
  void attempt(String kind, String csv) {
    chooseFile(kind, csv);
    press("Only try it");
    page.waitForURL("**/submissions/trial");
  }

  private void chooseFile(String kind, String csv) {
    go("/submissions");
    choose(kind);
    var file = new FilePayload("list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    Locator field = page.getByLabel("File", new Page.GetByLabelOptions().setExact(true));
    if (way == Way.BY_KEYBOARD_ALONE) {
      page.waitForFileChooser(() -> press(field)).setFiles(file);
    } else {
      field.setInputFiles(file);
    }
  }

  /** Asks about a child who is in the department now. */
  void check(Child child) {
    go("/check");
    checkHere(child);
  }

  /** The same on the page where one is. */
  void checkHere(Child child) {
    fillIn(child);
    press(page.getByRole(AriaRole.BUTTON, exactly("Check")));
    page.waitForURL("**/check/*");
  }

  void fillIn(Child child) {
    type("NHS number", child.number());
    type("Day", String.valueOf(child.born().getDayOfMonth()));
    type("Month", String.valueOf(child.born().getMonthValue()));
    type("Year", String.valueOf(child.born().getYear()));
    choose("Injury");
    choose("Yes, in the department now");
  }

  /** Looks for a child, and comes to whoever fits. */
  void find(String known) {
    go("/find");
    findHere(known);
  }

  /** The same on the page where one is. */
  void findHere(String known) {
    type("What you know of the child", known);
    pressFind();
    page.waitForURL("**/find/*");
  }

  /** The button, and not the menu's entry. */
  void pressFind() {
    press(page.getByRole(AriaRole.BUTTON, exactly("Find")));
  }

  /** The answer's heading. */
  String answer() {
    return page.locator("main h1").first().innerText();
  }

  static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** All that can be read in the main part. */
  String main() {
    return page.locator("main").innerText();
  }

  @Override
  public void close() {
    context.close();
  }
}
