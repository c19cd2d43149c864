package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import io.jenetics.jpx.GPX;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** What an official does with the coverage page's tools: drags, compares, plays, walks, prints. */
@Needs(Tool.CHROMIUM)
class CoverageToolsTest {
  private static final String GAP = "[data-metric='gap.person_days'] .figure";

  private Visitor visitor;

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

  private void press(double shareOfWidth, double shareOfHeight) {
    BoundingBox map = find("#map").boundingBox();
    visitor
        .page()
        .mouse()
        .click(map.x + map.width * shareOfWidth, map.y + map.height * shareOfHeight);
  }

  @Test
  void aGreenSpaceThatIsDraggedTakesItsReachAndTheNumbersWithItWhileItIsStillHeld() {
    visitor.open("/coverage#v1&lens=access");
    find("#tab-what-if").click();
    find("[data-tool=green]").click();
    press(0.5, 0.5);
    Locator said = find(".what-if-answer");
    assertThat(find(".draft-handle")).hasCount(1);
    assertThat(said).not().hasText("");
    assertThat(said.locator(".skeleton")).hasCount(0);
    String before = said.textContent();
    String place = find(".point-list li").textContent();
    BoundingBox handle = find(".draft-handle").boundingBox();
    visitor.page().mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    visitor.page().mouse().down();
    visitor.page().mouse().move(handle.x - 260, handle.y + 150);
    assertThat(find(".point-list li")).not().hasText(place);
    assertThat(said).not().hasText(before);
    BoundingBox held = find(".draft-handle").boundingBox();
    BoundingBox reach = find(".draft-reach").boundingBox();
    assertThat(held.x + held.width / 2).isCloseTo(reach.x + reach.width / 2, within(2.0));
    assertThat(held.y + held.height / 2).isCloseTo(reach.y + reach.height / 2, within(2.0));
    String there = find(".point-list li").textContent();
    visitor.page().mouse().up();
    assertThat(find(".point-list li")).hasText(there);
  }

  @Test
  void aProjectThatIsDrawnSaysWhomItReaches() {
    visitor.open("/coverage");
    find("#tab-what-if").click();
    find("[data-tool=project]").click();
    press(0.45, 0.5);
    assertThat(find(".what-if-answer [data-metric='reach.residents']")).isVisible();
    assertThat(find(".draft-reach")).hasCount(1);
    find("input[name=cost]").fill("90000");
    find("input[name=cost]").press("Tab");
    assertThat(find("input[name=cost]")).hasValue("90000");
    assertThat(find(".what-if-answer [data-metric='reach.residents']")).isVisible();
  }

  @Test
  void theSuggestedRoundIsShownTakenAlongAndPrinted() {
    visitor.open("/coverage");
    find("#tab-round").click();
    find(".round button.strong, .round .tool-list button").first().click();
    assertThat(find(".round .worst-row").first()).isVisible();
    int stops = find(".round .worst-row").count();
    assertThat(find(".draft-handle")).hasCount(stops);
    assertThat(find(".draft-line")).hasCount(1);
    Download gpx = visitor.page().waitForDownload(() -> find("button:has-text('GPX')").click());
    assertThat(gpx.suggestedFilename()).isEqualTo("next-round.gpx");
    assertThat(read(gpx).getRoutes().size() + read(gpx).getTracks().size()).isPositive();
    visitor.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(find(".round .worst-row").last()).isVisible();
    assertThat(find(".round .tool-list").first()).isHidden();
    assertThat(find("#map")).isVisible();
  }

  private static GPX read(Download gpx) {
    try {
      return GPX.Reader.of(GPX.Reader.Mode.LENIENT).read(gpx.path());
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  void theDaysArePlayedOneAfterTheOtherUntilSomebodyStopsThem() {
    visitor.open("/coverage");
    find("#asof").fill("25");
    find(".play").click();
    assertThat(find(".play")).hasAttribute("aria-label", "暂停");
    assertThat(find("#asof")).hasValue("27");
    find(".play").click();
    assertThat(find(".play")).hasAttribute("aria-label", "逐日播放");
    String stopped = find("#asof").inputValue();
    assertThat(find("#map")).hasAttribute("data-moment", Pattern.compile("2026-06-1.*"));
    assertThat(find("#asof")).hasValue(stopped);
  }

  @Test
  void twoDaysAreComparedByALineThatIsSwiped() {
    visitor.open("/coverage");
    find(".timeline .toggle input").check();
    assertThat(find(".swipe-line")).isVisible();
    visitor.untilDrawn();
    double before = find(".swipe-line").boundingBox().x;
    find(".swipe").focus();
    for (int i = 0; i < 20; i++) {
      visitor.page().keyboard().press("ArrowLeft");
    }
    assertThat(find(".swipe")).hasValue("30");
    assertThat(find(".swipe-line").boundingBox().x).isLessThan(before - 50);
    find("#versus").focus();
    String then = find("#versus").getAttribute("aria-valuetext");
    visitor.page().keyboard().press("ArrowLeft");
    assertThat(find("#versus")).not().hasAttribute("aria-valuetext", then);
    assertThat(find(".headline .change").first()).isVisible();
  }

  @Test
  void theSlidersNextStepNeedsNobodysAnswer() {
    visitor.open("/coverage");
    assertThat(find(".coverage")).hasAttribute("data-days", "ready");
    String now = find(GAP).textContent();
    long asked = visitor.requests().stream().filter(url -> url.contains("/api/analyses/")).count();
    long tiles = visitor.requests().stream().filter(url -> url.contains("/tiles/")).count();
    visitor.page().route("**/staff/**", route -> route.abort());
    find("#asof").focus();
    visitor.page().keyboard().press("ArrowLeft");
    assertThat(find("#map")).hasAttribute("data-moment", "2026-06-14T10:00:00Z");
    assertThat(find(".coverage-charts")).hasAttribute("data-moment", "2026-06-14T10:00:00Z");
    assertThat(find(GAP)).not().hasText(now);
    assertThat(asked).isPositive();
    assertThat(tiles).isPositive();
    assertThat(find(".coverage-notices [role=alert]")).hasCount(0);
  }

  @Test
  void theWeekTellsHowManyNightsPassWithoutAnybodyInTheCommunityThatIsChosen() {
    visitor.open("/coverage");
    assertThat(find(".blind-nights")).containsText("%");
    String all = find(".blind-nights").textContent();
    visitor.page().evaluate("location.hash = location.hash + '&area=DJ-G3'");
    assertThat(find(".chip.removable")).isVisible();
    assertThat(find(".blind-nights")).not().hasText(all);
  }

  @Test
  void theRowsBehindANumberAreReachedByKeysAlone() {
    visitor.open("/coverage");
    find("[data-metric='coverage.need'] .about").focus();
    visitor.page().keyboard().press("Enter");
    assertThat(find("dialog")).isVisible();
    find("dialog button:has-text('计入的')").focus();
    visitor.page().keyboard().press("Enter");
    assertThat(find("dialog tbody tr").first()).isVisible();
    visitor.page().keyboard().press("Escape");
    assertThat(find("dialog")).hasCount(0);
    assertThat(find("[data-metric='coverage.need'] .about")).isFocused();
  }

  @Test
  void theReportHasTheSameExtentOfTheMapAsTheScreenOnOnePage() {
    visitor.open("/coverage");
    assertThat(find(".worst-row").first()).isVisible();
    String shown = visitor.address();
    BoundingBox screen = find("#map").boundingBox();
    byte[] pdf = visitor.page().pdf(new PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(text).results().count())
        .isEqualTo(1);
    assertThat(Pattern.compile("/Subtype\\s*/Image").matcher(text).results().count())
        .as("squares of the map, painted on canvases, in the file")
        .isGreaterThanOrEqualTo(2);
    assertThat(find("#map").boundingBox().width).isEqualTo(screen.width);
    assertThat(visitor.address()).isEqualTo(shown);
    visitor.page().evaluate("window.dispatchEvent(new Event('beforeprint'))");
    visitor.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    BoundingBox paper = find("#map").boundingBox();
    assertThat(paper.width).isLessThanOrEqualTo(688);
    assertThat(paper.width / paper.height).isCloseTo(screen.width / screen.height, within(0.02));
    assertThat(visitor.address()).isEqualTo(shown);
  }
}
