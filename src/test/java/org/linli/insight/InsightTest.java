package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.with;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.GridTown;
import org.linli.http.ExportFolder;
import org.linli.http.StaffToken;
import org.linli.snapshot.Snapshots;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;

/**
 * The analyses over HTTP, in a town of nine homes: five of them, in W, seen on 7 June at noon and
 * on 15 June; four, in E, never. It is 15 June 2026, 18:00:30.
 */
@SpringBootTest(classes = InsightTest.Town.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class InsightTest {
  private static final String NOW = "2026-06-15T18:00:00+08:00";
  private static final String PUBLISHED = "2026-06-08T00:00:00+08:00";

  @LocalServerPort private int port;
  @Autowired private Results results;
  @Autowired private MemoryStore store;
  private Browser browser;

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan({"org.linli.http", "org.linli.portal", "org.linli.insight"})
  static class Town {
    @Bean
    MemoryStore store() {
      MemoryStore store = new MemoryStore();
      town().forEachLayer(store::put);
      return store;
    }

    @Bean
    Snapshots snapshots(MemoryStore store) {
      return Snapshots.load(store);
    }

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-06-15T10:00:30Z"), ZoneOffset.UTC);
    }

    @Bean
    ExportFolder exportFolder() throws IOException {
      return new ExportFolder(Files.createTempDirectory("linli-exports"));
    }

    @Bean
    StaffToken staffToken() {
      return new StaffToken(TestPortal.TOKEN);
    }
  }

  private static GridTown town() {
    GridTown town =
        new GridTown()
            .community("T", box(-10, -50, 2000, 50), with("watched_from", LocalDate.of(2026, 6, 1)))
            .community("W", box(-10, -50, 500, 50), with("parent_code", "T"))
            .community("E", box(500, -50, 2000, 50), with("parent_code", "T"))
            .patrol("p", fix(0, -5, "06-15 10:00"), fix(450, -5, "06-15 10:04"));
    for (int i = 0; i < 9; i++) {
      town.home("H" + i, i < 5 ? 100 * i : 500 + 100 * i, 0, i < 5 ? 20 : i == 5 ? 30 : 21);
    }
    for (int i = 0; i < 5; i++) {
      town.seen("H" + i, "06-07 12:00");
    }
    return town;
  }

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode named(JsonNode list, String key, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path(key).asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " in " + list));
  }

  private static List<String> texts(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.path(key).asString())
        .toList();
  }

  private JsonNode staff(String query) {
    Answer answer = browser.getAsStaff("/staff/api/analyses/patrol" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode open(String query) {
    Answer answer = browser.get("/api/analyses/patrol" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void theListTellsParametersAsJsonSchemaInThreeLanguages() {
    JsonNode patrol = named(browser.get("/api/analyses").json().path("analyses"), "id", "patrol");
    assertThat(patrol.path("titles").path("bo").asString()).isEqualTo("འཁོར་ལྟའི་ཁྱབ་ཁོངས།");
    JsonNode reach = patrol.path("parameters").path("properties").path("reach");
    assertThat(reach.path("type").asString()).isEqualTo("number");
    assertThat(reach.path("minimum").asDouble()).isEqualTo(1);
    assertThat(reach.path("maximum").asDouble()).isEqualTo(500);
    assertThat(reach.path("default").asDouble()).isEqualTo(25);
    assertThat(reach.path("titles").path("en").asString()).isEqualTo("Reach");
    assertThat(texts(patrol.path("metrics"), "id"))
        .contains("duty.kept", "coverage.residents")
        .doesNotContain("gap.longest", "blind.nights", "gap.person_days");
    assertThat(patrol.path("layers").size()).isZero();
    JsonNode known = browser.getAsStaff("/staff/api/analyses").json().path("analyses");
    assertThat(texts(named(known, "id", "patrol").path("layers"), "id"))
        .contains("patrol_gaps", "gap_zones", "coverage_grid");
  }

  @Test
  void staffLookFromThisMinuteAndEveryLinkSaysSo() {
    JsonNode result = staff("");
    assertThat(result.path("asOf").asString()).isEqualTo("2026-06-15T10:00:00Z");
    JsonNode coverage = named(result.path("metrics"), "id", "coverage.buildings");
    assertThat(coverage.path("numerator").asDouble()).isEqualTo(5);
    assertThat(coverage.path("denominator").asDouble()).isEqualTo(9);
    assertThat(coverage.path("absence").isNull()).isTrue();
    assertThat(result.path("self").asString()).contains("asOf=" + encoded(NOW));
    assertThat(coverage.path("counted").path("href").asString()).contains(encoded(NOW));
    assertThat(named(result.path("layers"), "id", "gap_zones").path("geojson").asString())
        .contains(encoded(NOW));
  }

  @Test
  void theRowsBehindANumberCanBeHad() {
    JsonNode result = staff("");
    JsonNode coverage = named(result.path("metrics"), "id", "gap.person_days");
    Answer rows = browser.getAsStaff(coverage.path("counted").path("href").asString());
    assertThat(rows.status()).as(rows.text()).isEqualTo(200);
    assertThat(rows.header("Content-Type")).startsWith("application/geo+json");
    assertThat(texts(rows.json().path("features"), "id")).containsExactly("H5", "H6", "H7", "H8");
    assertThat(coverage.path("counted").path("rows").asInt()).isEqualTo(4);
    assertThat(
            browser
                .getAsStaff("/staff/api/analyses/patrol/rows/gap.person_days.geojson?exclusion=9")
                .status())
        .isEqualTo(400);
    assertThat(browser.getAsStaff("/staff/api/analyses/patrol/rows/nothing.geojson").status())
        .isEqualTo(404);
    assertThat(browser.get("/api/analyses/patrol/rows/gap.person_days.geojson").status())
        .isEqualTo(404);
  }

  @Test
  void aLayerOfTheResultIsForThoseWhoMayKnowIt() {
    String address =
        named(staff("").path("layers"), "id", "patrol_gaps").path("geojson").asString();
    JsonNode gaps = browser.getAsStaff(address).json();
    assertThat(gaps.path("features").size()).isEqualTo(9);
    assertThat(gaps.path("features").path(8).path("properties").path("class").asString())
        .isEqualTo("never");
    assertThat(browser.get(address).status()).as("without the token").isEqualTo(401);
    assertThat(browser.get("/api/analyses/patrol/layers/patrol_gaps.geojson").status())
        .isEqualTo(404);
  }

  @Test
  void thePublicLooksFromTheEndOfADayAWeekAgo() {
    JsonNode result = open("");
    assertThat(result.path("asOf").asString()).isEqualTo("2026-06-07T16:00:00Z");
    assertThat(result.path("parameters").path("asOf").asString()).isEqualTo(PUBLISHED);
    assertThat(result.path("dataUntil").asString())
        .as("to the day")
        .isEqualTo("2026-06-06T16:00:00Z");
    assertThat(texts(result.path("metrics"), "id"))
        .contains("duty.kept")
        .doesNotContain("gap.person_days", "gap.longest", "blind.nights", "presence.minutes");
    assertThat(texts(result.path("series"), "id")).doesNotContain("blind.hours");
    assertThat(result.path("layers").size()).isZero();
    for (JsonNode metric : result.path("metrics")) {
      assertThat(metric.path("counted").isNull()).isTrue();
      assertThat(metric.path("excluded").size()).isZero();
    }
    assertThat(result.toString()).doesNotContain("H0", "H5", "/rows/");
  }

  @Test
  void thePublicGetsPeopleRoundedAndSharesInWholePercent() {
    // On 8 June 00:00 the five homes of W, 100 people, were seen 12 h before; those of E, 30 and
    // three times 21, never: 100 of 193.
    JsonNode residents = named(open("").path("metrics"), "id", "coverage.residents");
    assertThat(residents.path("numerator").asDouble()).isEqualTo(100);
    assertThat(residents.path("denominator").asDouble()).isEqualTo(190);
    assertThat(residents.path("value").asDouble()).isEqualTo(0.52);
    JsonNode buildings = named(open("").path("metrics"), "id", "coverage.buildings");
    assertThat(buildings.path("value").asDouble()).isEqualTo(0.56);
    JsonNode west = named(open("").path("areas"), "code", "W");
    assertThat(named(west.path("metrics"), "id", "coverage.residents").path("value").asDouble())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "asOf, 2026-06-09T00:00:00+08:00",
    "asOf, 2026-06-07T12:00:00+08:00",
    "asOf, 2026-06-08T00:00:00Z",
    "reach, 26",
    "window, 8",
    "watchedFrom, 2026-06-01T00:00:00Z",
    "buildings, communities",
  })
  void thePublicMayNotBisectNorChooseLayers(String name, String value) {
    Answer answer =
        browser.get(
            "/api/analyses/patrol?asOf="
                + encoded(name.equals("asOf") ? value : PUBLISHED)
                + (name.equals("asOf") ? "" : "&" + name + "=" + encoded(value)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach=0", "reach=NaN", "raech=25", "window=100000", "duty=x", "asOf=x"})
  void whatCannotBeUsedIsNamedWithWhatCan(String query) {
    Answer answer = browser.getAsStaff("/staff/api/analyses/patrol?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(query.substring(0, query.indexOf('=')));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(browser.get("/api/analyses/weather").status()).isEqualTo(404);
    assertThat(browser.getAsStaff("/staff/api/analyses/patrol?buildings=castles").status())
        .isEqualTo(404);
    assertThat(browser.get("/staff/api/analyses/patrol").status()).isEqualTo(401);
  }

  @Test
  void theSameQuestionIsWorkedOutOnceUntilItsLayersChange() throws Exception {
    String question = "/staff/api/analyses/patrol?reach=30&asOf=" + encoded(NOW);
    long before = results.worked();
    ExecutorService askers = Executors.newFixedThreadPool(4);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(askers.submit(() -> browser.getAsStaff(question).text()));
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo(answers.get(0).get());
    }
    askers.shutdown();
    assertThat(results.worked() - before).isEqualTo(1);
    String first = answers.get(0).get();
    store.put("visits", visit("H8"));
    assertThat(browser.getAsStaff(question).text()).isNotEqualTo(first);
    assertThat(results.worked() - before).isEqualTo(2);
    store.remove("visits", "late");
    assertThat(browser.getAsStaff(question).text()).isEqualTo(first);
  }

  private static org.linli.layer.Feature visit(String building) {
    List<org.linli.layer.Feature> visits = new ArrayList<>();
    new GridTown()
        .visit("late", building, "daily_patrol", GridTown.time("06-15 12:00"))
        .forEachLayer((layer, rows) -> visits.addAll(rows));
    return visits.get(0);
  }
}
