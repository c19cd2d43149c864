package org.linli.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import tools.jackson.databind.json.JsonMapper;

/** Where programs that collect catalogues come by, and what they find. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class HarvestersTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @ParameterizedTest
  @CsvSource({
    "/catalogue.jsonld, application/ld+json",
    "/data.json, application/json",
    "/sitemap.xml, application/xml",
    "/robots.txt, text/plain;charset=UTF-8"
  })
  void eachFormOfTheCatalogueIsWhereItIsLookedFor(String path, String mediaType) {
    Answer answer = browser.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
    assertThat(answer.header("ETag")).isNotBlank();
    assertThat(browser.get(path, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
    assertThat(answer.text()).contains(browser.address("/")).doesNotContain("notes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalogue.jsonld?x=1", "/data.json?lang=fr", "/sitemap.xml?page=2"})
  void whatIsNotUnderstoodIsRefused(String path) {
    Answer answer = browser.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aDatasetsPageCarriesItsDescriptionForSearchEngines() {
    String page = browser.get("/data/houses?lang=en").text();
    Matcher block =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>").matcher(page);
    assertThat(block.find()).isTrue();
    JsonNode dataset = JsonMapper.shared().readTree(block.group(1));
    assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
    assertThat(dataset.path("url").asString()).isEqualTo(browser.address("/data/houses"));
    assertThat(page).contains("type=\"application/ld+json\"").contains("/catalogue.jsonld");
    assertThat(browser.get("/data").text()).contains("DataCatalog");
  }

  @Test
  void theSitemapNamesThePages() {
    assertThat(browser.get("/sitemap.xml").text())
        .contains("<loc>" + browser.address("/data/houses") + "</loc>")
        .contains("<loc>" + browser.address("/projects") + "</loc>");
  }
}
