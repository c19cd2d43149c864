package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TileReader;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class TilesTest {
  private static final String TILES = "/ogc/collections/houses/tiles";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String QUAD = TILES + "/WebMercatorQuad";

  /** Zoom 10 around 101.4, 36: (101.4 + 180) / 360 · 1024 = 800.4, and 402 from the north. */
  private static final String TILE = QUAD + "/10/402/800";

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static List<TileReader.Feature> features(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return TileReader.read(answer.bytes()).get(0).features();
  }

  @Test
  void aTileHoldsTheFeaturesOfItsPlace() {
    Answer answer = browser.get(TILE);
    assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(answer.header("ETag")).startsWith("W/\"");
    assertThat(features(answer)).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(features(answer))
        .filteredOn(feature -> feature.properties().get("code").equals("h-001"))
        .singleElement()
        .satisfies(
            feature ->
                assertThat(feature.properties())
                    .containsEntry("name", "楼栋 1")
                    .doesNotContainKey("residents"));
  }

  /** The figures are those of OGC 17-083r4, annex D.1, zooms 0, 1 and 18. */
  @ParameterizedTest
  @CsvSource({
    "0, 559082264.028717, 156543.033928041, 1",
    "1, 279541132.014358, 78271.5169640204, 2",
    "18, 2132.72958384978, 0.597164283559817, 262144"
  })
  void howTilesAreCutIsToldHereAsTheStandardHasIt(
      int zoom, double scaleDenominator, double cellSize, long side) {
    JsonNode scheme = browser.get("/ogc/tileMatrixSets/WebMercatorQuad").json();
    assertThat(scheme.path("crs").asString())
        .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
    JsonNode matrix = scheme.path("tileMatrices").path(zoom);
    assertThat(matrix.path("id").asString()).isEqualTo(Integer.toString(zoom));
    assertThat(matrix.path("scaleDenominator").asDouble())
        .isCloseTo(scaleDenominator, withPercentage(1e-10));
    assertThat(matrix.path("cellSize").asDouble()).isCloseTo(cellSize, withPercentage(1e-7));
    assertThat(matrix.path("pointOfOrigin").path(0).asDouble())
        .isCloseTo(-20037508.3427892, within(1e-6));
    assertThat(matrix.path("matrixWidth").asLong()).isEqualTo(side);
    assertThat(matrix.path("matrixHeight").asLong()).isEqualTo(side);
  }

  @Test
  void theWayFromTheLandingPageToHowTilesAreCutNeedsNoOtherHost() {
    String list = link(browser.get("/ogc?f=json").json(), SCHEME + "s");
    assertThat(list).startsWith("http://localhost:" + port + "/ogc/tileMatrixSets");
    JsonNode sets = browser.get("/ogc/tileMatrixSets").json();
    assertThat(sets.path("tileMatrixSets")).hasSize(1);
    String scheme = link(browser.get(QUAD).json(), SCHEME);
    assertThat(scheme).startsWith("http://localhost:" + port + "/ogc/tileMatrixSets/");
    assertThat(sets.path("tileMatrixSets").path(0).path("links").path(0).path("href").asString())
        .isEqualTo(scheme);
  }

  /** With {@code f} the request goes by the handlers, without it by the short way. */
  @Test
  void aTileIsTheSameByTheShortWayAndTheLong() {
    Answer brief = browser.get(TILE);
    Answer full = browser.get(TILE + "?f=mvt");
    assertThat(brief.bytes()).isEqualTo(full.bytes());
    for (String header :
        List.of(
            "Content-Type",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Access-Control-Allow-Origin",
            "Cache-Control",
            "Last-Modified",
            "Vary")) {
      assertThat(brief.header(header)).as(header).isNotNull().isEqualTo(full.header(header));
    }
  }

  @Test
  void staffTilesHoldAllAndAreNotKept() {
    Answer answer = browser.getAsStaff("/staff" + TILE);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(features(answer)).hasSize(TownLayers.HOUSES);
    assertThat(browser.get("/staff" + TILE).status()).isEqualTo(401);
  }

  @Test
  void aTileWithoutFeaturesHasNoContent() {
    Answer answer = browser.get(QUAD + "/10/0/0");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/31/0/0",
        "/-1/0/0",
        "/10/0/1024",
        "/10/1024/0",
        "/10/-1/0",
        "/a/0/0",
        "/10/0/2147483648",
        "/0/1/0"
      })
  void aTileOutsideOfTheMatrixIsNotFound(String tile) {
    Answer answer = browser.get(QUAD + tile, "Accept-Language", "en");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asString()).contains("zoom goes from 0 to 30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/nothing/tiles/WebMercatorQuad/0/0/0",
        "/ogc/collections/notes/tiles/WebMercatorQuad/0/0/0",
        "/ogc/collections/houses/tiles/WorldCRS84Quad/0/0/0",
        "/ogc/collections/nothing/tiles",
        "/ogc/collections/nothing/tiles/WebMercatorQuad?f=tilejson"
      })
  void whatHasNoTilesIsNotFound(String path) {
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @Test
  void aTableHasNoTilesEvenForStaff() {
    assertThat(browser.getAsStaff("/staff/ogc/collections/notes/tiles").status()).isEqualTo(404);
  }

  @Test
  void anUnknownParameterIsRefused() {
    assertThat(browser.get(TILE + "?filter=x").status()).isEqualTo(400);
  }

  @Test
  void tileJsonLeadsToTilesThatLastUntilTheNextChange() {
    JsonNode tileJson = browser.get(QUAD + "?f=tilejson").json();
    assertThat(tileJson.path("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tileJson.path("bounds").toString()).isEqualTo("[101.4,36.0,101.4084,36.0054]");
    JsonNode layer = tileJson.path("vector_layers").get(0);
    assertThat(layer.path("id").asString()).isEqualTo("houses");
    assertThat(layer.path("fields").has("floors")).isTrue();
    assertThat(layer.path("fields").has("residents")).isFalse();
    String tile = address(tileJson.path("tiles").get(0).asString());
    assertThat(browser.get(tile).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    store.put("houses", TownLayers.house(0));
    assertThat(browser.get(tile).header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(browser.get(QUAD + "?f=tilejson").json().path("tiles").get(0).asString())
        .isNotEqualTo(tileJson.path("tiles").get(0).asString());
  }

  private static String address(String template) {
    return template.replace("{z}", "10").replace("{y}", "402").replace("{x}", "800");
  }

  @Test
  void theTilesetNamesItsMatrixSetAndItsTiles() {
    JsonNode collection = browser.get("/ogc/collections/houses").json();
    String list = link(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");
    assertThat(list).startsWith(browser.address(TILES));
    JsonNode only = browser.get(list).json().path("tilesets").get(0);
    assertThat(only.path("dataType").asString()).isEqualTo("vector");
    assertThat(only.path("crs").asString()).endsWith("/EPSG/0/3857");
    assertThat(link(only, SCHEME)).endsWith("/ogc/tileMatrixSets/WebMercatorQuad?f=json");
    assertThat(link(only, "self")).startsWith(browser.address(QUAD));
    assertThat(only.path("tileMatrixSetURI").asString())
        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
    JsonNode tileset = browser.get(link(only, "self")).json();
    assertThat(tileset.path("dataType").asString()).isEqualTo("vector");
    assertThat(tileset.path("crs").asString())
        .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
    assertThat(tileset.path("layers").get(0).path("geometryDimension").asInt()).isEqualTo(2);
    assertThat(link(tileset, SCHEME)).endsWith("/ogc/tileMatrixSets/WebMercatorQuad?f=json");
    assertThat(
            tileset
                .path("links")
                .valueStream()
                .filter(l -> l.path("rel").asString().equals("item")))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path("templated").asBoolean()).isTrue();
              assertThat(item.path("type").asString())
                  .isEqualTo("application/vnd.mapbox-vector-tile");
            });
    String template = link(tileset, "item");
    String tile =
        template
            .replace("{tileMatrix}", "10")
            .replace("{tileRow}", "402")
            .replace("{tileCol}", "800");
    assertThat(features(browser.get(tile))).isNotEmpty();
  }

  /** tc-tilematrix-definition, tc-tilerow-definition, tc-tilecol-definition. */
  @Test
  void theApiDescribesTheThreeVariablesOfATile() {
    JsonNode api = browser.get("/ogc/api").json();
    String path = "/collections/houses/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}";
    JsonNode parameters = api.path("paths").path(path).path("get").path("parameters");
    List<String> described = new ArrayList<>();
    for (JsonNode given : parameters) {
      JsonNode parameter =
          given.has("$ref") ? api.at(given.path("$ref").asString().substring(1)) : given;
      if (parameter.path("in").asString().equals("path")) {
        assertThat(parameter.path("required").asBoolean()).as(parameter.toString()).isTrue();
        described.add(parameter.path("name").asString());
      }
    }
    assertThat(described).contains("tileMatrix", "tileRow", "tileCol");
  }

  /** mvt/content: 0, 0 is the tile's north-west corner, and the mapping is linear in metres. */
  @Test
  void theGridOfATileIsThatOfItsPlace() {
    int zoom = 18;
    double column = (101.4 + 180) / 360 * (1 << zoom);
    double lat = Math.toRadians(36);
    double row = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << zoom);
    String path = "/%d/%d/%d".formatted(zoom, (int) row, (int) column);
    TileReader.Layer layer = TileReader.read(browser.get(QUAD + path).bytes()).get(0);
    TileReader.Feature corner =
        layer.features().stream()
            .filter(feature -> feature.properties().get("code").equals("h-000"))
            .findFirst()
            .orElseThrow();
    List<int[]> ring = corner.paths().get(0);
    assertThat((double) ring.stream().mapToInt(xy -> xy[0]).min().orElseThrow())
        .isCloseTo((column - (int) column) * layer.extent(), within(1.0));
    assertThat((double) ring.stream().mapToInt(xy -> xy[1]).max().orElseThrow())
        .isCloseTo((row - (int) row) * layer.extent(), within(1.0));
  }

  private static String link(JsonNode document, String rel) {
    for (JsonNode link : document.path("links")) {
      if (link.path("rel").asString().equals(rel)) {
        return link.path("href").asString();
      }
    }
    throw new AssertionError("There is no link " + rel + " in " + document);
  }

  @Test
  void anEditIsInTheNextTile() {
    String tag = browser.get(TILE).header("ETag");
    assertThat(browser.get(TILE, "If-None-Match", tag).status()).isEqualTo(304);
    store.remove("houses", "h-001");
    try {
      assertThat(features(browser.get(TILE, "If-None-Match", tag)))
          .hasSize(TownLayers.PUBLIC_HOUSES - 1);
    } finally {
      store.put("houses", TownLayers.house(1));
    }
  }
}
