package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;

/** The planner's story on a city that nobody here drew, by pointer and by keys alone. */
@Needs({Tool.CHROMIUM, Tool.GDAL})
class ImportedCityTest {
  private static final int ROWS_SHOWN = 20;

  @TempDir private static Path ofCity;
  private static ImportedCity city;

  @TempDir private Path folder;
  private Visitor visitor;

  @BeforeAll
  static void bringIn() {
    city = ImportedCity.in(ofCity);
  }

  @BeforeEach
  void comeIn() {
    visitor = Visitor.atDesk(city.portal());
    visitor.page().navigate(city.portal().address("/data#v1&lang=en"));
    assertThat(visitor.find(".dataset").first()).isVisible();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void aPlannerTakesFromAnImportedCityExactlyWhatIsShown() throws IOException {
    visitor.find("#dataset-search").fill("building");
    assertThat(visitor.find(".dataset h3").first()).hasText("Buildings");
    visitor.find(".dataset a").first().click();
    assertAllAreShown();

    draw();
    int drawn = fewerThan(city.count());
    visitor.find("#add-condition").selectOption(city.field());
    visitor.find(".condition select").selectOption("yes");
    int shown = fewerThan(drawn);
    assertThat(visitor.find(".builder-map .plan")).hasAttribute("aria-busy", "false");
    assertThat(paintedAmidTheMap()).isNotEmpty();

    List<String> codes = codesThatTheCallAnswers();
    assertThat(codes).hasSize(shown);
    assertThat(codesIn(downloaded("geojson"))).isEqualTo(codes);
    visitor.find("#pick-format").selectOption("gpkg");
    assertThat(codesIn(downloaded("gpkg"))).isEqualTo(codes);
    assertCalm();
  }

  @Test
  void soDoesAPlannerWhoHasKeysAlone() throws IOException {
    Keys keys = new Keys(visitor.page());
    keys.to("#skip").press("Enter").to("#dataset-search").type("building");
    assertThat(visitor.find(".dataset h3").first()).hasText("Buildings");
    keys.to(".dataset a[href='/data/buildings']").press("Enter");
    assertThat(visitor.find("h1")).isFocused();
    assertAllAreShown();

    drawByKeys(keys);
    int drawn = fewerThan(city.count());
    keys.backTo("#add-condition").type(city.field()).press("Enter");
    assertThat(visitor.find(".condition-input input")).isFocused();
    keys.backTo(".condition select").type("has a value");
    int shown = fewerThan(drawn);

    List<String> codes = codesThatTheCallAnswers();
    assertThat(codes).hasSize(shown);
    assertThat(codesIn(taken(keys, "GeoJSON", "geojson"))).isEqualTo(codes);
    assertThat(codesIn(taken(keys, "GeoPackage", "gpkg"))).isEqualTo(codes);
    assertCalm();
  }

  private Locator count() {
    return visitor.find(".count-now strong");
  }

  private void assertAllAreShown() {
    assertThat(count()).hasText(city.count() + " features");
  }

  /** How many features there are once they are no longer so many; the table shows the first. */
  private int fewerThan(int before) {
    assertThat(count()).not().hasText(before + " features");
    int now = Integer.parseInt(count().textContent().replaceAll("\\D", ""));
    assertThat(now).isBetween(1, before - 1);
    assertThat(visitor.find(".preview tbody tr")).hasCount(Math.min(ROWS_SHOWN, now));
    return now;
  }

  private void assertCalm() {
    assertThat(visitor.complaints()).isEmpty();
    assertThat(visitor.requests())
        .allMatch(url -> url.startsWith(city.portal().origin()) || url.startsWith("blob:"));
  }

  /** A square around the middle of what the map shows of the city. */
  private void draw() {
    assertThat(visitor.find(".builder-map .plan")).hasAttribute("aria-busy", "false");
    visitor.find(".place-ways button").first().click();
    BoundingBox map = visitor.find(".builder-map .plan").boundingBox();
    double[][] corners = {{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}};
    for (double[] corner : corners) {
      visitor.page().mouse().click(map.x + map.width * corner[0], map.y + map.height * corner[1]);
    }
    visitor.find(".place .strong").click();
    assertThat(visitor.page()).hasURL(Pattern.compile(".*ring=.*"));
  }

  /** Three corners about the middle of the map, which arrows move. */
  private void drawByKeys(Keys keys) {
    keys.to("[data-key=draw]").press("Enter").backTo(".builder-map .plan");
    keys.press("Enter", "ArrowRight", "Enter", "ArrowDown", "Enter");
    assertThat(visitor.find(".place [role=status]")).hasText("3 corners: enough for an area.");
    keys.to(".place .strong").press("Enter");
    assertThat(visitor.page()).hasURL(Pattern.compile(".*ring=.*"));
  }

  private List<String> paintedAmidTheMap() {
    visitor.find(".builder-map .plan").scrollIntoViewIfNeeded();
    BoundingBox map = visitor.find(".builder-map .plan").boundingBox();
    return Painted.around(visitor.page(), map.x + map.width / 2, map.y + map.height / 2, 60);
  }

  /** The codes of the address that repeats the choice. */
  private List<String> codesThatTheCallAnswers() {
    String call = visitor.find(".copy-box code").first().textContent();
    Object ids =
        visitor
            .page()
            .evaluate(
                "call => fetch(call + '&limit=10000').then(a => a.json())"
                    + ".then(a => a.features.map(f => String(f.id)))",
                call);
    return ((List<?>) ids).stream().map(String::valueOf).sorted().toList();
  }

  private Path downloaded(String ending) {
    return downloaded(ending, () -> visitor.find(".download").click());
  }

  /** By keys: the format from its list, then the way to the file. */
  private Path taken(Keys keys, String format, String ending) {
    keys.to("#pick-format").type(format);
    return downloaded(ending, () -> keys.to(".download").press("Enter"));
  }

  private Path downloaded(String ending, Runnable asking) {
    assertThat(visitor.find(".download"))
        .hasAttribute("href", Pattern.compile("/data/buildings\\." + ending + "\\?.*"));
    Download download = visitor.page().waitForDownload(asking);
    Path file = folder.resolve("taken." + ending);
    download.saveAs(file);
    return file;
  }

  private static List<String> codesIn(Path file) throws IOException {
    String said = Program.run(Tool.GDAL, "-ro", "-al", file.toString());
    return Pattern.compile("(?m)^  (?:code|id) \\(String\\) = (.+)$")
        .matcher(said)
        .results()
        .map(MatchResult::group)
        .map(line -> line.replaceFirst("^.*= ", ""))
        .sorted()
        .toList();
  }
}
