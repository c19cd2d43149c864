package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LayerExportTest {
  private static final String HOUSES = "/data/houses.geojson";

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("features").spliterator(), false)
        .map(feature -> feature.path("id").asString())
        .toList();
  }

  @Test
  void aWholeLayerIsAFileWithAllThatThePublicMaySee() {
    Answer answer = browser.get(HOUSES);
    assertThat(ids(answer)).hasSize(TownLayers.PUBLIC_HOUSES).isSorted();
    assertThat(answer.text()).doesNotContain("residents", "draft");
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "inline; filename=\"houses.geojson\"; filename*=UTF-8''%E6%88%BF%E5%B1%8B.geojson");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(answer.header("ETag")).startsWith("\"");
  }

  @Test
  void staffGetAllOfItUnderAnotherTagAndKeepNothing() {
    String publicTag = browser.get(HOUSES).header("ETag");
    Answer answer = browser.getAsStaff("/staff" + HOUSES);
    assertThat(ids(answer)).hasSize(TownLayers.HOUSES);
    assertThat(answer.text()).contains("residents");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("ETag")).isNotEqualTo(publicTag);
    assertThat(browser.get("/staff" + HOUSES).status()).isEqualTo(401);
    assertThat(ids(browser.getAsStaff(HOUSES))).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(ids(browser.getAsStaff("/staff" + HOUSES))).hasSize(TownLayers.HOUSES);
  }

  @Test
  void anEditMakesAnotherFile() {
    Answer before = browser.get(HOUSES);
    store.remove("houses", "h-001");
    try {
      Answer after = browser.get(HOUSES, "If-None-Match", before.header("ETag"));
      assertThat(ids(after)).hasSize(TownLayers.PUBLIC_HOUSES - 1).doesNotContain("h-001");
      assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    } finally {
      store.put("houses", TownLayers.house(1));
    }
    assertThat(ids(browser.get(HOUSES))).contains("h-001");
  }

  @Test
  void theAddressByWhichItWasReachedMakesNoOtherFile() {
    String tag = browser.get(HOUSES).header("ETag");
    assertThat(browser.get("http://127.0.0.1:" + port + HOUSES).header("ETag")).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=101.4,36,101.4004,36.0004 | 1",
        "floors=3 | 1",
        "empty=true | 16",
        "datetime=2026-01-02 | 17",
        "bbox=0,0,179,80 | 48"
      })
  void aQueryChoosesAmongTheFeatures(String query, int expected) {
    Answer answer = browser.get(HOUSES + "?" + query);
    assertThat(ids(answer)).hasSize(expected);
    assertThat(answer.header("ETag")).isNotEqualTo(browser.get(HOUSES).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"residents=101", "limit=1", "f=json", "bbox=1,2,3", "floors=x", "next=AAAA"})
  void whatIsNoUsableQueryIsRefused(String query) {
    Answer answer = browser.get(HOUSES + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    JsonNode problem = answer.json();
    assertThat(problem.path("parameter").asString())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/nothing.geojson",
        "/data/notes.geojson",
        "/data/Houses.geojson",
        "/data/houses.exe",
        "/data/..geojson",
        "/data/houses.geojson.exe"
      })
  void whatIsNoLayerIsNotFound(String path) {
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @Test
  void aTableOfTheStaffIsAFileForStaffOnly() {
    assertThat(ids(browser.getAsStaff("/staff/data/notes.geojson"))).hasSize(2);
  }
}
