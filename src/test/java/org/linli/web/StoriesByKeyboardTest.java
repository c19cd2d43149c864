package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;

/** The resident's and the planner's story from the first Tab to the last, without a pointer. */
@Needs(Tool.CHROMIUM)
class StoriesByKeyboardTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();

  private static Visitor at(int width, String path) {
    Visitor visitor =
        Visitor.with(
            PORTAL,
            Visitor.window(width, 800)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    visitor.page().navigate(PORTAL.address(path));
    return visitor;
  }

  @Test
  void aResidentFindsTheTyreGardenInTibetanComparesReadsSharesAndTakesItAlong() {
    try (Visitor visitor = at(360, "/projects#v1&lang=bo")) {
      assertThat(visitor.find(".project-card").first()).isVisible();
      Keys keys = new Keys(visitor.page());
      keys.to("#skip").press("Enter").to("#project-search").type("འཁོར་ལོ");
      assertThat(visitor.find(".project-card")).hasCount(1);
      keys.to(".take-away a[href*='.gpkg']");
      Download file = visitor.page().waitForDownload(() -> keys.press("Enter"));
      assertThat(file.suggestedFilename()).endsWith(".gpkg");

      keys.backTo(".whole-card").press("Enter");
      assertThat(visitor.find("h1")).isFocused();
      assertThat(visitor.find(".effect .verdict")).isVisible();
      keys.to(".picture-slider").press("Home");
      assertThat(visitor.find(".pictures")).hasAttribute("style", Pattern.compile("--edge: 0%"));
      keys.press("End", "ArrowLeft");
      assertThat(visitor.find(".pictures")).hasAttribute("style", Pattern.compile("--edge: 99%"));

      keys.to(".project-share button").press("Enter");
      assertThat(visitor.find(".project-share button").first()).hasText("སྦྲེལ་ཐག་པར་བཤུས་ཟིན།");
      String link = (String) visitor.page().evaluate("navigator.clipboard.readText()");
      try (Visitor friend = at(360, link.substring(PORTAL.origin().length()))) {
        assertThat(friend.find("h1")).hasText(visitor.find("h1").textContent());
        assertThat(friend.find("html")).hasAttribute("lang", "bo");
      }
      keys.backTo(".back").press("Enter");
      assertThat(visitor.find("#project-search")).hasValue("འཁོར་ལོ");
    }
  }

  @Test
  @Needs({Tool.CHROMIUM, Tool.GDAL})
  void aPlannerFindsADatasetPutsAConditionChoosesAnAreaDrawsOneAndTakesTheFiles(
      @TempDir Path folder) throws IOException {
    try (Visitor visitor = at(1440, "/data#v1&lang=en")) {
      assertThat(visitor.find(".dataset").first()).isVisible();
      Keys keys = new Keys(visitor.page());
      keys.to("#skip").press("Enter").to("#dataset-search").type("buildings");
      assertThat(visitor.find(".found")).hasText("3 datasets");
      keys.to(".dataset a[href='/data/buildings']").press("Enter");
      assertThat(visitor.find("h1")).isFocused();
      assertThat(visitor.find(".count-now strong")).hasText("2277 features");

      keys.to("#add-condition").press("ArrowDown");
      assertThat(visitor.find(".condition")).hasCount(0);
      keys.type("floors").press("Enter");
      assertThat(visitor.find(".condition .range input").first()).isFocused();
      keys.type("2").to("#pick-community");
      assertThat(visitor.find(".count-now strong")).not().hasText("2277 features");
      String everywhere = visitor.find(".count-now strong").textContent();
      assertThat(visitor.find("#pick-community option").nth(1)).isAttached();
      keys.press("ArrowDown", "ArrowDown", "Enter");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*ring=.*"));
      assertThat(visitor.find(".count-now strong")).not().hasText(everywhere);
      assertThat(visitor.find(".preview tbody tr").first()).isVisible();
      String shown = visitor.find(".count-now strong").textContent().replaceAll("\\D", "");

      keys.to("#pick-format").type("CSV");
      assertThat(visitor.find(".download"))
          .hasAttribute("href", Pattern.compile("/data/buildings\\.csv\\?.*S_INTERSECTS.*"));
      keys.to(".download");
      Download file = visitor.page().waitForDownload(() -> keys.press("Enter"));
      Path taken = folder.resolve("buildings.csv");
      file.saveAs(taken);
      assertThat(Files.readAllLines(taken)).hasSize(Integer.parseInt(shown) + 1);

      keys.to(".copy").press("Enter");
      assertThat(visitor.find(".copy").first()).hasText("Copied");
      assertThat((String) visitor.page().evaluate("navigator.clipboard.readText()"))
          .contains("/ogc/collections/buildings/items?filter=");

      drawnByKeys(visitor, keys);
      assertThat(visitor.find(".count-now strong")).not().hasText(shown + " features");
      String drawn = visitor.find(".count-now strong").textContent().replaceAll("\\D", "");
      assertThat(Integer.parseInt(drawn)).isBetween(1, Integer.parseInt(shown) - 1);
      assertThat(rowsTaken(visitor, keys, folder, "GeoJSON", "geojson")).isEqualTo(drawn);
      assertThat(rowsTaken(visitor, keys, folder, "GeoPackage", "gpkg")).isEqualTo(drawn);
    }
  }

  /** Three corners about the middle of the map. */
  private static void drawnByKeys(Visitor visitor, Keys keys) {
    keys.backTo("[data-key=draw]").press("Enter").backTo(".builder-map .plan");
    keys.press("Enter", "ArrowRight", "Enter", "ArrowDown", "Enter");
    assertThat(visitor.find(".place [role=status]")).hasText("3 corners: enough for an area.");
    keys.to(".place .strong").press("Enter");
    assertThat(visitor.find("[data-key=draw]")).isFocused();
  }

  /** How many rows GDAL finds in the file. */
  private static String rowsTaken(
      Visitor visitor, Keys keys, Path folder, String format, String ending) throws IOException {
    keys.to("#pick-format").type(format);
    assertThat(visitor.find(".download"))
        .hasAttribute("href", Pattern.compile("/data/buildings\\." + ending + "\\?.*"));
    keys.to(".download");
    Download file = visitor.page().waitForDownload(() -> keys.press("Enter"));
    Path taken = folder.resolve("buildings." + ending);
    file.saveAs(taken);
    Matcher counted =
        Pattern.compile("Feature Count: (\\d+)")
            .matcher(Program.run(Tool.GDAL, "-ro", "-al", "-so", taken.toString()));
    assertThat(counted.find()).isTrue();
    return counted.group(1);
  }
}
