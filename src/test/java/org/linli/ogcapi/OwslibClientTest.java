package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.ids;
import static org.linli.ogcapi.ApiClient.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.linli.layer.Feature;
import org.linli.testing.Browser;
import org.linli.testing.Needs;
import org.linli.testing.PythonClient;
import org.linli.testing.TestPortal;
import org.linli.testing.Tool;
import org.linli.testing.TownLayers;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** OWSLib, the Python client of OGC's services, finds in the API what went in. */
@Needs(Tool.OWSLIB)
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OwslibClientTest {
  @LocalServerPort private int port;
  @TempDir private static Path folder;
  private JsonNode found;

  @BeforeAll
  void letItReadAll() throws IOException {
    String api = new Browser(port).address("/ogc");
    found = PythonClient.run(Tool.OWSLIB, "owslib_reads.py", folder, api, "houses");
  }

  private static List<Feature> given() {
    return TownLayers.houses().stream().filter(house -> !house.value(1).equals("draft")).toList();
  }

  @Test
  void itFindsTheCollectionWithItsNameItsExtentAndItsSystem() {
    assertThat(texts(found.path("feature_collections"))).contains("houses").doesNotContain("notes");
    JsonNode houses = found.path("collection");
    assertThat(houses.path("title").asString()).isEqualTo("房屋");
    assertThat(houses.path("description").asString()).isEqualTo("镇上的房屋");
    assertThat(houses.at("/extent/spatial/bbox/0").valueStream().map(JsonNode::doubleValue))
        .containsExactly(101.4, 36.0, 101.4084, 36.0054);
    assertThat(houses.path("storageCrs").asString())
        .isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
  }

  @Test
  void itFindsWhatTheApiConformsToAndItsDescription() {
    assertThat(texts(found.path("conformance"))).containsExactlyElementsOf(Conformance.CLASSES);
    assertThat(found.path("openapi").asString()).startsWith("3.0");
  }

  @Test
  void itFindsTheFieldsWithTheirTypes() {
    JsonNode properties = found.at("/queryables/properties");
    assertThat(properties.at("/name/type").asString()).isEqualTo("string");
    assertThat(properties.at("/floors/type").asString()).isEqualTo("integer");
    assertThat(properties.at("/height/type").asString()).isEqualTo("number");
    assertThat(properties.at("/empty/type").asString()).isEqualTo("boolean");
    assertThat(properties.at("/built_on/format").asString()).isEqualTo("date");
    assertThat(properties.at("/seen_at/format").asString()).isEqualTo("date-time");
    assertThat(properties.has("residents")).isFalse();
  }

  @Test
  void itFindsEveryFeatureWithItsTextAndItsPlace() {
    JsonNode features = found.at("/items/features");
    assertThat(features).hasSize(TownLayers.PUBLIC_HOUSES);
    for (int i = 0; i < features.size(); i++) {
      Feature house = given().get(i);
      JsonNode feature = features.get(i);
      assertThat(feature.path("id").asString()).isEqualTo(house.code());
      assertThat(feature.at("/properties/name").asString()).isEqualTo(house.value(0));
      assertThat(feature.at("/properties/floors").isNull()).isEqualTo(house.value(2) == null);
      assertThat(corners(feature)).isEqualTo(corners(house.geometry().orElseThrow()));
    }
  }

  private static List<Double> corners(JsonNode feature) {
    return feature
        .at("/geometry/coordinates/0")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(JsonNode::doubleValue)
        .sorted()
        .toList();
  }

  private static List<Double> corners(Geometry house) {
    return List.of(house.getCoordinates()).stream()
        .flatMap(at -> List.of(at.x, at.y).stream())
        .sorted()
        .toList();
  }

  @Test
  void itFollowsTheLinksFromPageToPage() {
    assertThat(texts(found.path("pages")))
        .containsExactlyElementsOf(given().stream().map(Feature::code).toList());
  }

  @Test
  void itsBoxItsTimesAndItsFiltersChooseWhatMatches() {
    assertThat(ids(found.path("boxed")))
        .containsExactly("h-000", "h-001", "h-002", "h-003", "h-005", "h-006", "h-007", "h-008");
    assertThat(ids(found.path("dated"))).contains("h-000", "h-001").doesNotContain("h-003");
    assertThat(ids(found.path("filtered_by_text"))).containsExactly("h-055", "h-058");
    assertThat(ids(found.path("filtered_by_json"))).containsExactly("h-055", "h-057", "h-058");
    assertThat(found.at("/item/properties/name").asString()).isEqualTo("楼栋 1");
  }
}
