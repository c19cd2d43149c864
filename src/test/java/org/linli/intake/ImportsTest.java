package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.ImportJobs;
import org.linli.ingest.Importer;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of an import over HTTP, from its form to its end, however that comes. */
@SpringBootTest(
    classes = {TestPortal.class, ImportsTest.Intake.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"linli.ingest.max-upload=100KB", "linli.ingest.at-once=2"})
class ImportsTest {
  private static final String IMPORTS = "/staff/api/imports";
  private static final int AT_ONCE = 2;
  private static final int MAX_BYTES = 100 * 1024;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("org.linli.intake")
  static class Intake {
    @Bean
    UploadFolder uploadFolder() throws IOException {
      return new UploadFolder(Files.createTempDirectory("linli-uploads"));
    }

    @Bean
    HeldImports heldImports(MemoryStore store, UploadFolder folder) {
      return new HeldImports(new Importer(store, folder.path(), CLOCK));
    }

    @Bean(destroyMethod = "close")
    ImportJobs importJobs(HeldImports work) {
      return new ImportJobs(work, CLOCK, AT_ONCE);
    }
  }

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  @Autowired private UploadFolder uploads;
  @Autowired private HeldImports imports;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** Whatever happened, nothing of it is left behind. */
  @AfterEach
  void nothingIsLeft() {
    imports.holdAfter(0);
    imports.breakDown(false);
    for (String layer : List.of("trees", "benches")) {
      if (store.findLayer(layer).isPresent()) {
        store.dropLayer(layer);
      }
    }
    assertThat(uploads.path()).isEmptyDirectory();
    assertThat(store.getLayer("houses").count()).isEqualTo(TownLayers.HOUSES);
  }

  /** Rows at 101.4, 36 and on, 0.0001 degrees apart. */
  private static String trees(int rows) {
    StringBuilder csv = new StringBuilder("code,kind,lon,lat\n");
    IntStream.range(0, rows)
        .forEach(i -> csv.append("t-%05d,柳树,%.4f,36\n".formatted(i, 101.4 + i * 1e-4)));
    return csv.toString();
  }

  private static Form treesForm(int rows) {
    return new Form().field("layer", "trees").file("trees.csv", trees(rows));
  }

  private Answer send(Form form) {
    return form.send(browser.address(IMPORTS));
  }

  private String begun(Form form) {
    Answer answer = send(form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location");
  }

  /** The data of a job's events, to its end. */
  private List<JsonNode> events(String job) {
    return browser
        .getAsStaff(job + "/events")
        .text()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
        .toList();
  }

  private JsonNode end(String job) {
    List<JsonNode> events = events(job);
    return events.get(events.size() - 1);
  }

  private JsonNode ended(Form form) {
    return end(begun(form));
  }

  private Answer cancel(String job) {
    return browser.ask("DELETE", job, "Authorization", TestPortal.EDITOR);
  }

  private static String state(JsonNode job) {
    return job.path("state").asString();
  }

  private static List<String> issues(JsonNode job) {
    return StreamSupport.stream(job.path("report").path("issues").spliterator(), false)
        .map(issue -> issue.path("key").asString())
        .toList();
  }

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
  void aFormElsewhereIsNeverUnpacked() {
    Answer answer =
        Form.send(
            browser.address("/ogc"),
            BodyPublishers.ofByteArray(treesForm(10).whole()),
            Form.TYPE,
            TestPortal.EDITOR);
    assertThat(answer.status()).isEqualTo(405);
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
  void theOptionsOfTheCommandLineAreParts() {
    JsonNode job =
        ended(
            new Form()
                .field("layer", "trees")
                .field("map", "lon=x")
                .field("map", "lat=y")
                .field("map", "code=no")
                .field("from-crs", "EPSG:4326")
                .field("encoding", "GB18030")
                .field("staff", "true")
                .field("keep-going", "true")
                .field("table", "")
                .file(
                    "t.csv",
                    "no,x,y,名\n1,101.4,36,柳\n2,,36,杨\n3,101.4,abc,柏\n"
                        .getBytes(java.nio.charset.Charset.forName("GB18030"))));
    assertThat(state(job)).as(job.toString()).isEqualTo("applied");
    assertThat(job.path("report").path("audience").asString()).isEqualTo("staff");
    assertThat(job.path("report").path("rows").path("written").asInt()).isEqualTo(1);
    assertThat(browser.get("/ogc/collections/trees/items").status()).isEqualTo(404);
    JsonNode tree = browser.getAsStaff("/staff/ogc/collections/trees/items/1").json();
    assertThat(tree.path("properties").toString()).contains("柳");
  }

  @Test
  void aLayerIsNamedAfterTheFileIfNobodyNamesIt() {
    JsonNode job = ended(new Form().file("C:\\tmp\\Trees.csv", trees(1)));
    assertThat(job.path("layer").asString()).isEqualTo("trees");
    assertThat(job.path("file").asString()).isEqualTo("Trees.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "layer, 1 OR 1=1",
    "layer, ../trees",
    "as, pigeons",
    "mode, overwrite",
    "track-by, patrol_id",
    "from-crs, the usual one",
    "encoding, klingon",
    "staff, perhaps",
    "keep-going, 1",
    "check, yes",
    "map, lon",
    "map, =x",
  })
  void aParameterThatCannotBeIsNamed(String name, String value) {
    Answer answer = send(new Form().field(name, value).file("trees.csv", trees(2)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-parameter");
    assertThat(answer.json().path("parameter").asString()).isEqualTo(name);
  }

  @Test
  void aPartNobodyKnowsIsRefusedWithTheKnownOnes() {
    Answer answer = send(treesForm(2).field("layers", "x"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("layers");
    assertThat(answer.json().path("allowed").toString()).contains("\"layer\"", "\"keep-going\"");
  }

  @Test
  void aParameterInTheAddressIsRefused() {
    Answer answer = treesForm(2).send(browser.address(IMPORTS + "?layer=trees"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("layer");
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    Answer answer = send(treesForm(2).field("layer", "benches"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("layer");
  }

  @Test
  void oneFileIsWantedAndNoOther() {
    assertThat(send(new Form().field("layer", "trees")).json().path("parameter").asString())
        .isEqualTo("file");
    assertThat(send(treesForm(1).file("more.csv", "x")).json().path("parameter").asString())
        .isEqualTo("file");
  }

  @Test
  void aFieldHasAnEnd() {
    Answer answer = send(new Form().field("layer", "a".repeat(5_000)).file("t.csv", trees(1)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("layer");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
    byte[] form = new Form().file("big.csv", new byte[MAX_BYTES + 1]).whole();
    Answer announced = send(new Form().file("big.csv", new byte[10 * MAX_BYTES]));
    Answer flowing =
        Form.send(
            browser.address(IMPORTS),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)),
            Form.TYPE,
            TestPortal.EDITOR);
    for (Answer answer : List.of(announced, flowing)) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-large");
      assertThat(answer.json().path("detail").asString()).contains("linli.ingest.max-upload");
    }
    assertThat(send(new Form().file("t.csv", new byte[MAX_BYTES])).status()).isEqualTo(202);
    end(browser.getAsStaff(IMPORTS).json().path("imports").path(0).path("href").asString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 60, 95, 130})
  void aFormThatBreaksOffImportsNothing(int less) {
    Answer answer =
        Form.send(
            browser.address(IMPORTS),
            BodyPublishers.ofByteArray(treesForm(2).cut(less)),
            Form.TYPE,
            TestPortal.EDITOR);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(store.findLayer("trees")).isEmpty();
  }

  @Test
  void aSenderWhoGoesAwayLeavesNothingAndNoPlaceTaken() throws IOException {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      try (Socket socket = new Socket("localhost", port)) {
        OutputStream out = socket.getOutputStream();
        String head =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: %s\r\n"
                .formatted(IMPORTS, TestPortal.EDITOR, Form.TYPE);
        out.write((head + "Content-Length: 90000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(treesForm(50).cut(0));
        socket.shutdownOutput();
        // The answer, or the end of the connection, comes after the portal has cleaned up.
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .doesNotContain("HTTP/1.1 2", "HTTP/1.1 503");
      }
      assertThat(uploads.path()).isEmptyDirectory();
    }
    assertThat(state(ended(treesForm(1)))).isEqualTo("applied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/x-www-form-urlencoded", "multipart/form-data"})
  void whatIsNoFormIsRefused(String type) {
    Answer answer =
        Form.send(
            browser.address(IMPORTS), BodyPublishers.ofString("a=b"), type, TestPortal.EDITOR);
    assertThat(answer.status()).as(answer.text()).isIn(400, 415);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"type\":\"Feature", "\u0000\u0001\u0002", "{\"type\":\"Topology\"}"})
  void aFileThatCannotBeReadIsRefusedInTheReport(String content) {
    JsonNode job = ended(new Form().field("layer", "trees").file("t.geojson", content));
    assertThat(state(job)).isEqualTo("refused");
    assertThat(issues(job)).isNotEmpty();
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
