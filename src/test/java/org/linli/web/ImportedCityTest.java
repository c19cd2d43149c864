package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.RealData;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;

/**
 * The planner's story on a city that nobody here drew: its buildings come from a file, by the
 * import that everybody has. Where the file of the city is not here, one of a made-up one is
 * written and imported in its place.
 */
@Needs({Tool.CHROMIUM, Tool.GDAL})
class ImportedCityTest {
  private static final int ROWS_SHOWN = 20;

  /**
   * @param file as it is brought in
   * @param count how many buildings GDAL finds in it
   * @param field of which some have a value and others not
   */
  private record City(Path file, int count, String field) {}

  /** Monaco by OpenStreetMap: 1,207 areas with {@code building=*}, as GDAL 3.6 counts them. */
  private static City city(Path folder) {
    Optional<Path> monaco = RealData.find("osm/monaco.osm.pbf");
    return monaco.map(file -> new City(file, 1_207, "name")).orElseGet(() -> madeUp(folder));
  }

  /** 40 by 30 houses, 20 m from each other; each seventh has a name. */
  private static City madeUp(Path folder) {
    String houses =
        IntStream.range(0, 1_200)
            .mapToObj(ImportedCityTest::house)
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    try {
      return new City(Files.writeString(folder.resolve("houses.geojson"), houses), 1_200, "name");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String house(int i) {
    double west = 7.42 + i % 40 * 0.0003;
    double south = 43.73 + i / 40 * 0.0002;
    double east = west + 0.0002;
    double north = south + 0.0001;
    return """
        {"type":"Feature","properties":{"code":"h-%d","name":%s},"geometry":{"type":"Polygon",
        "coordinates":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}
        """
        .formatted(
            i,
            i % 7 == 0 ? "\"House " + i + "\"" : "null",
            west,
            south,
            east,
            south,
            east,
            north,
            west,
            north,
            west,
            south);
  }

  @Test
  void aPlannerTakesFromAnImportedCityExactlyWhatIsShown(@TempDir Path folder) throws IOException {
    City city = city(folder);
    ServedPortal portal = ServedPortal.withImported("buildings", city.file().toString());
    try (Visitor visitor = Visitor.atDesk(portal)) {
      visitor.page().navigate(portal.address("/data#v1&lang=en"));
      visitor.find("#dataset-search").fill("building");
      assertThat(visitor.find(".dataset h3").first()).hasText("Buildings");
      visitor.find(".dataset a").first().click();
      Locator count = visitor.find(".count-now strong");
      assertThat(count).hasText(city.count() + " features");

      draw(visitor);
      assertThat(count).not().hasText(city.count() + " features");
      int drawn = number(count);
      assertThat(drawn).isBetween(1, city.count() - 1);
      visitor.find("#add-condition").selectOption(city.field());
      visitor.find(".condition select").selectOption("yes");
      assertThat(count).not().hasText(drawn + " features");
      int shown = number(count);
      assertThat(shown).isBetween(1, drawn - 1);
      assertThat(visitor.find(".preview tbody tr")).hasCount(Math.min(ROWS_SHOWN, shown));
      assertThat(visitor.find(".builder-map .plan")).hasAttribute("aria-busy", "false");
      assertThat(paintedAmidTheMap(visitor)).isNotEmpty();

      List<String> codes = codesThatTheCallAnswers(visitor);
      assertThat(codes).hasSize(shown);
      assertThat(codesIn(downloaded(visitor, folder, "geojson"))).isEqualTo(codes);
      visitor.find("#pick-format").selectOption("gpkg");
      assertThat(codesIn(downloaded(visitor, folder, "gpkg"))).isEqualTo(codes);
      assertThat(visitor.complaints()).isEmpty();
      assertThat(visitor.requests())
          .allMatch(url -> url.startsWith(portal.origin()) || url.startsWith("blob:"));
    }
  }

  /** A square around the middle of what the map shows of the city. */
  private static void draw(Visitor visitor) {
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

  private static List<String> paintedAmidTheMap(Visitor visitor) {
    visitor.find(".builder-map .plan").scrollIntoViewIfNeeded();
    BoundingBox map = visitor.find(".builder-map .plan").boundingBox();
    return Painted.around(visitor.page(), map.x + map.width / 2, map.y + map.height / 2, 60);
  }

  private static int number(Locator count) {
    return Integer.parseInt(count.textContent().replaceAll("\\D", ""));
  }

  /** The codes of the address that repeats the choice. */
  private static List<String> codesThatTheCallAnswers(Visitor visitor) {
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

  private static Path downloaded(Visitor visitor, Path folder, String ending) {
    assertThat(visitor.find(".download"))
        .hasAttribute("href", Pattern.compile("/data/buildings\\." + ending + "\\?.*"));
    Download download = visitor.page().waitForDownload(() -> visitor.find(".download").click());
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
