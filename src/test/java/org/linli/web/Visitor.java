package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Somebody at the map page: a window of their own, and what the page said and asked for there. */
final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MS = 60_000;

  /** For who takes pictures by the hundred: what is long in coming is no fault of a picture. */
  static final double LONG_PATIENCE_MS = 1_200_000;

  private final ServedPortal portal;
  private final BrowserContext window;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private double patienceMs = PATIENCE_MS;

  private Visitor(ServedPortal portal, Browser.NewContextOptions options) {
    this.portal = portal;
    this.window = Chromium.browser().newContext(options);
    window.setDefaultTimeout(PATIENCE_MS);
    this.page = window.newPage();
    page.onConsoleMessage(said -> complaints.add(said.type() + ": " + said.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    window.onRequest(request -> requests.add(request.url()));
  }

  /** At a desk: a window of 1440 × 900. */
  static Visitor atDesk(ServedPortal portal) {
    return new Visitor(portal, window(1440, 900));
  }

  /** With a phone of 390 × 844. */
  static Visitor withPhone(ServedPortal portal) {
    return new Visitor(portal, window(390, 844).setHasTouch(true).setIsMobile(true));
  }

  static Visitor with(ServedPortal portal, Browser.NewContextOptions options) {
    return new Visitor(portal, options);
  }

  /**
   * A window in Shanghai's time, light, without animations: what it shows does not depend on when.
   */
  static Browser.NewContextOptions window(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("zh-CN")
        .setTimezoneId("Asia/Shanghai")
        .setColorScheme(ColorScheme.LIGHT)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** Has signed in as the administrator before. */
  Visitor asStaff() {
    staff().enterAsAdmin();
    return this;
  }

  /**
   * Comes in by the door of the page with a one-time password, in place of which they choose
   * another.
   */
  Visitor enter(String name, String oneTimePassword, String chosen) {
    find("#staff-name").fill(name);
    find("#staff-password").fill(oneTimePassword);
    find("dialog [type=submit]").click();
    find("#staff-next").fill(chosen);
    find("dialog [type=submit]").click();
    return this;
  }

  /** How this window becomes one of staff, or none, without its page. */
  StaffAccess staff() {
    return new StaffAccess(portal, window.request());
  }

  /** Opens the map at an address that begins with {@code /} and waits until all of it is drawn. */
  Visitor open(String path) {
    page.navigate(portal.address(path));
    return untilDrawn();
  }

  Visitor untilDrawn() {
    assertThat(page.locator("#map"))
        .hasAttribute(
            "aria-busy",
            "false",
            new LocatorAssertions.HasAttributeOptions().setTimeout(patienceMs));
    return this;
  }

  /** From now on waits for what must come, however long others keep the machine busy. */
  Visitor patient() {
    patienceMs = LONG_PATIENCE_MS;
    window.setDefaultTimeout(patienceMs);
    return this;
  }

  /**
   * Lets the server's answers through to the page, with their bodies as {@code change} makes them
   * of what came. What the page still asks for when its window is closed is let go.
   */
  Visitor alter(String addresses, UnaryOperator<String> change) {
    page.route(addresses, route -> alter(route, change));
    return this;
  }

  private void alter(Route route, UnaryOperator<String> change) {
    try {
      APIResponse answer = route.fetch();
      route.fulfill(new FulfillOptions().setResponse(answer).setBody(change.apply(answer.text())));
    } catch (PlaywrightException failed) {
      if (!page.isClosed()) {
        throw failed;
      }
    }
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** What stands after the # of the address. */
  String address() {
    return page.url().replaceFirst("^[^#]*#?", "");
  }

  /** Everything the page wrote to its console, and its errors. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The addresses of everything that was asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    window.close();
  }
}
