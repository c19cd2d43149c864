package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.demo.DemoLayers;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** From the demo's files to what the portal says of them, and what it does not. */
@SpringBootTest(
    classes = {TestPortal.class, DemoInsightTest.Demo.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoInsightTest {
  @LocalServerPort private int port;
  @Autowired private AnalysisRuns runs;

  static class Demo {
    @Bean
    DemoLayers demo(MemoryStore store) {
      try {
        Path scratch = Files.createTempDirectory("demo-insight");
        DemoLayers demo = DemoLayers.in(store);
        demo.load(scratch);
        Files.delete(scratch);
        return demo;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private JsonNode json(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).doesNotContain("NaN", "Infinity");
    return answer.json();
  }

  @Test
  void everyAnalysisAnswersStaffAndThePublicAndEveryLinkLeadsOn() {
    Browser browser = new Browser(port);
    JsonNode analyses = json(browser.getAsStaff("/staff/api/analyses")).path("analyses");
    assertThat(analyses).hasSize(6);
    JsonNode ofPublic = json(browser.get("/api/analyses")).path("analyses");
    assertThat(ofPublic).hasSize(5);
    List<String> open =
        ofPublic.valueStream().map(analysis -> analysis.path("id").asString()).toList();
    for (JsonNode analysis : analyses) {
      JsonNode known = json(browser.getAsStaff(analysis.path("href").asString()));
      String id = analysis.path("id").asString();
      JsonNode told =
          open.contains(id) ? json(browser.get("/api/analyses/" + id)) : NullNode.getInstance();
      assertThat(known.path("metrics").size()).isGreaterThan(told.path("metrics").size() - 1);
      long begun = runs.begun();
      for (JsonNode layer : known.path("layers")) {
        for (String link : List.of("collection", "items", "tiles", "geojson")) {
          json(browser.getAsStaff(layer.path(link).asString()));
        }
      }
      for (JsonNode layer : told.path("layers")) {
        for (String link : List.of("collection", "items", "tiles", "geojson")) {
          json(browser.get(layer.path(link).asString()));
        }
      }
      for (JsonNode metric : known.path("metrics")) {
        if (metric.path("counted").isObject()) {
          JsonNode rows = json(browser.getAsStaff(metric.path("counted").path("href").asString()));
          assertThat(rows.path("features").size())
              .as(metric.path("id").asString())
              .isEqualTo(metric.path("counted").path("count").asInt());
        }
        for (JsonNode left : metric.path("exclusions")) {
          JsonNode rows = json(browser.getAsStaff(left.path("href").asString()));
          assertThat(rows.path("features").size()).isEqualTo(left.path("count").asInt());
        }
      }
      assertThat(runs.begun()).as("what was found is not looked for again").isEqualTo(begun);
    }
  }

  /** Green spaces have no time at which they were recorded; all else has. */
  @Test
  void aMomentBeforeAllRecordsIsRefusedWhereThereAreRecords() {
    Browser browser = new Browser(port);
    for (JsonNode analysis : json(browser.getAsStaff("/staff/api/analyses")).path("analyses")) {
      String id = analysis.path("id").asString();
      Answer answer =
          browser.getAsStaff("/staff/api/analyses/" + id + "?asOf=1990-01-01T00:00:00Z");
      if (id.equals("access")) {
        json(answer);
      } else {
        assertThat(answer.status()).as(id + " " + answer.text()).isEqualTo(400);
        assertThat(answer.json().path("parameter").asString()).isEqualTo("asOf");
        assertThat(answer.text()).contains("20");
      }
    }
  }

  /** DJ-43 to DJ-47 in the grid DJ-G6, as src/docs/demo.md has it. */
  @Test
  void theNeglectedCornerIsTheFirstGapZone() {
    Browser browser = new Browser(port);
    JsonNode zones =
        json(browser.getAsStaff("/staff/ogc/collections/gap_zones/items?rank=1")).path("features");
    assertThat(zones).hasSize(1);
    assertThat(zones.get(0).path("id").asString()).isEqualTo("DJ-43");
    assertThat(zones.get(0).path("properties").path("community_code").asString())
        .isEqualTo("DJ-G6");
    assertThat(browser.get("/ogc/collections/gap_zones/items?rank=1").status()).isEqualTo(404);
  }

  @Test
  void everyNumberOfPeopleThatIsToldIsInTens() {
    Browser browser = new Browser(port);
    int told = 0;
    for (String id : List.of("patrol", "access")) {
      JsonNode result = json(browser.get("/api/analyses/" + id));
      for (JsonNode area : result.path("areas")) {
        for (JsonNode metric : area.path("metrics")) {
          if (List.of("coverage.residents", "access.share").contains(metric.path("id").asString())
              && !metric.path("value").isNull()) {
            assertThat(metric.path("numerator").asDouble() % 10).isZero();
            assertThat(metric.path("denominator").asDouble() % 10).isZero();
            double percent = metric.path("value").asDouble() * 100;
            assertThat(percent)
                .isEqualTo(Math.rint(percent), org.assertj.core.data.Offset.offset(1e-9));
            told++;
          }
        }
      }
    }
    assertThat(told).isGreaterThan(20);
  }
}
