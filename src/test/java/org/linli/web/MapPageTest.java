package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The map page in a browser, on the demo community: what a reader sees and can do. */
@Needs(Tool.CHROMIUM)
class MapPageTest {
  /**
   * The middle of building 44 of the estate, homes over shops; no name is written on the left part.
   */
  private static final String AT_BUILDING_44 = "/#v1&at=18/36.04170/101.43281";

  private static final double MIDDLE_X = 720;

  /** Half of what the masthead of 54 pixels leaves. */
  private static final double MIDDLE_Y = 477;

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

  @Test
  void theCommunityIsPaintedWhereItIs() {
    visitor.open("/");
    assertThat(Painted.around(visitor.page(), 900, MIDDLE_Y, 150).size()).isGreaterThan(45_000);
    assertThat(Painted.around(visitor.page(), 900, 94, 20)).isEmpty();
  }

  @Test
  void aBuildingHasTheColourThatTheLegendGivesItsUse() {
    visitor.open(AT_BUILDING_44);
    find("[aria-controls=legend-buildings]").click();
    String colour = find("#legend-buildings li:has-text('商住') .swatch rect").getAttribute("fill");
    assertThat(Painted.around(visitor.page(), MIDDLE_X, MIDDLE_Y, 3))
        .hasSizeGreaterThan(40)
        .containsOnly(colour);
  }

  @Test
  void aClickOnABuildingOpensItsCardWithTheWordsOfItsFields() {
    visitor.open(AT_BUILDING_44);
    visitor.page().mouse().click(MIDDLE_X, MIDDLE_Y);
    assertThat(find(".card-name")).hasText("44号楼");
    assertThat(find(".eyebrow")).hasText("楼栋 · 商住");
    assertThat(find(".facts div:has(dt:text-is('层数')) dd")).hasText("6");
    assertThat(find(".facts div:has(dt:text-is('所属社区')) dd")).hasText("东坡网格");
    assertThat(visitor.address()).contains("feature=buildings/DJ-44");
  }

  @Test
  void theSearchFindsAProjectByPartOfItsNameAndGoesThere() {
    visitor.open("/");
    find("#search").fill("轮胎花园");
    find("[role=option]:has-text('微更新项目')").click();
    assertThat(find(".card-name")).hasText("63号楼后轮胎花园");
    visitor.untilDrawn();
    assertThat(visitor.address()).contains("feature=projects/LT-P005");
    assertThat(find(".chosen-line")).isVisible();
  }

  @Test
  void theAddressOfAViewRestoresItElsewhere() {
    visitor.open("/");
    find("[data-layer=hazards] [role=switch]").uncheck();
    find("[data-language=en]").click();
    find("#search").fill("轮胎花园");
    find("[role=option]:has-text('Projects')").click();
    assertThat(find(".card-name")).hasText("The tyre garden behind building 63");
    visitor.untilDrawn();
    String address = visitor.address();
    try (Visitor friend = Visitor.atDesk(ServedPortal.withDemo())) {
      friend.open("/#" + address);
      assertThat(friend.find(".card-name")).hasText("The tyre garden behind building 63");
      assertThat(friend.find("html")).hasAttribute("lang", "en");
      friend.find(".back").click();
      assertThat(friend.find("[data-layer=hazards] [role=switch]")).not().isChecked();
      assertThat(friend.find("[data-layer=buildings] [role=switch]")).isChecked();
      assertThat(part(friend.address(), "at")).isEqualTo(part(address, "at"));
    }
  }

  private static String part(String address, String name) {
    return address.replaceFirst("^.*\\b" + name + "=([^&]*).*$", "$1");
  }

  @Test
  void anotherLanguageKeepsThePlaceTheLayersAndTheCard() {
    visitor.open(AT_BUILDING_44 + "&layers=buildings,paths&feature=buildings/DJ-44");
    assertThat(find(".card-name")).hasText("44号楼");
    find("[data-language=bo]").click();
    assertThat(find(".card-name")).hasText("ཁང་བརྩེགས་ཨང་44");
    assertThat(find("[data-language=bo]")).isFocused();
    visitor.untilDrawn();
    assertThat(visitor.address())
        .contains("at=18/36.04170/101.43281", "layers=buildings,paths", "lang=bo");
  }

  @Test
  void aLayerThatIsSwitchedOffIsNeitherPaintedNorListed() {
    visitor.open(AT_BUILDING_44 + "&layers=buildings");
    assertThat(Painted.around(visitor.page(), MIDDLE_X, MIDDLE_Y, 3)).isNotEmpty();
    find("[data-layer=buildings] [role=switch]").uncheck();
    visitor.untilDrawn();
    assertThat(Painted.around(visitor.page(), MIDDLE_X, MIDDLE_Y, 3)).isEmpty();
    find("#tab-list").click();
    assertThat(find("#panel-list")).containsText("没有显示图层");
  }

  @Test
  void whatIsInViewIsAlsoAListThatOpensTheCards() {
    visitor.open("/#v1&at=17/36.04000/101.43030&tab=list&layers=buildings");
    Locator rows = find("#panel-list .rows button");
    assertThat(rows).hasCount(Integer.parseInt(find("#tab-list .badge").textContent()));
    rows.first().click();
    assertThat(find(".card")).isVisible();
    find(".back").click();
    assertThat(rows.first()).isFocused();
  }

  @Test
  void aClassChosenInTheLegendLeavesTheOthersFaint() {
    visitor.open(AT_BUILDING_44 + "&layers=buildings");
    find("[aria-controls=legend-buildings]").click();
    find("#legend-buildings li:has-text('住宅') button").click();
    visitor.untilDrawn();
    String mixed = find("#legend-buildings li:has-text('商住') .swatch rect").getAttribute("fill");
    assertThat(Painted.around(visitor.page(), MIDDLE_X, MIDDLE_Y, 3))
        .isNotEmpty()
        .doesNotContain(mixed);
  }

  @Test
  void nothingIsAskedOfAnotherHostAndTheConsoleStaysEmpty() {
    visitor.open("/");
    find("#search").fill("花园");
    find("[role=option]").first().click();
    assertThat(find(".card-body")).not().hasAttribute("aria-busy", "true");
    find("[data-language=bo]").click();
    visitor.untilDrawn();
    find(".theme").click();
    visitor.untilDrawn();
    assertThat(visitor.requests())
        .hasSizeGreaterThan(60)
        .allMatch(url -> url.startsWith(ServedPortal.withDemo().origin() + "/"));
    assertThat(visitor.complaints()).isEmpty();
  }
}
