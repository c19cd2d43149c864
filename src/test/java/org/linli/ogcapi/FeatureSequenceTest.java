package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.ids;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Features one after the other, for who prefers them so. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FeatureSequenceTest {
  private static final String SEQUENCE = "application/geo+json-seq";
  private static final String LINES = "application/x-ndjson";
  private static final String ITEMS = "/ogc/collections/houses/items";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"; type=\"(.+)\"");

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** The codes of features each of which begins with a record separator, if so, and ends a line. */
  private static List<String> codes(Answer answer) {
    String before = answer.header("Content-Type").equals(SEQUENCE) ? "\u001e" : "";
    assertThat(answer.text()).endsWith("\n");
    return Arrays.stream(answer.text().split("\n"))
        .peek(line -> assertThat(line).startsWith(before + "{"))
        .map(line -> JSON.readTree(line.substring(before.length())).path("id").asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({SEQUENCE + ",geojsons", LINES + ",geojsonl"})
  void aFileComesInTheFormThatIsAccepted(String type, String ending) {
    Answer whole = browser.get("/data/houses.geojson");
    Answer answer = browser.get("/data/houses.geojson", "Accept", type);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Vary")).contains("Accept,");
    assertThat(answer.header("Content-Disposition")).contains("houses." + ending);
    assertThat(answer.header("ETag")).isNotEqualTo(whole.header("ETag"));
    assertThat(codes(answer)).isEqualTo(ids(whole.json())).hasSizeGreaterThan(40);
  }

  @Test
  void theFileOfLinesStaysOneForWhoDoesNotMind() {
    assertThat(browser.get("/data/houses.geojsonl", "Accept", "*/*").header("Content-Type"))
        .isEqualTo(LINES);
    assertThat(browser.get("/data/houses.geojsonl", "Accept", SEQUENCE).header("Content-Type"))
        .isEqualTo(SEQUENCE);
    assertThat(browser.get("/data/houses.csv", "Accept", SEQUENCE).header("Content-Type"))
        .startsWith("text/csv");
  }

  @ParameterizedTest
  @CsvSource({SEQUENCE, LINES})
  void thePagesTogetherAreTheLayerAndEachTellsInItsHeaderOfTheNext(String type) {
    List<String> codes = new ArrayList<>();
    String address = ITEMS + "?limit=25";
    int pages = 0;
    while (!address.isEmpty()) {
      Answer page = browser.get(address, "Accept", type);
      assertThat(page.header("Content-Type")).isEqualTo(type);
      codes.addAll(codes(page));
      Matcher next = NEXT.matcher(page.response().headers().firstValue("Link").orElse(""));
      address = next.matches() ? next.group(1) : "";
      pages++;
    }
    List<String> all = ids(browser.get(ITEMS + "?limit=1000").json());
    assertThat(codes).isEqualTo(all);
    assertThat(pages).isEqualTo((all.size() + 24) / 25);
  }

  @Test
  void aPageThatIsJustFullHasNoNext() {
    int all = ids(browser.get(ITEMS + "?limit=1000").json()).size();
    Answer page = browser.get(ITEMS + "?limit=" + all, "Accept", LINES);
    assertThat(codes(page)).hasSize(all);
    assertThat(page.response().headers().firstValue("Link")).isEmpty();
  }

  @Test
  void theFormThatTheAddressNamesComesFirst() {
    Answer page = browser.get(ITEMS + "?f=json&limit=2", "Accept", LINES);
    assertThat(page.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(ids(page.json())).hasSize(2);
  }

  @Test
  void anEmptyChoiceHasNoContent() {
    Answer page = browser.get(ITEMS + "?filter=floors%3C0", "Accept", LINES);
    assertThat(page.status()).isEqualTo(204);
    assertThat(page.text()).isEmpty();
  }
}
