package org.linli.opendata;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The records of the datasets. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DatasetsTest {
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

  private JsonNode houses() {
    return browser.get("/api/datasets/houses?lang=en").json();
  }

  @Test
  void eachLayerThatThePublicMaySeeIsADataset() {
    Answer answer = browser.get("/api/datasets", "Accept-Language", "en");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Language")).isEqualTo("en");
    JsonNode found = answer.json();
    assertThat(texts(found.path("datasets"), "id")).containsExactly("houses");
    JsonNode houses = found.path("datasets").path(0);
    assertThat(houses.path("title").asString()).isEqualTo("Houses");
    assertThat(houses.path("titles").path("bo").asString()).isEqualTo("ཁང་པ།");
    assertThat(houses.path("features").asInt()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(houses.path("licence").path("url").asString())
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(houses.path("freshness").path("state").asString()).isEqualTo("unknown");
    assertThat(houses.path("updateFrequency").isNull()).isTrue();
  }

  @Test
  void staffFindTheirsUnderStaff() {
    JsonNode found = browser.getAsStaff("/staff/api/datasets").json();
    assertThat(texts(found.path("datasets"), "id")).containsExactly("houses", "notes");
    JsonNode houses = browser.getAsStaff("/staff/api/datasets/houses").json();
    assertThat(texts(houses.path("fields"), "name")).contains("residents");
    assertThat(houses.path("api").path("items").asString())
        .isEqualTo(browser.address("/staff/ogc/collections/houses/items"));
    assertThat(browser.get("/api/datasets/notes").status()).isEqualTo(404);
  }

  @Test
  void theDictionaryHasWhatThePublicMayKnow() {
    JsonNode fields = houses().path("fields");
    assertThat(texts(fields, "name"))
        .containsExactly("name", "status", "floors", "height", "empty", "built_on", "seen_at");
    assertThat(texts(fields, "type"))
        .containsExactly("text", "text", "integer", "real", "boolean", "date", "instant");
  }

  @Test
  void theSampleIsTheFirstFeaturesAndNoDraft() {
    JsonNode sample = houses().path("sample");
    assertThat(sample.path("columns").path(0).asString()).isEqualTo("code");
    List<String> codes =
        StreamSupport.stream(sample.path("rows").spliterator(), false)
            .map(row -> row.path(0).asString())
            .toList();
    // Every fifth house from h-004 on is a draft.
    assertThat(codes).containsExactly("h-000", "h-001", "h-002", "h-003", "h-005");
    assertThat(sample.path("rows").path(1).path(3).asInt()).isEqualTo(1);
    assertThat(sample.path("rows").path(2).path(3).isNull()).as("no value").isTrue();
    assertThat(sample.path("rows").path(1).path(7).asString()).isEqualTo("2026-01-02T00:00:00Z");
  }

  @Test
  void theAddressesOfARecordAnswer() {
    JsonNode record = houses();
    assertThat(browser.get(record.path("api").path("items").asString()).status()).isEqualTo(200);
    assertThat(browser.get(record.path("api").path("collection").asString()).status())
        .isEqualTo(200);
    assertThat(browser.get(record.path("api").path("tiles").asString()).status()).isEqualTo(200);
    assertThat(browser.get(record.path("page").asString()).status()).isEqualTo(200);
    assertThat(browser.get(record.path("url").asString()).status()).isEqualTo(200);
  }

  @Test
  void theSizeOfAFileIsToldOnceItWasMade() {
    Answer file = browser.get("/data/houses.csv", "Accept-Encoding", "gzip");
    assertThat(file.header("Content-Encoding")).isEqualTo("gzip");
    long bytes = browser.get("/data/houses.csv").bytes().length;
    assertThat(bytesOf("csv")).isEqualTo(bytes);
    browser.get("/data/houses.xlsx?bbox=0,0,1,1");
    browser.get("/data/houses.geojson?filter=floors%3E3");
    browser.get("/data/houses.csv?bom=true");
    browser.getAsStaff("/staff/data/houses.csv");
    assertThat(bytesOf("csv")).isEqualTo(bytes);
    String dcat = browser.get("/catalogue.jsonld").text();
    assertThat(dcat).contains("\"@value\":\"" + bytes + "\"");
  }

  private long bytesOf(String format) {
    return houses()
        .path("downloads")
        .valueStream()
        .filter(download -> download.path("format").asString().equals(format))
        .findFirst()
        .orElseThrow()
        .path("bytes")
        .asLong();
  }

  @Test
  void thereIsACommandForEachToolThatNamesAddressesOfThisPortal() {
    JsonNode commands = houses().path("commands");
    assertThat(texts(commands, "tool"))
        .containsExactly("curl", "qgis", "python", "r", "javascript");
    commands.forEach(
        command ->
            assertThat(command.path("text").asString())
                .contains(browser.address("/"))
                .doesNotContain("%s"));
  }

  @Test
  void datasetsAreFoundByWordsInAnyLanguageWithoutRegardToCaseAndWidth() {
    for (String text : List.of("HOUSES", "房屋", "ཁང་པ", "ｈｏｕｓｅｓ%20town", "built_on")) {
      assertThat(browser.get("/api/datasets?q=" + encoded(text)).json().path("total").asInt())
          .as(text)
          .isEqualTo(1);
    }
    assertThat(browser.get("/api/datasets?q=houses%20bridge").json().path("total").asInt())
        .isZero();
    assertThat(browser.get("/api/datasets?q=residents").json().path("total").asInt())
        .as("a hidden field is no word")
        .isZero();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(
        text.replace("%20", " "), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aFacetNarrowsAndStillOffersItsOtherChoices() {
    JsonNode found = browser.get("/api/datasets?freshness=overdue&format=csv").json();
    assertThat(found.path("total").asInt()).isZero();
    assertThat(found.path("facets").path("freshness").path(0).path("code").asString())
        .isEqualTo("unknown");
    assertThat(found.path("facets").path("format").isEmpty()).isTrue();
    assertThat(browser.get("/api/datasets?licence=CC-BY-4.0").json().path("total").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sort=name",
        "?freshness=stale",
        "?format=exe",
        "?lang=fr",
        "?q=a&q=b",
        "?keyword=a&keyword=b",
        "/houses?q=a",
        "/houses?lang=xx"
      })
  void whatIsNotUnderstoodIsRefused(String rest) {
    Answer answer = browser.get("/api/datasets" + rest);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aSearchTextHasALimit() {
    assertThat(browser.get("/api/datasets?q=" + "a".repeat(100)).status()).isEqualTo(200);
    assertThat(browser.get("/api/datasets?q=" + "a".repeat(101)).status()).isEqualTo(400);
  }
}
