package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * What of WCAG a machine can check on the pages that the server writes: each in every language,
 * light and dark, on a desk and on a phone.
 */
@Needs(Tool.CHROMIUM)
class WrittenPagesAccessibilityTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();

  /** With a release that was made here, so that there is something on its page. */
  @Test
  void nothingGraveStandsInTheWayOfWhoeverReadsReleasesAndTheApi() {
    try (Visitor visitor = Visitor.atDesk(PORTAL)) {
      check(visitor, "/releases/" + visitor.asStaff().staff().release(visitor.page()));
      check(visitor, "/releases");
      check(visitor, "/ogc");
      check(visitor, "/ogc/collections/projects");
      check(visitor, "/ogc/collections/projects/items?limit=5");
      check(visitor, "/ogc/collections/projects/items/LT-P005");
      check(visitor, "/releases/none");
    }
  }

  /** A page that the server writes comes in one language. */
  private static void check(Visitor visitor, String path) {
    for (Look look : Look.ALL) {
      look.in(visitor.page());
      String query = path.contains("?") ? "&" : "?";
      visitor.page().navigate(PORTAL.address(path + query + "f=html&lang=" + look.language()));
      assertThat(visitor.find("main h1")).isVisible();
      look.assertNothingGrave(visitor.page(), path);
    }
  }
}
