package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The coverage page when what it asks for fails: it says so, leads on, and loses nothing typed. */
@Needs(Tool.CHROMIUM)
class CoverageFailuresTest {
  private static final String ALERT = ".coverage-notices [role=alert]";
  private static final String GAP = "[data-metric='gap.person_days']";
  private static final Consumer<Route> WORKS = Route::resume;
  private static final Consumer<Route> SILENT = Route::abort;

  private Visitor visitor;
  private final AtomicReference<Consumer<Route>> way = new AtomicReference<>(WORKS);

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo()).asStaff();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private Locator find(String selector) {
    return visitor.find(selector);
  }

  /** What is asked for at such addresses goes the present {@link #way}. */
  private void stand(String addresses) {
    visitor.page().context().route(addresses, route -> way.get().accept(route));
  }

  private static Consumer<Route> answering(int status, String detail) {
    return route ->
        route.fulfill(
            new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody("{\"status\":" + status + ",\"detail\":\"" + detail + "\"}"));
  }

  @Test
  void tilesThatDoNotComeAreToldAndAskedForAgain() {
    stand("**/tiles/**");
    way.set(SILENT);
    visitor.page().navigate(ServedPortal.withDemo().address("/coverage"));
    assertThat(find(ALERT)).containsText("地图");
    assertThat(find(GAP)).isVisible();
    assertThat(find(".coverage-charts .panel").first()).isVisible();
    way.set(WORKS);
    find(ALERT + " button").click();
    assertThat(find(ALERT)).hasCount(0);
    visitor.untilDrawn();
    assertThat(find("#map .cell canvas").first()).isVisible();
  }

  @Test
  void aLayerThatIsGoneWhileItIsLookedAtIsToldWithTheWayOn() {
    stand("**/patrol_gaps/tiles/**");
    visitor.open("/coverage");
    way.set(answering(404, "no such layer"));
    find("#asof").fill("12");
    assertThat(find(ALERT)).isVisible();
    assertThat(find(ALERT + " button")).isVisible();
    assertThat(find(GAP)).isVisible();
    way.set(WORKS);
    // The page may have found the layer again by itself, and then there is nothing to press.
    visitor.page().evaluate("button => document.querySelector(button)?.click()", ALERT + " button");
    assertThat(find(ALERT)).hasCount(0);
  }

  @Test
  void aServerThatGoesAwayWhileSomebodyDrawsTakesNothingOfWhatWasDrawnOrTyped() {
    stand("**/what-if*");
    visitor.open("/coverage");
    find("#tab-what-if").click();
    find("[data-tool=patrol]").click();
    way.set(SILENT);
    find("input[name=speed]").fill("5.5");
    find(".add-point").click();
    find("#map").focus();
    visitor.page().keyboard().press("ArrowRight");
    find(".add-point").click();
    Locator answer = find(".what-if-answer");
    assertThat(answer.locator("[role=alert]")).isVisible();
    assertThat(find(".point-list li")).hasCount(2);
    assertThat(find("input[name=speed]")).hasValue("5.5");
    way.set(WORKS);
    answer.locator("[role=alert] button").click();
    assertThat(answer.locator("[role=alert]")).hasCount(0);
    assertThat(find(".point-list li")).hasCount(2);
  }

  @Test
  void aWhatIfThatIsRefusedSaysWhyInTheServersWords() {
    stand("**/what-if*");
    visitor.open("/coverage");
    find("#tab-what-if").click();
    find("[data-tool=green]").click();
    way.set(answering(422, "This cannot be supposed."));
    find(".add-point").click();
    assertThat(find(".what-if-answer [role=alert]")).containsText("This cannot be supposed.");
    assertThat(find(".point-list li")).hasCount(1);
    assertThat(find(".draft-handle")).hasCount(1);
  }

  @Test
  void aRoundThatCannotBeHadIsToldAndAskedForAgain() {
    stand("**/next-round*");
    visitor.open("/coverage");
    find("#tab-round").click();
    way.set(SILENT);
    find(".round .tool-list button").first().click();
    assertThat(find(".round [role=alert]")).containsText("没有得到回应");
    way.set(WORKS);
    find(".round [role=alert] button").click();
    assertThat(find(".round .worst-row").first()).isVisible();
  }

  @Test
  void aDayThatCannotBeHadLeavesTheOneBeforeAndTheSliderWhereItWasPut() {
    stand("**/api/analyses/patrol?*");
    visitor.open("/coverage");
    assertThat(find(".coverage")).hasAttribute("data-days", "ready");
    way.set(answering(503, "Busy; try again."));
    find("#asof").fill("3");
    assertThat(find(ALERT)).containsText("Busy; try again.");
    assertThat(find("#asof")).hasValue("3");
    assertThat(find(GAP)).isVisible();
    way.set(WORKS);
    find(ALERT + " button").first().click();
    assertThat(find(ALERT)).hasCount(0);
    assertThat(visitor.address()).contains("asof=2026-05-20");
  }
}
