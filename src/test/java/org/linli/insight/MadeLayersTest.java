package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The layers that analyses make, served as any other. */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class MadeLayersTest {
  private static final String ACCESS = "/ogc/collections/green_access";
  private static final String GAPS = "/staff/ogc/collections/patrol_gaps";
  private static final String MOMENT = "asOf=2026-06-07T16%3A00%3A00Z";

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode collection) {
    return collection.path("features").valueStream().map(f -> f.path("id").asString()).toList();
  }

  private static List<String> hrefs(JsonNode document) {
    return document.path("links").valueStream().map(link -> link.path("href").asString()).toList();
  }

  /** The park is 100 m square, 110 m north of the homes of A; from c1 on it is more than 300 m. */
  @Test
  void aPageOfAMadeLayerHasItsFeaturesAndHeaders() {
    Answer answer = browser.get(ACCESS + "/items?limit=2&distance=300");
    JsonNode page = ok(answer);
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(answer.header("ETag")).startsWith("W/\"");
    assertThat(answer.header("Last-Modified")).isNotEmpty();
    assertThat(page.path("numberMatched").asInt()).isEqualTo(12);
    assertThat(ids(page)).containsExactly("a1", "a2");
    JsonNode a1 = page.path("features").get(0).path("properties");
    assertThat(a1.path("class").asString()).isEqualTo("within");
    assertThat(a1.path("distance_metres").asDouble()).isBetween(109.9, 110.1);
    assertThat(a1.has("green_per_resident")).isFalse();
    assertThat(ok(browser.get(ACCESS + "/items/c1")).path("properties").path("class").asString())
        .isEqualTo("beyond");
  }

  /** Buildings, communities and green spaces are all under CC BY 4.0 here. */
  @ParameterizedTest
  @ValueSource(strings = {"green_access", "coverage_map"})
  void itIsUnderTheLicenceOfWhatItIsMadeOfAndSaysWhatItIsAbout(String layer) {
    JsonNode dataset = ok(browser.get("/api/datasets/" + layer));
    assertThat(dataset.path("licence").path("id").asString()).isEqualTo("CC-BY-4.0");
    assertThat(dataset.path("keywords").size()).isEqualTo(2);
    JsonNode collection = ok(browser.get("/ogc/collections/" + layer + "?f=json"));
    assertThat(hrefs(collection)).contains("https://spdx.org/licenses/CC-BY-4.0.html");
    assertThat(browser.get("/data/" + layer + ".csv").status()).isEqualTo(200);
  }

  @Test
  void everyLinkNamesTheMomentAndTheParameters() {
    for (String address :
        List.of(
            ACCESS + "?distance=500",
            ACCESS + "/items?limit=5&distance=500",
            ACCESS + "/items/a1?distance=500",
            ACCESS + "/tiles?distance=500",
            ACCESS + "/tiles/WebMercatorQuad?distance=500")) {
      List<String> hrefs = hrefs(ok(browser.get(address)));
      List<String> own = hrefs.stream().filter(href -> href.contains("green_access")).toList();
      assertThat(own).as(address).isNotEmpty();
      assertThat(own).as(address).allSatisfy(h -> assertThat(h).contains(MOMENT, "distance=500"));
    }
    String template =
        ok(browser.get(ACCESS + "/tiles/WebMercatorQuad?f=tilejson&distance=500"))
            .path("tiles")
            .get(0)
            .asString();
    assertThat(template).contains("?v=", MOMENT, "distance=500");
  }

  @Test
  void followingItsLinksLeadsThroughTheLayer() {
    JsonNode page = ok(browser.get(ACCESS + "/items?limit=10&distance=500"));
    String next =
        hrefs(page).stream().filter(href -> href.contains("next=")).findFirst().orElseThrow();
    assertThat(ids(ok(browser.get(next)))).containsExactly("c2", "c3");
    String other = next.replace("distance=500", "distance=300");
    assertThat(browser.get(other).json().path("parameter").asString()).isEqualTo("next");
  }

  @Test
  void itsTilesAreGoodForeverUnderTheirEdition() {
    String tiles = ACCESS + "/tiles/WebMercatorQuad";
    String template = ok(browser.get(tiles + "?f=tilejson")).path("tiles").get(0).asString();
    // The tile of zoom 14 at 101.43 E, 36.04 N.
    String tile = template.replace("{z}", "14").replace("{y}", "6431").replace("{x}", "12808");
    Answer answer = browser.get(tile);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(browser.get(tile, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
    String other = tile.replace(MOMENT, "asOf=2026-06-06T16%3A00%3A00Z");
    assertThat(browser.get(other).header("Cache-Control")).isEqualTo("public, no-cache");
  }

  @Test
  void itsFileIsTheWholeLayer() {
    Answer answer = browser.get("/data/green_access.geojson?distance=300");
    assertThat(ids(ok(answer))).hasSize(12);
    assertThat(answer.header("Content-Disposition"))
        .startsWith("inline; filename=\"green_access.geojson\"");
    assertThat(answer.header("ETag")).startsWith("\"");
    assertThat(ids(ok(browser.get("/data/green_access.geojson?class=beyond&distance=300"))))
        .contains("c1")
        .doesNotContain("a1");
    Answer farther = browser.get("/data/green_access.geojson?distance=1200");
    assertThat(farther.header("ETag")).isNotEqualTo(answer.header("ETag"));
  }

  @Test
  void staffSeeTheirLayersAndTheirFieldsAndMayNameOtherLayers() {
    JsonNode a1 = ok(browser.getAsStaff(GAPS + "/items/a1")).path("properties");
    assertThat(a1.path("class").asString()).isEqualTo("fresh");
    assertThat(a1.path("elapsed_hours").asDouble()).isEqualTo(6);
    assertThat(
            ok(browser.getAsStaff("/staff" + ACCESS + "/items/a1"))
                .path("properties")
                .has("green_per_resident"))
        .isTrue();
    assertThat(ids(ok(browser.getAsStaff(GAPS + "/items?buildings=houses&interval=24"))))
        .contains("h-004");
    assertThat(browser.getAsStaff("/staff/data/patrol_gaps.geojson").status()).isEqualTo(200);
  }

  private static List<String> layerIds(JsonNode layers) {
    return layers.valueStream().map(layer -> layer.path("id").asString()).toList();
  }

  @Test
  void whatTheMapNeedsOfALayerThatIsMadeCanBeHadBeforeItIs() {
    JsonNode plain = browser.get("/api/layers").json();
    assertThat(layerIds(plain))
        .contains("buildings")
        .doesNotContain("coverage_map", "green_access");
    assertThat(plain.get(0).path("analysis").isNull()).isTrue();
    JsonNode layers = browser.get("/api/layers?made=true").json();
    assertThat(layerIds(layers))
        .contains("buildings", "green_access", "coverage_map")
        .doesNotContain("patrol_gaps", "gap_zones", "next_round");
    JsonNode map =
        layers
            .valueStream()
            .filter(layer -> layer.path("id").asString().equals("coverage_map"))
            .findFirst()
            .orElseThrow();
    assertThat(map.path("analysis").asString()).isEqualTo("patrol");
    assertThat(map.path("titles").path("bo").asString()).isNotEmpty();
    assertThat(map.path("geometry").asString()).isEqualTo("polygon");
    assertThat(map.path("styleField").asString()).isEqualTo("band");
    assertThat(map.path("fields").get(0).path("codes").get(0).path("colour").asString())
        .startsWith("#");
    assertThat(map.path("count").isNull()).isTrue();
    assertThat(browser.get(map.path("items").asString()).status()).isEqualTo(200);
    String tile = map.path("tiles").asString();
    assertThat(browser.get(tile.replace("{z}/{y}/{x}", "14/6430/12807")).status()).isLessThan(300);
    assertThat(browser.get("/api/layers?made=perhaps").status()).isEqualTo(400);
  }

  @Test
  void featuresOfOneNameAreToldApartByTheirCommunity() {
    JsonNode found =
        browser.get("/api/search?q=%E4%B8%80%E5%8F%B7%E6%A5%BC").json().path("results");
    assertThat(found.valueStream().map(each -> each.path("name").asString()))
        .containsExactly("一号楼", "一号楼");
    assertThat(found.valueStream().map(each -> each.path("within").path("zh").asString()))
        .containsExactly("B院", "C院");
    assertThat(found.get(0).path("within").path("en").asString()).isEqualTo("Yard B");
    JsonNode yard = browser.get("/api/search?q=Yard%20A").json().path("results").get(0);
    // D, the district above it, has no name.
    assertThat(yard.path("within").isNull()).isTrue();
  }

  /** The public has shares by squares; how many homes and people there are is not for it. */
  @Test
  void thePublicSeesCoverageBySquaresAndNoNumbersOfPeopleOrHomes() {
    JsonNode squares = browser.get("/ogc/collections/coverage_map/items").json();
    assertThat(squares.path("features").size()).isPositive();
    for (JsonNode square : squares.path("features")) {
      assertThat(square.path("geometry").path("type").asString()).isEqualTo("Polygon");
      assertThat(square.path("properties").propertyNames())
          .isSubsetOf("band", "coverage", "coverage_residents", "source", "updated_at");
      double share = square.path("properties").path("coverage").asDouble(0);
      assertThat(share * 100).isEqualTo(Math.rint(share * 100));
    }
    JsonNode known = browser.getAsStaff("/staff/ogc/collections/coverage_map/items").json();
    assertThat(known.path("features").get(0).path("properties").path("buildings").asInt())
        .isPositive();
    assertThat(browser.get("/ogc/collections/coverage_map/items?reach=30").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patrol_gaps", "gap_zones", "coverage_grid"})
  void whatIsForStaffIsNotThereForThePublic(String layer) {
    for (String address : List.of("/ogc/collections/" + layer, "/data/" + layer + ".geojson")) {
      assertThat(browser.getAsStaff(address).status()).isEqualTo(404);
      assertThat(browser.get(address).text().replace(layer, ""))
          .isEqualTo(browser.get(address.replace(layer, "nothing")).text().replace("nothing", ""));
    }
  }

  @Test
  void itIsListedWithTheOthersForWhomItIsThere() {
    List<String> everybody =
        ok(browser.get("/ogc/collections"))
            .path("collections")
            .valueStream()
            .map(c -> c.path("id").asString())
            .toList();
    assertThat(everybody).contains("green_access", "houses").doesNotContain("patrol_gaps");
    List<String> staff =
        ok(browser.getAsStaff("/staff/ogc/collections"))
            .path("collections")
            .valueStream()
            .map(c -> c.path("id").asString())
            .toList();
    assertThat(staff).contains("green_access", "patrol_gaps", "gap_zones", "coverage_grid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/items?distance=301 | distance",
        "/items?colour=red | colour",
        "/items/a1?limit=3 | limit",
        "?bbox=1,2,3,4 | bbox",
        "/tiles?distance=-1 | distance",
        "/tiles/WebMercatorQuad/14/1/1?asOf=now | asOf",
        "/items?green_per_resident=1 | green_per_resident"
      })
  void whatCannotBeAskedIsRefusedByName(String query, String parameter) {
    Answer answer = browser.get(ACCESS + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void itsPagesLeadOnWithTheParameters() {
    Answer page = browser.get(ACCESS + "/items?f=html&lang=en&distance=500");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains(
            "/ogc/collections/green_access/items/a1?asOf=2026-06-07T16%3A00%3A00Z&amp;distance=500")
        .contains("/ogc/collections?f=html&amp;lang=en\"");
  }
}
