package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * What of WCAG a machine can check on the projects, data and accounts pages: each in every
 * language, light and dark, on a desk and on a phone. A page is opened once, and then switched.
 */
@Needs(Tool.CHROMIUM)
class PagesAccessibilityTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String PRESSED = "[data-language=%s][aria-pressed=true]";

  /**
   * Ten projects in five stages: a hundred more of the same would be checked for nothing, at
   * length.
   */
  private static final String FEW = "kind%3Dgreening%3Bcommunity_code~*LT36%3Bcost~1..";

  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(PORTAL);
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  /**
   * @param path without a language
   * @param awaited what has to be there before the page is checked
   */
  private void check(String path, String awaited) {
    visitor.page().navigate("about:blank");
    Look.ALL.get(0).in(visitor.page());
    visitor.page().navigate(PORTAL.address(path));
    assertThat(visitor.find(awaited).first()).isVisible();
    checkInEveryLook(path, awaited);
  }

  private void checkInEveryLook(String path, String awaited) {
    for (Look look : Look.ALL) {
      look.in(visitor.page());
      visitor
          .page()
          .evaluate("l => document.querySelector(`[data-language=${l}]`).click()", look.language());
      assertThat(visitor.find(PRESSED.formatted(look.language()))).isAttached();
      assertThat(visitor.find(awaited).first()).isVisible();
      look.assertNothingGrave(visitor.page(), path);
    }
  }

  @Test
  void nothingGraveStandsInAResidentsWay() {
    check("/projects#v1&kind=greening&area=LT36", ".project-card");
    check("/projects#v1&show=shares", ".plain-words");
    check("/projects/LT-P005#v1", ".effect .verdict");
    check("/projects/LT-P034#v1", ".stage.now");
    check("/projects/NO-SUCH#v1", ".project .missing");
  }

  @Test
  void norInAPlanners() {
    check("/data#v1", ".dataset");
    check("/data#v1&find=xyzzy", ".datasets .nothing");
    check("/data/projects#v1&where=" + FEW, ".preview table");
    visitor
        .page()
        .route(
            "**/hazards/items*",
            route ->
                route.fulfill(
                    new FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"no such filter\"}")));
    check("/data/hazards#v1&where=severity~2..", ".preview [role=alert]");
  }

  @Test
  void norAtTheDoorOfStaffNorBehindIt() {
    check("/accounts#v1", "main .strong");
    for (Look look : Look.ALL) {
      look.in(visitor.page());
      visitor.page().navigate("about:blank");
      visitor.page().navigate(PORTAL.address("/accounts#v1&lang=" + look.language()));
      visitor.find("main .strong").click();
      assertThat(visitor.find("dialog[open] #staff-name")).isFocused();
      look.assertNothingGrave(visitor.page(), "the door");
    }
    visitor.asStaff();
    check("/accounts#v1", ".account-list tbody tr");
    check("/data#v1", ".staff-only");
    check("/data/visits#v1", ".preview table");
  }
}
