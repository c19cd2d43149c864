package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.geo.Crs;
import org.linli.layer.Feature;
import org.linli.testing.Browser;
import org.linli.testing.Needs;
import org.linli.testing.PythonClient;
import org.linli.testing.TestPortal;
import org.linli.testing.Tool;
import org.linli.testing.TownLayers;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * QGIS finds in the API, in the files and in the tiles the features that went in. One process of
 * its opens them all, and tells what it found; here that is compared.
 */
@Needs(Tool.QGIS)
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class QgisClientTest {
  private static final double ABOUT_A_CENTIMETRE = 1.5e-7;
  private static final String EVERY_SYSTEM = "EPSG:4490,EPSG:3857,EPSG:4543,EPSG:32647";

  @LocalServerPort private int port;
  @TempDir private static Path folder;
  private JsonNode found;

  private record Source(String name, String provider, String uri, String subset, double[] box) {
    static Source of(String name, String provider, String uri) {
      return new Source(name, provider, uri, "", new double[0]);
    }
  }

  @BeforeAll
  void letQgisReadAll() throws IOException {
    Path sources = folder.resolve("sources.json");
    Files.write(sources, JsonMapper.shared().writeValueAsBytes(sources()));
    found = PythonClient.run(Tool.QGIS, "qgis_reads.py", folder, sources.toString());
  }

  private List<Source> sources() throws IOException {
    String api = "url='http://localhost:" + port + "/ogc' typename='houses'";
    List<Source> sources = new ArrayList<>();
    sources.add(Source.of("api", "OAPIF", api));
    sources.add(new Source("filtered", "OAPIF", api, "floors > 54", new double[0]));
    sources.add(Source.of("gpkg at its address", "ogr", "/vsicurl/" + address("houses.gpkg")));
    for (String ending : List.of("gpkg", "fgb", "csv", "xlsx", "geojson", "geojsonl")) {
      sources.add(
          Source.of(ending, "ogr", file("houses." + ending, "houses." + ending).toString()));
    }
    sources.add(Source.of("shp.zip", "ogr", "/vsizip/" + file("houses.shp.zip", "houses.shp.zip")));
    for (String crs : EVERY_SYSTEM.split(",")) {
      String name = crs.replace(':', '-') + ".gpkg";
      sources.add(Source.of(crs, "ogr", file("houses.gpkg?crs=" + crs, name).toString()));
    }
    String tiles =
        new Browser(port).address("/ogc/collections/houses/tiles/WebMercatorQuad/{z}/{y}/{x}");
    String uri = "type=xyz&zmin=0&zmax=22&url=" + Place.encoded(tiles).replace("%2F", "/");
    sources.add(new Source("tiles", "vectortile", uri, "", window(0, 0)));
    sources.add(new Source("tiles elsewhere", "vectortile", uri, "", window(0.1, 0.1)));
    return sources;
  }

  private String address(String file) {
    return new Browser(port).address("/data/" + file);
  }

  private Path file(String path, String name) throws IOException {
    Browser.Answer answer = new Browser(port).get("/data/" + path);
    assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
    return Files.write(folder.resolve(name), answer.bytes());
  }

  /**
   * The town's first house in Web Mercator, moved by degrees: metres west, south, east, north. A
   * square picture of it is 44.5/55 house, which are 53,000 of its pixels.
   */
  private static double[] window(double east, double north) {
    double[] corner = {101.4 + east, 36 + north};
    Crs.parse("EPSG:3857").inFileOrder().transform().fromLonLat(corner);
    return new double[] {corner[0], corner[1], corner[0] + 44.5, corner[1] + 55};
  }

  private static Stream<Feature> given() {
    return TownLayers.houses().stream().filter(house -> !house.value(1).equals("draft"));
  }

  private JsonNode layer(String source) {
    JsonNode layer = found.path(source);
    assertThat(layer.path("valid").asBoolean()).as(source + " " + layer).isTrue();
    return layer;
  }

  private static Map<String, JsonNode> byCode(JsonNode layer, String key) {
    Map<String, JsonNode> features = new TreeMap<>();
    for (JsonNode feature : layer.path("features")) {
      features.put(feature.path("values").path(key).asString(), feature);
    }
    return features;
  }

  @ParameterizedTest
  @CsvSource({
    "api, id",
    "gpkg at its address, code",
    "gpkg, code",
    "fgb, code",
    "csv, code",
    "xlsx, code",
    "geojson, id",
    "geojsonl, id",
    "shp.zip, code"
  })
  void everyFeatureIsThereWithItsValues(String source, String key) throws ParseException {
    JsonNode layer = layer(source);
    Map<String, JsonNode> features = byCode(layer, key);
    assertThat(layer.path("count").asInt()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(features.keySet()).containsExactlyElementsOf(given().map(Feature::code).toList());
    for (Feature house : given().toList()) {
      JsonNode values = features.get(house.code()).path("values");
      assertThat(text(values, "name")).isEqualTo(house.value(0));
      assertThat(text(values, "status")).isEqualTo(house.value(1));
      assertThat(number(values, "floors")).isEqualTo(asDouble(house.value(2)));
      assertThat(number(values, "height")).isEqualTo(asDouble(house.value(3)));
      assertThat(truth(values)).isEqualTo(house.value(4));
      assertThat(day(values)).isEqualTo(house.value(5));
      assertThat(moment(values)).isEqualTo(house.value(6));
      assertThat(values.has("residents")).isFalse();
    }
  }

  private static String text(JsonNode values, String name) {
    assertThat(values.has(name)).as(name).isTrue();
    String text = values.path(name).asString("");
    return text.isEmpty() ? null : text;
  }

  private static Double number(JsonNode values, String name) {
    String text = text(values, name);
    return text == null ? null : Double.valueOf(text);
  }

  private static Double asDouble(Object number) {
    return number == null ? null : ((Number) number).doubleValue();
  }

  /** Formats without a type for it have a number or a word; a shapefile's unknown is a query. */
  private static Boolean truth(JsonNode values) {
    String text = text(values, "empty");
    return text == null || text.equals("?")
        ? null
        : List.of("1", "true", "T", "TRUE", "是").contains(text);
  }

  private static LocalDate day(JsonNode values) {
    String text = text(values, "built_on");
    return text == null ? null : LocalDate.parse(text.replace('/', '-').substring(0, 10));
  }

  private static Instant moment(JsonNode values) {
    String text = text(values, "seen_at");
    if (text == null) {
      return null;
    }
    String iso = text.replace('/', '-').replace(' ', 'T');
    return Instant.parse(iso.endsWith("Z") ? iso : iso + "Z");
  }

  /** In degrees, as QGIS transforms them; the system is the one that it reads from the source. */
  @ParameterizedTest
  @CsvSource({
    "api, id, EPSG:4326",
    "gpkg at its address, code, EPSG:4326",
    "gpkg, code, EPSG:4326",
    "fgb, code, EPSG:4326",
    "geojson, id, EPSG:4326",
    "geojsonl, id, EPSG:4326",
    "shp.zip, code, EPSG:4326",
    "EPSG:4490, code, EPSG:4490",
    "EPSG:3857, code, EPSG:3857",
    "EPSG:4543, code, EPSG:4543",
    "EPSG:32647, code, EPSG:32647"
  })
  void everyFeatureIsWhereItWas(String source, String key, String crs) throws ParseException {
    JsonNode layer = layer(source);
    assertThat(layer.path("crs").asString()).isEqualTo(crs);
    Map<String, JsonNode> features = byCode(layer, key);
    assertThat(features).hasSize(TownLayers.PUBLIC_HOUSES);
    for (Feature house : given().toList()) {
      Geometry place = geometry(features.get(house.code()));
      Geometry expected = house.geometry().orElseThrow();
      assertThat(DiscreteHausdorffDistance.distance(place, expected))
          .as(house.code())
          .isLessThan(ABOUT_A_CENTIMETRE);
    }
  }

  private static Geometry geometry(JsonNode feature) throws ParseException {
    return new WKTReader().read(feature.path("wkt").asString());
  }

  /**
   * CSV says nothing of types; a shapefile has none for truths and moments, a sheet moments as
   * text.
   */
  @ParameterizedTest
  @CsvSource({
    "api, Integer, Real, Boolean, Date, DateTime",
    "gpkg, Integer64, Real, Boolean, Date, DateTime",
    "fgb, Integer64, Real, Boolean, DateTime, DateTime",
    "geojson, Integer, Real, Boolean, Date, DateTime",
    "geojsonl, Integer, Real, Boolean, Date, DateTime",
    "csv, String, String, String, String, String",
    "xlsx, Integer, Real, Boolean, Date, String",
    "shp.zip, Integer, Real, String, Date, String"
  })
  void theFieldsHaveTheirTypes(
      String source, String whole, String real, String truth, String day, String moment) {
    JsonNode fields = layer(source).path("fields");
    assertThat(fields.path("name").asString()).isEqualTo("String");
    assertThat(fields.path("floors").asString()).isEqualTo(whole);
    assertThat(fields.path("height").asString()).isEqualTo(real);
    assertThat(fields.path("empty").asString()).isEqualTo(truth);
    assertThat(fields.path("built_on").asString()).isEqualTo(day);
    assertThat(fields.path("seen_at").asString()).isEqualTo(moment);
  }

  @Test
  void aFilterOfQgisChoosesWhatMatches() {
    assertThat(byCode(layer("filtered"), "id").keySet()).containsExactly("h-055", "h-057", "h-058");
  }

  @Test
  void tilesArePaintedWhereTheHousesAreAndNowhereElse() {
    assertThat(layer("tiles").path("painted").asInt()).isBetween(50_000, 56_000);
    assertThat(layer("tiles elsewhere").path("painted").asInt()).isZero();
  }
}
