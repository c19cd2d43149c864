package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import tools.jackson.databind.JsonNode;

/** What the form of an import may hold, and what is said of one that is not right. */
class ImportFormsTest extends IntakeTest {
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
}
