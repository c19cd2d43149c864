package org.linli.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.linli.testing.Tool;

/**
 * The system's Chromium, started once for all tests of the run. Playwright's driver ends it, and
 * itself, when the run does: its way in is closed then.
 */
final class Chromium {
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser BROWSER =
      PLAYWRIGHT
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(Tool.CHROMIUM.get())
                  .setArgs(List.of("--no-sandbox", "--font-render-hinting=none")));

  /** As patient as a visitor: another's work on the machine makes no test fail. */
  private static final double PATIENCE_MS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  private Chromium() {}

  static Browser browser() {
    return BROWSER;
  }
}
