package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The coverage page on the demo community: what an official finds there, and what everybody. */
@Needs(Tool.CHROMIUM)
class CoverageTest {
  /** Where the demo leaves houses without patrols, and by far the most of its gap. */
  private static final String NEGLECTED = "东坡网格";

  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo());
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

  private int percent(String metric) {
    String said = find("[data-metric='" + metric + "'] .figure").textContent();
    return Integer.parseInt(said.replace("%", ""));
  }

  @Test
  void anOfficialFindsTheNeglectedCornerDrawsAPatrolThroughItAndSeesCoverageRise() {
    String oneTime = visitor.staff().make("official", "viewer");
    visitor.open("/coverage");
    find(".public-note button").click();
    visitor.enter("official", oneTime, "walks by every house");
    assertThat(find(".public-note")).hasCount(0);
    Locator worst = find(".worst-row").first();
    assertThat(worst.locator(".rank")).hasText("1");
    assertThat(worst.locator(".name")).hasText(NEGLECTED);
    visitor.untilDrawn();
    worst.click();
    assertThat(worst).hasAttribute("aria-pressed", "true");
    assertThat(find(".zone-line.chosen")).hasCount(1);
    int before = percent("coverage.buildings");

    find("#tab-what-if").click();
    find("[data-tool=patrol]").click();
    for (double[] place : new double[][] {{0.3, 0.3}, {0.7, 0.35}, {0.7, 0.55}, {0.3, 0.6}}) {
      press(place[0], place[1]);
    }
    assertThat(find(".point-list li")).hasCount(4);
    assertThat(find("[data-metric='coverage.buildings'].supposed .change.better")).isVisible();
    assertThat(percent("coverage.buildings")).isGreaterThan(before);
    assertThat(find(".headline [data-metric='coverage.buildings'] .stat-note"))
        .containsText("原为 " + before + "%");
    find("button:has-text('结束')").click();
    assertThat(find(".supposed")).hasCount(0);
    assertThat(percent("coverage.buildings")).isEqualTo(before);
  }

  @Test
  void theReportIsOnePageOfA4WithTheNumbersTheMapAndTheWorst() {
    visitor.asStaff().open("/coverage");
    assertThat(find(".worst-row").first()).isVisible();
    byte[] pdf = visitor.page().pdf(new PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(text).results().count())
        .isEqualTo(1);
    visitor
        .page()
        .emulateMedia(
            new com.microsoft.playwright.Page.EmulateMediaOptions()
                .setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(find(".masthead")).isHidden();
    assertThat(find(".worst-row").first()).isVisible();
    assertThat(find("#map")).isVisible();
    assertThat(find(".headline .stat").first()).isVisible();
  }

  @Test
  void aLinkShowsTheSameViewElsewhere() {
    visitor.asStaff().open("/coverage");
    find("[name=lens][value=hazard]").check();
    visitor.untilDrawn();
    find(".worst-row").first().click();
    String area = find(".chip.removable").textContent();
    String address = visitor.page().url();
    assertThat(address).contains("/coverage#v1", "lens=hazard", "area=");
    try (Visitor friend = Visitor.atDesk(ServedPortal.withDemo())) {
      friend.asStaff().open(address.substring(address.indexOf("/coverage")));
      assertThat(friend.find(".chip.removable")).hasText(area);
      assertThat(friend.find("[name=lens][value=hazard]")).isChecked();
    }
  }

  @Test
  void anAddressThatNamesAnotherLensMarksItAndTheWayBackTheOneBefore() {
    visitor.open("/coverage#v1&lang=en");
    visitor.page().evaluate("location.hash = '#v1&lens=access&lang=en'");
    assertThat(visitor.find("input[name=lens][value=access]")).isChecked();
    visitor.page().goBack();
    assertThat(visitor.find("input[name=lens][value=patrol]")).isChecked();
  }

  @Test
  void theDayThatIsChosenMovesNumbersAndMapTogetherAndCanBeComparedWithAnother() {
    visitor.asStaff().open("/coverage");
    String now = find("[data-metric='gap.person_days'] .figure").textContent();
    find("#asof").fill("20");
    assertThat(find("[data-metric='gap.person_days'] .figure")).not().hasText(now);
    assertThat(visitor.page()).hasURL(Pattern.compile("asof=2026-06-06T10:00:00Z"));
    visitor.untilDrawn();
    assertThat(visitor.requests())
        .anyMatch(url -> url.contains("patrol_gaps/tiles") && url.contains("2026-06-06"));
    find(".timeline .toggle input").check();
    assertThat(find(".swipe")).isVisible();
    assertThat(find(".headline .change").first()).isVisible();
    assertThat(visitor.page()).hasURL(Pattern.compile("versus=2026-05-30T10:00:00Z"));
  }

  @Test
  void aClassOfTheLegendIsShownAlone() {
    visitor.asStaff().open("/coverage");
    find("[data-class=never]").click();
    assertThat(find("[data-class=never]")).hasAttribute("aria-pressed", "true");
    assertThat(visitor.page()).hasURL(Pattern.compile("class=never"));
  }

  @Test
  void everyNumberTellsHowItIsMadeAndShowsTheRowsBehindIt() {
    visitor.asStaff().open("/coverage");
    find("[data-metric='coverage.need'] .about").click();
    assertThat(find("dialog dl")).containsText("Σ w");
    find("dialog button:has-text('计入的')").click();
    assertThat(find("dialog tbody tr").first()).isVisible();
    int rows = find("dialog tbody tr").count();
    assertThat(find("dialog button:has-text('计入的')")).hasText("计入的 " + rows + " 行");
  }

  @Test
  void thePublicSeesCommunitiesAndNoBuilding() {
    visitor.open("/coverage");
    assertThat(find(".worst-row").first()).containsText(NEGLECTED);
    assertThat(find("[data-metric='gap.person_days']")).hasCount(0);
    assertThat(find(".heat")).hasCount(0);
    find("#tab-what-if").click();
    assertThat(find("[data-tool]")).hasCount(0);
    assertThat(visitor.requests()).noneMatch(url -> url.contains("/staff/"));
  }

  @Test
  void onFootFewerHaveAGreenSpaceWithinReachThanAsTheCrowFlies() {
    visitor.open("/coverage#v1&lens=access");
    int straight = percent("access.share");
    find("[name=mode][value=walk]").check();
    assertThat(find("[data-metric='access.share'] .figure")).not().hasText(straight + "%");
    assertThat(percent("access.share")).isLessThan(straight);
    assertThat(visitor.page()).hasURL(Pattern.compile("mode=walk"));
  }

  @Test
  void nothingIsAskedOfAnotherHostAndTheConsoleStaysEmpty() {
    visitor.asStaff().open("/coverage");
    for (String lens : List.of("hazard", "access", "patrol")) {
      find("[name=lens][value=" + lens + "]").check();
      assertThat(find(".headline .stat").first()).isVisible();
      visitor.untilDrawn();
    }
    find("[data-language=bo]").click();
    assertThat(find("html")).hasAttribute("lang", "bo");
    find(".theme").click();
    find(".pages a").first().click();
    assertThat(find(".layer-list")).isVisible();
    visitor.untilDrawn();
    assertThat(visitor.requests())
        .allMatch(
            url ->
                url.startsWith(ServedPortal.withDemo().origin() + "/") || url.startsWith("blob:"));
    assertThat(visitor.complaints()).isEmpty();
  }
}
