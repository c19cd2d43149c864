package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.ids;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.linli.testing.TileReader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One filter over all that is served of a layer: pages, files, tiles. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FilteredRowsTest {
  private static final String ITEMS = "/ogc/collections/houses/items";
  private static final String FILE = "/data/houses.geojson";

  @LocalServerPort private int port;
  private ApiClient client;

  @BeforeEach
  void connect() {
    client = new ApiClient(new Browser(port));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> filtered(String address, String filter) {
    return ids(client.json(address + "?filter=" + encoded(filter)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floors > 54 | h-055,h-057,h-058",
        "height BETWEEN 3 AND 7.25 AND NOT empty = true | h-003,h-007",
        "name LIKE '楼栋 1_' AND floors IN (10, 13, 16) | h-010,h-013,h-016",
        "built_on = '2026-01-02' | h-001",
        "seen_at < TIMESTAMP('2026-01-03T00:00:00Z') | h-000,h-001",
        "S_INTERSECTS(geometry, POINT(101.4012 36.0002)) | h-001",
        "S_WITHIN(geometry, BBOX(101.4,36,101.4016,36.001)) | h-000,h-001",
        "code = 'h-012' OR T_AFTER(seen_at, DATE('2026-02-27')) | h-012,h-058",
      })
  void aFilterChoosesThePageAndTheFile(String filter, String expected) {
    assertThat(filtered(ITEMS, filter)).containsExactly(expected.split(","));
    assertThat(filtered(FILE, filter)).containsExactly(expected.split(","));
  }

  @Test
  void aFilterAndABoxHoldTogether() {
    JsonNode page =
        client.json(ITEMS + "?bbox=101.4,36,101.4084,36.0004&filter=" + encoded("floors > 4"));
    assertThat(ids(page)).containsExactly("h-006", "h-007");
    assertThat(page.path("numberMatched").asInt()).isEqualTo(2);
  }

  @Test
  void aTileHasTheFilteredFeatures() {
    byte[] tile =
        client
            .browser()
            .get(
                "/ogc/collections/houses/tiles/WebMercatorQuad/10/402/800?filter="
                    + encoded("floors > 54"))
            .bytes();
    assertThat(TileReader.read(tile).get(0).features())
        .extracting(feature -> feature.properties().get("code"))
        .containsExactly("h-055", "h-057", "h-058");
  }

  @Test
  void aHiddenFieldIsRefusedAsOneThatNeverWas() {
    for (String address : List.of(ITEMS, FILE)) {
      for (String question : List.of("filter=%s > 1", "sortby=%s", "properties=%s")) {
        Answer hidden = asked(address, question.formatted("residents"));
        Answer never = asked(address, question.formatted("resideqts"));
        assertThat(hidden.status()).isEqualTo(400);
        assertThat(hidden.text().replace("residents", "resideqts")).isEqualTo(never.text());
      }
    }
    assertThat(filtered("/ogc/collections/houses/items", "floors > 57")).hasSize(1);
  }

  private Answer asked(String address, String question) {
    String[] parts = question.split("=", 2);
    return client.browser().get(address + "?" + parts[0] + "=" + encoded(parts[1]));
  }

  @Test
  void propertiesAreAllThatIsShown() {
    for (String address : List.of(ITEMS, FILE)) {
      JsonNode answer = client.json(address + "?properties=status,floors&filter=height%3E58");
      assertThat(ids(answer)).containsExactly("h-058");
      assertThat(answer.at("/features/0/properties").propertyNames())
          .containsExactly("status", "floors");
    }
  }

  @Test
  void sortbyPutsMissingValuesLastAndTiesByCode() {
    List<String> down = ids(client.json(ITEMS + "?sortby=-floors&limit=3"));
    assertThat(down).containsExactly("h-058", "h-057", "h-055");
    List<String> up = ids(client.json(ITEMS + "?sortby=%2Bstatus,floors&limit=100"));
    assertThat(up).startsWith("h-000", "h-001", "h-003").endsWith("h-053", "h-056");
  }
}
