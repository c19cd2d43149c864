package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** After the abstract test suites of OGC 17-069r4 (core, geojson) and 18-058r1 (crs). */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ItemsTest {
  private static final String ITEMS = "/ogc/collections/houses/items";

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static List<String> ids(JsonNode collection) {
    return StreamSupport.stream(collection.path("features").spliterator(), false)
        .map(feature -> feature.path("id").asString())
        .toList();
  }

  private static Optional<String> link(JsonNode document, String rel) {
    return StreamSupport.stream(document.path("links").spliterator(), false)
        .filter(link -> link.path("rel").asString().equals(rel))
        .map(link -> link.path("href").asString())
        .findFirst();
  }

  private long matched(String query) {
    Answer answer = browser.get(ITEMS + "?limit=1&" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("numberMatched").asLong();
  }

  @Test
  void aPageIsAFeatureCollectionWithItsHeaders() {
    Answer answer = browser.get(ITEMS + "?limit=2");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Content-Crs"))
        .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(answer.header("ETag")).startsWith("W/\"");
    JsonNode page = answer.json();
    assertThat(ids(page)).containsExactly("h-000", "h-001");
    assertThat(page.path("numberMatched").asInt()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(page.path("numberReturned").asInt()).isEqualTo(2);
    assertThat(link(page, "self")).contains(browser.address(ITEMS + "?limit=2&f=json"));
    assertThat(link(page, "alternate")).contains(browser.address(ITEMS + "?limit=2&f=html"));
    assertThat(link(page, "collection")).isPresent();
  }

  @Test
  void followingNextVisitsEveryFeatureOnceAndKeepsTheQuery() {
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of(ITEMS + "?limit=7&bbox=101.4,36,101.4084,36.0025&lang=en");
    while (next.isPresent()) {
      JsonNode page = browser.get(next.get()).json();
      assertThat(page.path("numberMatched").asInt()).isEqualTo(24);
      seen.addAll(ids(page));
      next = link(page, "next");
      next.ifPresent(url -> assertThat(url).contains("limit=7").contains("lang=en"));
    }
    assertThat(seen).hasSize(24).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void pagingSurvivesWritesBetweenThePages() {
    JsonNode first = browser.get(ITEMS + "?limit=10").json();
    String last = ids(first).get(9);
    store.put("houses", TownLayers.house(60));
    store.remove("houses", last);
    try {
      List<String> second = ids(browser.get(link(first, "next").orElseThrow()).json());
      assertThat(second).hasSize(10).allMatch(id -> id.compareTo(last) > 0);
      assertThat(second.get(0)).isEqualTo("h-012".compareTo(last) > 0 ? "h-012" : "h-013");
    } finally {
      store.put("houses", TownLayers.house(Integer.parseInt(last.substring(2))));
      store.remove("houses", "h-060");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next=AAAA",
        "next=%00",
        "next=Aa9YLIJoLTAwMQ&floors=3",
        "next=../../etc/passwd",
        "next=",
        "next=Aa9YLIJoLTAwMg"
      })
  void aForgedNextIsRefused(String query) {
    Answer answer = browser.get(ITEMS + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("next");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=101.4,36,101.4004,36.0004 | 1",
        "bbox=101.4,36,-500,101.4004,36.0004,9000 | 1",
        "bbox=101.40041,36,101.40099,36.006 | 0",
        "bbox=170,-10,101.4002,40 | 6",
        "bbox=36,101.4,36.0004,101.4004&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326 | 1",
        "bbox=11287796,4300621,11287841,4300677&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857 | 1",
        "datetime=2026-01-02T00:00:00Z | 17",
        "datetime=2026-01-01T12:00:00Z/.. | 47",
        "datetime=../2026-01-02T00:00:00Z | 18",
        "datetime=/2026-01-02T00:00:00Z | 18",
        "datetime=2026-01-02 | 17",
        "floors=3 | 1",
        "floors=4 | 0",
        "height=3.25 | 1",
        "empty=true | 16",
        "built_on=2026-01-02 | 1",
        "seen_at=2026-01-02T08:00:00%2B08:00 | 1",
        "name=%E6%A5%BC%E6%A0%8B%201 | 1",
        "status=built | 48",
        "status=draft | 0"
      })
  void aQueryFindsWhatItShould(String query, long expected) {
    assertThat(matched(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0 | limit",
        "limit=-1 | limit",
        "limit=2147483648 | limit",
        "limit=99999999999999999999 | limit",
        "limit=ten | limit",
        "limit= | limit",
        "limit=1&limit=2 | limit",
        "bbox=1,2,3 | bbox",
        "bbox=1,2,3,4,5 | bbox",
        "bbox=1,2,3,x | bbox",
        "bbox=1,2,3,NaN | bbox",
        "bbox=1,2,3,1e999 | bbox",
        "bbox=0x1,2,3,4 | bbox",
        "bbox=-181,0,0,1 | bbox",
        "bbox=0,0,1,91 | bbox",
        "bbox=0,2,1,1 | bbox",
        "bbox= | bbox",
        "bbox=0,0,1,1&bbox-crs=EPSG:9999 | bbox-crs",
        "datetime=yesterday | datetime",
        "datetime=2026-13-01T00:00:00Z | datetime",
        "datetime=2026-02-01/2026-01-01 | datetime",
        "datetime=../.. | datetime",
        "datetime=2026-01-01/2026-01-02/2026-01-03 | datetime",
        "crs=http://www.opengis.net/def/crs/EPSG/0/99999 | crs",
        "floors=many | floors",
        "height=NaN | height",
        "empty=yes | empty",
        "built_on=2026-02-30 | built_on",
        "seen_at=2026-01-02 | seen_at",
        "f=xml | f",
        "residents=101 | residents",
        "filter=1 | filter"
      })
  void anUnusableParameterIsNamed(String query, String parameter) {
    Answer answer = browser.get(ITEMS + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-parameter");
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void anUnknownParameterIsAnsweredWithTheKnownOnes() {
    JsonNode problem = browser.get(ITEMS + "?colour=red", "Accept-Language", "en").json();
    assertThat(problem.path("detail").asString())
        .startsWith("There is no parameter «colour» here.");
    List<String> allowed =
        StreamSupport.stream(problem.path("allowed").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    assertThat(allowed).contains("bbox", "limit", "floors").doesNotContain("residents");
  }

  @Test
  void aLimitAboveTheMaximumMeansTheMaximum() {
    Answer answer = browser.get(ITEMS + "?limit=2147483647");
    assertThat(answer.json().path("numberReturned").asInt()).isEqualTo(TownLayers.PUBLIC_HOUSES);
  }

  @Test
  void aFeatureIsReadByItsId() {
    Answer answer = browser.get(ITEMS + "/h-001");
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode feature = answer.json();
    assertThat(feature.path("id").asString()).isEqualTo("h-001");
    assertThat(feature.path("properties").path("name").asString()).isEqualTo("楼栋 1");
    assertThat(feature.path("properties").has("residents")).isFalse();
    assertThat(link(feature, "collection"))
        .contains(browser.address("/ogc/collections/houses?f=json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h-004", "1 OR 1=1", "'; DROP TABLE houses; --", "没有", "h-000 ", "%"})
  void anIdThatIsNotThereIsNotFound(String id) {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    Answer answer = browser.get(ITEMS + "/" + path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/not-found");
  }

  @Test
  void staffSeeTheirFieldsAndRowsAndTheirAnswersAreNotKept() {
    Answer answer = browser.getAsStaff("/staff" + ITEMS + "/h-004");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.json().path("properties").path("residents").asInt()).isEqualTo(104);
    assertThat(link(answer.json(), "self"))
        .contains(browser.address("/staff" + ITEMS + "/h-004?f=json"));
    assertThat(browser.getAsStaff("/staff" + ITEMS).json().path("numberMatched").asInt())
        .isEqualTo(TownLayers.HOUSES);
  }

  @Test
  void theTokenMakesNoDifferenceOutsideOfStaff() {
    assertThat(browser.getAsStaff(ITEMS + "/h-004").status()).isEqualTo(404);
    assertThat(browser.getAsStaff(ITEMS).json().path("numberMatched").asInt())
        .isEqualTo(TownLayers.PUBLIC_HOUSES);
  }

  @Test
  void aTableHasFeaturesWithoutGeometryAndIdsInAnyScript() {
    String notes = "/staff/ogc/collections/notes/items";
    JsonNode page = browser.getAsStaff(notes).json();
    assertThat(ids(page)).containsExactly("n 1-2", "便条");
    assertThat(page.path("features").get(0).path("geometry").isNull()).isTrue();
    assertThat(page.path("features").get(0).has("geometry")).isTrue();
    assertThat(browser.getAsStaff(notes + "/%E4%BE%BF%E6%9D%A1").json().path("id").asString())
        .isEqualTo("便条");
    assertThat(browser.getAsStaff(notes + "?datetime=2026-01-01T00:00:00Z").status())
        .isEqualTo(200);
    // A box gives what has no place, too (OGC 17-069r4, fc-bbox-response, C).
    assertThat(browser.getAsStaff(notes + "?bbox=0,0,1,1").json().path("numberMatched").asInt())
        .isEqualTo(2);
  }

  @Test
  void aCrsOfTheListIsAnsweredInItAndNamed() {
    String uri = "http://www.opengis.net/def/crs/EPSG/0/4326";
    Answer answer = browser.get(ITEMS + "/h-000?crs=" + uri);
    assertThat(answer.header("Content-Crs")).isEqualTo("<" + uri + ">");
    assertThat(answer.json().path("geometry").path("coordinates").get(0).get(0).toString())
        .isEqualTo("[36,101.4]");
  }

  @Test
  void anUnchangedPageIsNotSentTwiceAndAChangedOneIs() {
    String tag = browser.get(ITEMS + "?limit=1").header("ETag");
    assertThat(browser.get(ITEMS + "?limit=1", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(browser.get(ITEMS + "?limit=2", "If-None-Match", tag).status()).isEqualTo(200);
    store.put("houses", TownLayers.house(0));
    assertThat(browser.get(ITEMS + "?limit=1", "If-None-Match", tag).status()).isEqualTo(200);
  }
}
