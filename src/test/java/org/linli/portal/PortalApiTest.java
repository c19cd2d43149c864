package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the page asks the server for, beside the OGC API. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PortalApiTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static List<String> texts(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> entry.path(name).asString())
        .toList();
  }

  private JsonNode found(String text) {
    Answer answer = browser.get("/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("results");
  }

  @Test
  void layersAreDescribedAsThePublicMayKnowThem() {
    JsonNode layers = browser.get("/api/layers").json();
    assertThat(texts(layers, "id")).containsExactly("houses");
    JsonNode houses = layers.path(0);
    assertThat(houses.path("titles").path("bo").asString()).isEqualTo("ཁང་པ།");
    assertThat(houses.path("geometry").asString()).isEqualTo("polygon");
    assertThat(houses.path("count").asLong()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(houses.path("nameField").asString()).isEqualTo("name");
    assertThat(texts(houses.path("fields"), "name")).contains("floors").doesNotContain("residents");
    assertThat(houses.path("fields").path(2).path("type").asString()).isEqualTo("integer");
  }

  @Test
  void theTilesOfALayerAreGoodUntilItChanges() {
    String template = browser.get("/api/layers").json().path(0).path("tiles").asString();
    // House 0 lies at 101.4 E, 36 N: column 12806, row 6433 of zoom 14.
    String tile = template.replace("{z}", "14").replace("{x}", "12806").replace("{y}", "6433");
    Answer answer = browser.get(tile);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isNotEmpty();
    assertThat(answer.header("Cache-Control")).contains("immutable");
  }

  @Test
  void theBoxOfALayerHoldsItsFeatures() {
    JsonNode box = browser.get("/api/layers").json().path(0).path("bbox");
    // House 0 begins at 101.4, 36; house 58, the last public one, ends at column 8, row 5.
    assertThat(box.path(0).asDouble()).isEqualTo(101.4);
    assertThat(box.path(1).asDouble()).isEqualTo(36);
    assertThat(box.path(3).asDouble()).isEqualTo(36.0054);
  }

  @Test
  void anExactNameComesBeforeOneThatOnlyBeginsSo() {
    // «楼栋 1» is house 1; 10, 11, 13, 16 and 17 begin with it too (12, 15, 18 have other names; 14
    // and 19 are drafts).
    assertThat(texts(found("楼栋 1"), "code"))
        .containsExactly("h-001", "h-010", "h-011", "h-013", "h-016", "h-017");
  }

  @Test
  void aFindSaysWhereItIsAndWhatItIsCalled() {
    JsonNode first = found("楼栋 10").path(0);
    assertThat(first.path("name").asString()).isEqualTo("楼栋 10");
    assertThat(first.path("layer").asString()).isEqualTo("houses");
    assertThat(first.path("lon").asDouble()).isEqualTo(101.4002);
    assertThat(first.path("lat").asDouble()).isEqualTo(36.0012);
    assertThat(first.path("bbox").path(2).asDouble()).isEqualTo(101.4004);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H-010", "ｈ－０１０", "h-010", " h-010 "})
  void caseAndWidthDoNotMatter(String text) {
    assertThat(texts(found(text), "code")).containsExactly("h-010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h-004", "楼栋 14", "便条", "residents", "没有这个"})
  void whatThePublicMayNotSeeIsNotFound(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aSearchForNothingFindsNothing() {
    assertThat(found("  ")).isEmpty();
  }

  @Test
  void aSearchGivesAsManyAsAskedFor() {
    assertThat(browser.get("/api/search?q=h-&limit=3").json().path("results")).hasSize(3);
    assertThat(found("h-")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/search?q=a&limit=0",
        "/api/search?q=a&limit=-1",
        "/api/search?q=a&limit=2147483648",
        "/api/search?q=a&q=b",
        "/api/search?query=a",
        "/api/layers?x=1",
        "/api/portal?x=1"
      })
  void aParameterThatCannotBeIsNamed(String path) {
    Answer answer = browser.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aSearchTextHasAnEnd() {
    assertThat(browser.get("/api/search?q=" + "a".repeat(101)).status()).isEqualTo(400);
  }

  @Test
  void thePortalSaysWhereToBegin() {
    JsonNode portal = browser.get("/api/portal").json();
    assertThat(portal.path("name").path("zh").asString()).isEqualTo("邻里图");
    assertThat(portal.path("demo").isNull()).isTrue();
    assertThat(portal.path("basemaps")).isEmpty();
    assertThat(portal.path("places")).hasSize(1);
    assertThat(portal.path("places").path(0).path("features").asLong())
        .isEqualTo(TownLayers.PUBLIC_HOUSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/js/main.js", "/lib/leaflet.js", "/lib/pbf.js"})
  void aPageIsSentOnceAndThenOnlyConfirmed(String path) {
    Answer first = browser.get(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(browser.get(path, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
    assertThat(browser.get(path, "Accept-Encoding", "gzip").header("Content-Encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void aScriptHasAScriptsType() {
    assertThat(browser.get("/js/main.js").header("Content-Type")).startsWith("text/javascript");
    assertThat(browser.get("/css/page.css").header("Content-Type")).startsWith("text/css");
    assertThat(browser.get("/").header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
  }

  @Test
  void thePolicyLetsInNothingButOurOwn() {
    assertThat(browser.get("/").header("Content-Security-Policy"))
        .contains("script-src 'self'", "style-src 'self'", "worker-src 'self'")
        .doesNotContain("unsafe", "http:", "https:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/js/none.js", "/js/../application.yml", "/lib/none.js", "/js/%2e%2e/x", "/js/"})
  void nothingElseCanBeRead(String path) {
    assertThat(browser.get(path).status()).isBetween(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/coverage", "/projects", "/data", "/data/houses"})
  void everyPageIsThePortalUnderItsOwnTitle(String path) {
    Answer page = browser.get(path, "Accept-Language", "en");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Vary")).contains("Accept-Language");
    assertThat(page.text())
        .contains("<html lang=\"en\">")
        .contains("<link rel=\"canonical\" href=\"" + browser.address(path) + "\">")
        .contains("/js/main.js");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/notes", "/data/nothing", "/projects/p1", "/data/Houses"})
  void aPageOfWhatIsNotThereIsNotThere(String path) {
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  /** Whoever follows a dead link with a browser is told by a page, which leads on. */
  @ParameterizedTest
  @ValueSource(strings = {"/data/nothing", "/projects/p1"})
  void whoReadsPagesIsToldByOne(String path) {
    Answer page = browser.get(path, "Accept", "text/html,*/*;q=0.8");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.text()).contains("/js/main.js");
  }

  @Test
  void aPagesNameWithADotIsAFileOfTheLayer() {
    assertThat(browser.get("/data/houses.geojson").header("Content-Type"))
        .isEqualTo("application/geo+json");
  }
}
