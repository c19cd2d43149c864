package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.ogcapi.ApiClient.ids;
import static org.linli.ogcapi.ApiClient.texts;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.geo.Crs;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The abstract test suite of OGC 18-058r1 (annex A). */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OgcCrsConformanceTest {
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String ITEMS = "/ogc/collections/houses/items";

  @LocalServerPort private int port;
  private ApiClient client;
  private JsonNode collection;

  @BeforeEach
  void start() {
    client = new ApiClient(new Browser(port));
    collection = client.json("/ogc/collections/houses");
  }

  private List<String> systems() {
    return texts(collection.path("crs"));
  }

  @Test
  @DisplayName("crs/crs-uri, crs/default-crs (fc-md-crs-list, fc-md-crs-list-global)")
  void lists() {
    for (JsonNode listed : client.json("/ogc/collections").path("collections")) {
      assertThat(texts(listed.path("crs"))).contains(CRS84);
    }
    assertThat(systems())
        .allMatch(uri -> uri.equals(CRS84) || uri.matches(EPSG + "\\d{4,5}"))
        .contains(CRS84, EPSG + "4326", EPSG + "4490", EPSG + "3857")
        .contains(EPSG + "4543"); // CGCS2000 / 3-degree Gauss-Kruger CM 102E
    JsonNode all = client.json("/ogc/collections");
    assertThat(systems()).containsAll(texts(all.path("crs")));
  }

  @Test
  @DisplayName("crs/storageCrs")
  void storage() {
    assertThat(collection.path("storageCrs").asString()).isIn(systems());
  }

  @Test
  @DisplayName("crs/crs-parameter, crs/crs-parameter-default (ogc-crs-header)")
  void header() {
    for (String path : List.of(ITEMS, ITEMS + "/h-000")) {
      assertThat(client.browser().get(path).header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
      for (String uri : systems()) {
        Answer answer = client.browser().get(path + "?crs=" + uri);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Crs")).isEqualTo("<" + uri + ">");
      }
    }
  }

  private double[] corner(String uri) {
    JsonNode position = client.json(ITEMS + "/h-000?crs=" + uri).at("/geometry/coordinates/0/0");
    return new double[] {position.get(0).asDouble(), position.get(1).asDouble()};
  }

  /** Predicted: 101.4° · 111,319.4908 m for Web Mercator; 0.6° west of 102° E for the zone. */
  @Test
  @DisplayName("crs/crs-parameter-transform: to what was predicted, in the authority's axis order")
  void action() {
    assertThat(corner(CRS84)).containsExactly(101.4, 36);
    assertThat(corner(EPSG + "4326")).containsExactly(36, 101.4);
    assertThat(corner(EPSG + "4490")).containsExactly(36, 101.4);
    assertThat(corner(EPSG + "3857"))
        .satisfies(
            xy -> {
              assertThat(xy[0]).isCloseTo(101.4 * 111_319.490793, within(0.01));
              assertThat(xy[1]).isCloseTo(4_300_621.37, within(0.01));
            });
    assertThat(corner(EPSG + "4543"))
        .satisfies(
            xy -> {
              assertThat(xy[0]).as("northing").isCloseTo(3_985_000, within(2_000.0));
              assertThat(xy[1]).as("easting").isCloseTo(500_000 - 0.6 * 90_164, within(50.0));
            });
  }

  @Test
  @DisplayName("crs/crs-parameter-invalid, crs/bbox-crs-parameter-invalid")
  void refused() {
    for (String uri :
        List.of(EPSG + "99999", "EPSG:4326", "file:///etc/passwd", "", EPSG + "2154")) {
      for (String parameter : List.of("crs", "bbox-crs")) {
        Answer answer = client.browser().get(ITEMS + "?bbox=1,2,3,4&" + parameter + "=" + uri);
        assertThat(answer.status()).as(parameter + "=" + uri).isEqualTo(400);
        assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
        assertThat(texts(answer.json().path("allowed"))).isEqualTo(systems());
      }
    }
  }

  @Test
  @DisplayName("crs/bbox-crs-parameter, crs/bbox-crs-parameter-default: the same box by any system")
  void boxes() {
    String wgs = "bbox=101.4001,36.0001,101.4002,36.0002";
    String latLon = "bbox=36.0001,101.4001,36.0002,101.4002&bbox-crs=";
    double metre = 111_319.490793;
    String mercator =
        "bbox=%f,4300640,%f,4300641&bbox-crs=".formatted(101.4001 * metre, 101.4002 * metre);
    for (String query :
        List.of(
            wgs,
            wgs + "&bbox-crs=" + CRS84,
            latLon + EPSG + "4326",
            latLon + EPSG + "4490",
            mercator + EPSG + "3857")) {
      assertThat(ids(client.json(ITEMS + "?" + query))).as(query).containsExactly("h-000");
    }
  }

  /** As far as two of the system's own numbers may lie apart: a centimetre. */
  private static void isBack(JsonNode position, String uri, JsonNode lonLat) {
    double[] xy = {position.get(0).asDouble(), position.get(1).asDouble()};
    Crs.parse(uri).transform().toLonLat(xy);
    assertThat(xy[0]).as(uri).isCloseTo(lonLat.get(0).asDouble(), within(1.5e-7));
    assertThat(xy[1]).as(uri).isCloseTo(lonLat.get(1).asDouble(), within(1.5e-7));
  }

  @Test
  @DisplayName("crs/crs-parameter-transform: back from every system that is offered")
  void everySystemLeadsBack() {
    JsonNode plain = client.json(ITEMS + "?limit=20").path("features");
    for (String uri : systems()) {
      JsonNode page = client.json(ITEMS + "?limit=20&crs=" + uri).path("features");
      assertThat(page).hasSameSizeAs(plain);
      for (int i = 0; i < plain.size(); i++) {
        JsonNode there = page.get(i).at("/geometry/coordinates/0");
        JsonNode here = plain.get(i).at("/geometry/coordinates/0");
        for (int v = 0; v < here.size(); v++) {
          isBack(there.get(v), uri, here.get(v));
        }
      }
      JsonNode one = client.json(ITEMS + "/h-003?crs=" + uri);
      isBack(one.at("/geometry/coordinates/0/0"), uri, lonLat("h-003"));
    }
  }

  private JsonNode lonLat(String code) {
    return client.json(ITEMS + "/" + code).at("/geometry/coordinates/0/0");
  }

  /**
   * Inside a house, so that the sides, which bend in another system, cut none of its neighbours.
   */
  @Test
  @DisplayName("crs/bbox-crs-parameter: a box given in every system that is offered")
  void aBoxInEverySystem() {
    for (String uri : systems()) {
      double[] low = {101.4011, 36.0011};
      double[] high = {101.4013, 36.0013};
      Crs.parse(uri).transform().fromLonLat(low);
      Crs.parse(uri).transform().fromLonLat(high);
      String box = "%.9f,%.9f,%.9f,%.9f".formatted(low[0], low[1], high[0], high[1]);
      assertThat(ids(client.json(ITEMS + "?bbox=" + box + "&bbox-crs=" + uri)))
          .as(uri)
          .containsExactly("h-011");
    }
  }
}
