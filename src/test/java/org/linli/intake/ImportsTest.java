package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser.Answer;
import tools.jackson.databind.JsonNode;

/** The life of an import over HTTP, from its form to its end, however that comes. */
class ImportsTest extends IntakeTest {
  @Test
  void aFormBecomesAJobAndTheJobALayer() {
    Answer accepted = send(treesForm(700));
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.header("Content-Type")).isEqualTo("application/json");
    assertThat(accepted.header("Cache-Control")).isEqualTo("private, no-store");
    String job = accepted.header("Location");
    assertThat(job).matches(IMPORTS + "/[0-9a-f-]{36}");
    assertThat(accepted.json().path("asked_at").asString()).isEqualTo("2026-05-01T08:00:00Z");

    Answer events = browser.getAsStaff(job + "/events");
    assertThat(events.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
    assertThat(events.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(events.text()).contains("event: end\nid: ").endsWith("\n\n");

    JsonNode done = browser.getAsStaff(job).json();
    assertThat(state(done)).isEqualTo("applied");
    assertThat(done.path("report").path("rows").path("written").asInt()).isEqualTo(700);
    assertThat(done.path("report").path("file").asString()).isEqualTo("trees.csv");
    JsonNode items = browser.get("/ogc/collections/trees/items?limit=1").json();
    assertThat(items.path("numberMatched").asInt()).isEqualTo(700);
    assertThat(items.path("features").path(0).path("properties").path("kind").asString())
        .isEqualTo("柳树");
  }

  @Test
  void theReportSpeaksTheLanguageOfWhoAsks() {
    String job = begun(new Form().field("layer", "houses").file("h.csv", trees(1)));
    end(job);
    assertThat(message(job, "zh")).contains("已有 60 行");
    assertThat(message(job, "en")).contains("has 60 rows already");
    assertThat(message(job, "bo")).contains("ཕྲེང་བ་ 60 ཡོད།");
  }

  private String message(String job, String language) {
    JsonNode report = browser.getAsStaff(job + "?lang=" + language).json().path("report");
    return report.path("issues").path(0).path("message").asString();
  }

  @Test
  void nobodyWithoutAnAccountStartsSeesOrStopsAnImport() {
    String job = begun(treesForm(1));
    end(job);
    byte[] form = treesForm(1).whole();
    for (String wrong : List.of("", "Basic eDp5", "Bearer " + "f".repeat(64))) {
      Answer refused =
          Form.send(browser.address(IMPORTS), BodyPublishers.ofByteArray(form), Form.TYPE, wrong);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
    }
    assertThat(browser.get(IMPORTS).status()).isEqualTo(401);
    assertThat(browser.get(job).status()).isEqualTo(401);
    assertThat(browser.get(job + "/events").status()).isEqualTo(401);
    assertThat(browser.ask("DELETE", job).status()).isEqualTo(401);
  }

  @Test
  void progressIsToldWhileItReadsAndThenTheEnd() throws Exception {
    HeldImports.Hold hold = imports.holdAfter(500);
    String job = begun(treesForm(1_200));
    hold.awaitReached();
    JsonNode running = browser.getAsStaff(job).json();
    assertThat(state(running)).isEqualTo("running");
    assertThat(running.path("progress").path("stage").asString()).isEqualTo("loading");
    assertThat(running.path("progress").path("rows").asInt()).isBetween(500, 1_200);
    assertThat(running.path("progress").path("bytes_total").asInt())
        .isEqualTo(trees(1_200).getBytes(StandardCharsets.UTF_8).length);
    assertThat(running.path("report").isNull()).isTrue();
    hold.letGo();
    List<JsonNode> events = events(job);
    assertThat(state(events.get(events.size() - 1))).isEqualTo("applied");
  }

  @Test
  void anImportThatReadsIsCancelledAndLeavesNothing() throws Exception {
    HeldImports.Hold hold = imports.holdAfter(500);
    String job = begun(treesForm(1_200));
    hold.awaitReached();
    assertThat(cancel(job).status()).isEqualTo(202);
    hold.letGo();
    assertThat(state(end(job))).isEqualTo("cancelled");
    assertThat(store.findLayer("trees")).isEmpty();
    Answer again = cancel(job);
    assertThat(again.status()).isEqualTo(200);
    assertThat(state(again.json())).isEqualTo("cancelled");
  }

  @Test
  void anImportThatWaitsIsCancelledAtOnce() throws Exception {
    HeldImports.Hold hold = imports.holdAfter(500);
    String first = begun(treesForm(1_200));
    hold.awaitReached();
    String second = begun(new Form().field("layer", "benches").file("b.csv", trees(3)));
    assertThat(state(browser.getAsStaff(second).json())).isEqualTo("waiting");
    Answer cancelled = cancel(second);
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(state(cancelled.json())).isEqualTo("cancelled");
    hold.letGo();
    assertThat(state(end(first))).isEqualTo("applied");
    assertThat(store.findLayer("benches")).isEmpty();
  }

  @Test
  void oneMoreThanMayBeUnderWayIsTurnedAwayUntilOneIsOver() throws Exception {
    HeldImports.Hold hold = imports.holdAfter(500);
    String first = begun(treesForm(1_200));
    hold.awaitReached();
    String second = begun(new Form().field("layer", "benches").file("b.csv", trees(3)));
    Answer refused = send(treesForm(1));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    hold.letGo();
    end(first);
    assertThat(state(end(second))).isEqualTo("applied");
    assertThat(state(ended(treesForm(1)))).isEqualTo("refused");
  }

  @Test
  void twoFilesForOneLayerTakeTurnsAndTheSecondMustSayHow() {
    String first = begun(treesForm(30));
    String second = begun(treesForm(20));
    assertThat(state(end(first))).isEqualTo("applied");
    JsonNode refused = end(second);
    assertThat(state(refused)).isEqualTo("refused");
    assertThat(issues(refused)).containsExactly("layer_has_rows");
    assertThat(store.getLayer("trees").count()).isEqualTo(30);
    assertThat(state(ended(treesForm(20).field("mode", "replace")))).isEqualTo("applied");
    assertThat(store.getLayer("trees").count()).isEqualTo(20);
  }

  @Test
  void aCheckWritesNothing() {
    JsonNode checked = ended(treesForm(5).field("check", "true"));
    assertThat(state(checked)).isEqualTo("checked");
    assertThat(checked.path("report").path("rows").path("accepted").asInt()).isEqualTo(5);
    assertThat(store.findLayer("trees")).isEmpty();
  }

  @Test
  void aFaultOfThePortalEndsTheJobAndTellsNothingOfItself() {
    imports.breakDown(true);
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      JsonNode job = ended(treesForm(2));
      assertThat(state(job)).isEqualTo("failed");
      assertThat(job.toString()).doesNotContain("fire", "Exception");
      assertThat(job.path("message").asString()).contains("日志");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "00000000-0000-0000-0000-000000000000", "%00", "a%20b"})
  void aJobThatIsNotThereIsNotFound(String id) {
    for (String path : List.of(IMPORTS + "/" + id, IMPORTS + "/" + id + "/events")) {
      assertThat(browser.getAsStaff(path).status()).isBetween(400, 404);
    }
    assertThat(cancel(IMPORTS + "/" + id).status()).isBetween(400, 404);
  }

  @Test
  void theListHasTheNewestFirstAndWithoutReports() {
    String first = begun(treesForm(1));
    end(first);
    String second = begun(treesForm(1));
    end(second);
    Answer list = browser.getAsStaff(IMPORTS);
    assertThat(list.header("Cache-Control")).isEqualTo("private, no-store");
    JsonNode imports = list.json().path("imports");
    assertThat(imports.path(0).path("href").asString()).isEqualTo(second);
    assertThat(imports.path(1).path("href").asString()).isEqualTo(first);
    assertThat(imports.path(0).has("report")).isFalse();
  }
}
