package org.linli.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Releases over HTTP: staff make them, everybody has them, nobody changes them. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ReleasesOverHttpTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** Asks for a release, and follows the job to its end. */
  private JsonNode made() {
    return browser.getAsStaff(watched(begun()).path("url").asString()).json();
  }

  private JsonNode begun() {
    Answer answer = browser.postAsStaff("/staff/api/releases", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo(answer.json().path("href").asString());
    return answer.json();
  }

  private JsonNode watched(JsonNode job) {
    JsonNode now = job;
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!now.path("over").asBoolean()) {
      assertThat(System.nanoTime()).as(now.toString()).isLessThan(patience);
      Thread.onSpinWait();
      now = browser.getAsStaff(job.path("href").asString()).json();
    }
    return now;
  }

  @Test
  void aReleaseIsAJobThatTellsItsProgressAndItsRelease() {
    JsonNode begun = begun();
    assertThat(browser.getAsStaff("/staff/api/releases").json().at("/jobs/0/id").asString())
        .isEqualTo(begun.path("id").asString());
    JsonNode ended = watched(begun);
    assertThat(ended.path("state").asString()).isEqualTo("released");
    assertThat(ended.at("/progress/files_total").asInt()).isPositive();
    assertThat(ended.at("/progress/files").asInt())
        .isEqualTo(ended.at("/progress/files_total").asInt());
    assertThat(ended.at("/progress/layer").asString()).isNotBlank();
    String release = ended.path("release").asString();
    assertThat(ended.path("url").asString()).isEqualTo(browser.address("/releases/" + release));
    assertThat(browser.get("/staff/api/releases/" + begun.path("id").asString()).status())
        .isEqualTo(401);
    assertThat(browser.getAsStaff("/staff/api/releases/canary").status()).isEqualTo(404);
    assertThat(browser.getAsStaff("/staff/api/releases?page=1").status()).isEqualTo(400);
  }

  @Test
  void whatStaffReleaseEverybodyCanTakeAndCheck() throws Exception {
    JsonNode release = browser.get(made().path("url").asString()).json();
    assertThat(release.path("id").asString()).startsWith("2026-06-15");
    JsonNode file = release.path("datasets").path(0).path("files").path(0);
    Answer answer = browser.get(file.path("url").asString());
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Cache-Control")).contains("immutable");
    assertThat(
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.bytes())))
        .isEqualTo(file.path("sha256").asString());
    Answer sums = browser.get(release.path("sums").asString());
    assertThat(sums.text()).contains(file.path("sha256").asString());
  }

  private int count() {
    return browser.get("/releases").json().path("releases").size();
  }

  private Answer cancelled(JsonNode job, String account) {
    return browser.ask("DELETE", job.path("href").asString(), "Authorization", account);
  }

  /** It may have been made in the meantime: then it is there, and the answer says so. */
  @Test
  void aCancelledOneIsNotThereAndOneThatIsThereStays() {
    int before = count();
    JsonNode job = begun();
    assertThat(browser.ask("DELETE", job.path("href").asString()).status()).isEqualTo(401);
    assertThat(cancelled(job, TestPortal.EDITOR).status()).isIn(200, 202);
    String state = watched(job).path("state").asString();
    assertThat(state).isIn("cancelled", "released");
    assertThat(count()).isEqualTo(state.equals("released") ? before + 1 : before);
    JsonNode made = watched(begun());
    Answer late = cancelled(made, TestPortal.EDITOR);
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.json().path("state").asString()).isEqualTo("released");
    assertThat(browser.get(late.json().path("url").asString()).status()).isEqualTo(200);
  }

  @Test
  void aFileIsResumedAndNotSentTwice() {
    String url = made().path("datasets").path(0).path("files").path(0).path("url").asString();
    Answer whole = browser.get(url);
    String tag = whole.header("ETag");
    Answer part = browser.get(url, "Range", "bytes=10-19", "If-Range", tag);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo(whole.text().substring(10, 20));
    assertThat(browser.get(url, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(browser.ask("HEAD", url).header("Content-Length"))
        .isEqualTo(String.valueOf(whole.bytes().length));
  }

  @Test
  void peopleGetAPageAndProgramsJson() {
    JsonNode release = made();
    Answer page = browser.get(release.path("url").asString(), "Accept", "text/html");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.text()).contains(release.path("id").asString()).doesNotContain("<script");
    JsonNode file = release.path("datasets").path(0).path("files").path(0);
    assertThat(page.text())
        .contains("<code class=\"sum\" title=\"" + file.path("sha256").asString() + "\">")
        .contains("<td>GeoJSON</td><td><a href=\"" + file.path("url").asString() + "\">")
        .contains("<td class=\"numeric\">" + FileSize.of(file.path("bytes").asLong()) + "</td>")
        .contains("<cite>" + release.path("citation").asString() + "</cite>");
    assertThat(browser.get("/releases?f=html&lang=en").text()).contains("<h1>Releases</h1>");
    assertThat(browser.get("/releases").json().path("releases").path(0).path("citation").asString())
        .contains("/releases/2026-06-15");
  }

  @Test
  void onlyStaffMakeThem() {
    assertThat(browser.ask("POST", "/staff/api/releases").status()).isEqualTo(401);
    assertThat(browser.ask("POST", "/releases").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/releases/2020-01-01",
        "/releases/..",
        "/releases/2020-01-01/houses.geojson",
        "/releases/.making",
        "/releases/2026-06-15/release.json",
        "/releases/2026-06-15/.houses.rows.gz",
        "/releases/2026-06-15/..%2f..%2fatlas.gpkg"
      })
  void whatIsInNoReleaseIsNotThere(String path) {
    made();
    assertThat(browser.get(path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/releases?f=xml", "/releases?page=1", "/releases?lang=fr"})
  void whatIsNotUnderstoodIsRefused(String path) {
    assertThat(browser.get(path).status()).isEqualTo(400);
  }
}
