package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The official's story and tools from the first Tab to the last, without a pointer. */
@Needs(Tool.CHROMIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageByKeyboardTest {
  private static final String MAP = "#map";
  private static final String BUILDINGS = "[data-metric='coverage.buildings']";

  private Visitor visitor;
  private Keys keys;

  @BeforeAll
  void comeIn() {
    visitor = Visitor.atDesk(ServedPortal.withDemo());
    keys = new Keys(visitor.page());
  }

  /** The next to come finds no focus, nothing drawn and nobody in. */
  @AfterEach
  void leavePage() {
    visitor.staff().leave();
    visitor.page().navigate("about:blank");
  }

  @AfterAll
  void leave() {
    visitor.close();
  }

  private Locator find(String selector) {
    return visitor.find(selector);
  }

  private void openAsStaff(String address) {
    visitor.asStaff().open(address);
    assertThat(find(".worst-row").first()).isVisible();
  }

  /** A panel beside the map: the tabs are one stop, and arrows walk among them. */
  private void openPanel(String id) {
    keys.to("[role=tab]");
    for (int i = 0; i < 3 && !keys.areAt("#tab-" + id); i++) {
      keys.press("ArrowRight");
    }
    assertThat(find("#tab-" + id)).isFocused();
    assertThat(find("#panel-" + id)).isVisible();
  }

  private int percent(String metric) {
    return Integer.parseInt(find(metric + " .figure").textContent().replace("%", ""));
  }

  @Test
  void anOfficialComesInFindsTheWorstDrawsAPatrolThroughItSeesCoverageRiseAndPrints() {
    String oneTime = visitor.staff().make("patroller", "viewer");
    visitor.open("/coverage#v1&lang=en");
    keys.to(".public-note button").press("Enter");
    assertThat(find("#staff-name")).isFocused();
    keys.type("patroller").press("Tab").type(oneTime).press("Enter");
    assertThat(find("#staff-next")).isFocused();
    keys.type("walks by every house").press("Enter");
    assertThat(find(".public-note")).hasCount(0);
    Locator worst = find(".worst-row").first();
    assertThat(worst.locator(".name")).hasText("East Slope grid");
    int before = percent(BUILDINGS);

    keys.to(".worst-row").press("Enter");
    assertThat(worst).hasAttribute("aria-pressed", "true");
    assertThat(worst).isFocused();
    visitor.untilDrawn();
    keys.backTo("[role=tab]");
    keys.press("ArrowRight", "ArrowRight");
    assertThat(find("#tab-what-if")).isFocused();
    keys.to("[data-tool=patrol]").press("Enter");
    assertThat(find(".add-point")).isFocused();
    keys.backTo(MAP).press("Enter", "ArrowRight", "Enter");
    assertThat(find(".point-list li")).hasCount(2);
    assertThat(find(BUILDINGS + ".supposed .change.better")).isVisible();
    assertThat(percent(BUILDINGS)).isGreaterThan(before);
    keys.to("[data-key=end]").press("Enter");
    assertThat(find(".supposed")).hasCount(0);
    assertThat(percent(BUILDINGS)).isEqualTo(before);
    assertThat(find("[data-tool=patrol]")).isFocused();

    visitor.page().evaluate("window.print = () => document.body.dataset.printed = 'yes'");
    keys.backTo("[data-key=print]").press("Enter");
    assertThat(find("body")).hasAttribute("data-printed", "yes");
  }

  @Test
  void theNextRoundIsAskedForSeenAndTakenAlong() {
    openAsStaff("/coverage#v1&lang=en");
    openPanel("round");
    keys.to(".round select").type("30").to(".round .strong").press("Enter");
    Locator stops = find(".round .worst-row");
    assertThat(stops.first()).isVisible();
    assertThat(find(".draft-handle")).hasCount(stops.count());
    String whole = visitor.address();
    keys.to(".round [data-key=gpx]");
    Download taken = visitor.page().waitForDownload(() -> keys.press("Enter"));
    assertThat(taken.suggestedFilename()).isEqualTo("next-round.gpx");
    keys.to(".round .worst-row").press("Enter");
    assertThat(visitor.page()).not().hasURL(Pattern.compile(Pattern.quote(whole) + "$"));
    keys.backTo(".round [data-key=end]").press("Enter");
    assertThat(stops).hasCount(0);
    assertThat(find(".draft-handle")).hasCount(0);
    assertThat(find(".round .strong")).isFocused();
  }

  @Test
  void theDaysArePlayedAndTwoOfThemCompared() {
    openAsStaff("/coverage#v1&lang=en");
    keys.to("#asof").press("Home");
    assertThat(find("#asof")).hasAttribute("aria-valuetext", Pattern.compile("17 May 2026.*"));
    keys.backTo(".play").press("Enter");
    assertThat(find(".play")).hasAttribute("aria-label", "Pause");
    assertThat(find("#asof")).hasValue("1");
    keys.press("Space");
    assertThat(find(".play")).hasAttribute("aria-label", "Play day by day");
    keys.to("#asof").press("End", "ArrowLeft");
    assertThat(find(MAP)).hasAttribute("data-moment", "2026-06-14T10:00:00Z");

    keys.to(".timeline .toggle input").press("Space");
    assertThat(find(".swipe-line")).isVisible();
    assertThat(find(".headline .change").first()).isVisible();
    keys.backTo("#versus");
    String then = find("#versus").getAttribute("aria-valuetext");
    keys.press("ArrowLeft");
    assertThat(find("#versus")).not().hasAttribute("aria-valuetext", then);
    keys.backTo(".swipe").press("ArrowLeft", "ArrowLeft");
    assertThat(find(".swipe")).hasValue("48");
    keys.to(".timeline .toggle input").press("Space");
    assertThat(find(".swipe-line")).isHidden();
  }

  @Test
  void aGreenSpaceIsPutOnTheMapMovedAndTakenAway() {
    openAsStaff("/coverage#v1&lens=access&lang=en");
    openPanel("what-if");
    keys.to("[data-tool=green]").press("Enter").backTo(MAP).press("Enter");
    Locator said = find(".what-if-answer");
    assertThat(said.locator(".facts")).isVisible();
    String before = said.textContent();
    Locator place = find(".point-list li > span");
    String first = place.textContent();
    Object drawn = find(".draft-handle").boundingBox().x;

    keys.press("ArrowLeft", "ArrowLeft", "ArrowLeft").to("[data-key=to-middle-0]");
    assertThat(find(".draft-handle")).hasCount(1);
    keys.press("Enter");
    assertThat(place).not().hasText(first);
    assertThat(said).not().hasText(before);
    assertThat(said.locator(".facts")).isVisible();
    assertThat(find("[data-key=to-middle-0]")).isFocused();
    assertThat(find(".draft-handle").boundingBox().x).isEqualTo(drawn);

    keys.to("[data-key=point-0]").press("Enter");
    assertThat(find(".point-list")).hasCount(0);
    assertThat(find(".draft-handle")).hasCount(0);
    assertThat(said).hasText("");
    assertThat(find(".add-point")).isFocused();
  }

  @Test
  void theFirstStopLeadsToTheContentAndThePagesFollowInOrder() {
    visitor.open("/coverage#v1&lang=en");
    keys.press("Tab");
    assertThat(find("#skip")).isFocused();
    keys.press("Enter");
    assertThat(find("main")).isFocused();
    keys.backTo(".pages li:first-child a").press("Enter");
    assertThat(find(".layer-list")).isVisible();
    assertThat(find(MAP)).isFocused();
  }
}
