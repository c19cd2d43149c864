package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;

/** The data pages on the demo community: what a planner takes away from there. */
@Needs(Tool.CHROMIUM)
class DataTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String GREEN = ".facet:has-text('Green space')";
  private static final String BUILDINGS = "/data/buildings#v1&lang=en";

  private static Visitor at(String path) {
    Visitor visitor = Visitor.atDesk(PORTAL);
    visitor.page().navigate(PORTAL.address(path));
    return visitor;
  }

  private static void assertQuiet(Visitor visitor) {
    assertThat(visitor.complaints()).isEmpty();
    assertThat(visitor.requests())
        .allMatch(url -> url.startsWith(PORTAL.origin()) || url.startsWith("blob:"));
  }

  @Test
  void theCatalogueIsFoundThroughByWordsAndByWhatThingsAre() {
    try (Visitor visitor = at("/data#v1&lang=en")) {
      assertThat(visitor.find(".dataset").first()).isVisible();
      visitor.find("#dataset-search").fill("hazards");
      assertThat(visitor.find(".dataset h3").first()).hasText("Hazards");
      visitor.find("#dataset-search").fill("");
      visitor.find(GREEN).click();
      assertThat(visitor.find(GREEN)).hasAttribute("aria-pressed", "true");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*topic=green.*"));
      visitor.find(".dataset a").first().click();
      assertThat(visitor.find(".dataset-page h1")).isVisible();
      visitor.find(".dataset-page .back").click();
      assertThat(visitor.find(GREEN)).hasAttribute("aria-pressed", "true");
      assertQuiet(visitor);
    }
  }

  @Test
  @Needs({Tool.CHROMIUM, Tool.GDAL})
  void aPlannerDrawsAnAreaFiltersAndGdalFindsExactlyTheRowsShown(@TempDir Path folder)
      throws IOException {
    try (Visitor visitor = at(BUILDINGS)) {
      visitor.find("#add-condition").selectOption("floors");
      Locator count = visitor.find(".count-now strong");
      assertThat(count).hasText(Pattern.compile("\\d+ features?"));
      String all = count.textContent();
      visitor.find(".condition .range input").first().fill("7");
      assertThat(count).not().hasText(all);
      String tall = count.textContent();
      draw(visitor);
      Locator rows = visitor.find(".preview tbody tr");
      assertThat(count).not().hasText(tall);
      assertThat(count).hasText(Pattern.compile("\\d+ features?"));
      String shown = visitor.find(".count-now strong").textContent();
      assertThat(rows).hasCount(Math.min(20, Integer.parseInt(shown.replaceAll("\\D", ""))));
      List<String> codes = visitor.find(".preview tbody th code").allTextContents();
      assertThat(codes).hasSizeBetween(2, 19);
      assertThat(visitor.find(".preview tbody td.numeric").first()).isVisible();

      assertThat(codesIn(downloaded(visitor, folder, "geojson"))).containsExactlyElementsOf(codes);
      visitor.find("#pick-format").selectOption("gpkg");
      visitor.find("#pick-crs").selectOption("4490");
      assertThat(visitor.find(".download"))
          .hasAttribute("href", Pattern.compile(".*crs=[^&]*4490.*"));
      Path file = downloaded(visitor, folder, "gpkg");
      assertThat(codesIn(file)).containsExactlyElementsOf(codes);
      assertThat(ogrinfo(file)).contains("China Geodetic Coordinate System 2000");
      assertQuiet(visitor);
    }
  }

  @Test
  void aDayIsSaidAsThePagesLanguageWritesItWhateverTheBrowsersIs() {
    try (Visitor visitor = at("/data/hazards#v1&lang=en")) {
      visitor.find(".times input").first().fill("2026-05-16");
      assertThat(visitor.find(".times .time-said").first()).hasText("16 May 2026");
      visitor.find("[data-language=bo]").click();
      assertThat(visitor.find(".times .time-said").first()).hasText("2026 ལོའི་ཟླ་ 5 ཚེས་ 16");
      assertQuiet(visitor);
    }
  }

  /** Four corners around the middle of the map. */
  private static void draw(Visitor visitor) {
    visitor.find(".place-ways button").first().click();
    BoundingBox map = visitor.find(".builder-map .plan").boundingBox();
    double[][] corners = {{0.46, 0.46}, {0.56, 0.46}, {0.56, 0.54}, {0.46, 0.54}};
    for (double[] corner : corners) {
      visitor.page().mouse().click(map.x + map.width * corner[0], map.y + map.height * corner[1]);
    }
    visitor.find(".place .strong").click();
    assertThat(visitor.page()).hasURL(Pattern.compile(".*ring=.*"));
    assertThat(visitor.find(".copy-box code").nth(1)).containsText("S_INTERSECTS");
    assertThat(visitor.find(".area-feed a"))
        .hasAttribute(
            "href", Pattern.compile("/feeds/[a-z_]+\\.atom\\?bbox=([-0-9.]+,){3}[-0-9.]+"));
  }

  private static Path downloaded(Visitor visitor, Path folder, String ending) {
    assertThat(visitor.find(".download"))
        .hasAttribute("href", Pattern.compile("/data/buildings\\." + ending + "\\?.*"));
    Download download = visitor.page().waitForDownload(() -> visitor.find(".download").click());
    Path file = folder.resolve("buildings." + ending);
    download.saveAs(file);
    return file;
  }

  private static List<String> codesIn(Path file) throws IOException {
    String said = ogrinfo(file);
    return Pattern.compile("(?m)^  (?:code|id) \\(String\\) = (.+)$")
        .matcher(said)
        .results()
        .map(MatchResult::group)
        .map(line -> line.replaceFirst("^.*= ", ""))
        .sorted()
        .toList();
  }

  private static String ogrinfo(Path file) throws IOException {
    return Program.run(Tool.GDAL, "-ro", "-al", file.toString());
  }

  @Test
  void theSameChoiceIsThereInAnotherWindowAndItsCallAnswersTheSame() {
    String path = "/data/projects#v1&where=kind%3Dgreening%2Cculture%3Bcost~5000..&lang=en";
    try (Visitor visitor = at(path)) {
      assertThat(visitor.find(".count-now strong")).hasText(Pattern.compile("\\d+ features"));
      String call = visitor.find(".copy-box code").first().textContent();
      Object matched =
          visitor
              .page()
              .evaluate("call => fetch(call).then(a => a.json()).then(a => a.numberMatched)", call);
      assertThat(visitor.find(".count-now strong")).hasText(matched + " features");
      assertThat(visitor.find(".condition .check input:checked")).hasCount(2);
      assertThat(visitor.find(".condition .range input").first()).hasValue("5000");
      assertThat(visitor.find(".copy-box code").nth(1))
          .hasText("kind IN ('greening', 'culture') AND cost >= 5000");
    }
  }

  @Test
  void anAreaIsDrawnAndAConditionPutByKeysAlone() {
    try (Visitor visitor = at("/data/hazards#v1&lang=en")) {
      Keyboard keys = visitor.page().keyboard();
      assertThat(visitor.find(".count-now strong")).hasText("1193 features");
      visitor.find(".place-ways button").first().focus();
      keys.press("Enter");
      for (String[] way :
          new String[][] {{"ArrowUp"}, {"ArrowRight"}, {"ArrowDown", "ArrowDown"}}) {
        visitor.find(".builder-map .plan").focus();
        for (String key : way) {
          keys.press(key);
          assertThat(visitor.find(".leaflet-pan-anim")).hasCount(0);
        }
        visitor.find(".place-ways button").first().focus();
        keys.press("Enter");
      }
      assertThat(visitor.find(".place [role=status]")).containsText("3 corners: enough");
      visitor.find(".place .strong").focus();
      keys.press("Enter");
      assertThat(visitor.find(".count-now strong")).not().hasText("1193 features");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*ring=.*"));
      assertThat(visitor.find(".place-ways button").first()).isFocused();
    }
  }

  @Test
  void aFilterThatTheServerRefusesIsSaidInItsWordsAndNothingTypedIsLost() {
    try (Visitor visitor = at("/data/projects#v1&lang=en&where=title~*garden")) {
      assertThat(visitor.find(".count-now strong")).isVisible();
      visitor
          .page()
          .route(
              "**/projects/items*",
              route ->
                  route.fulfill(
                      new FulfillOptions()
                          .setStatus(400)
                          .setContentType("application/problem+json")
                          .setBody("{\"detail\": \"no such filter\"}")));
      visitor.find(".condition-input input").fill("gardens");
      assertThat(visitor.find(".preview [role=alert]")).containsText("no such filter");
      assertThat(visitor.find(".condition-input input")).hasValue("gardens");
    }
  }
}
