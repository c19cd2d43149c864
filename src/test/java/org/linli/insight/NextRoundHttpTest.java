package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.ingest.format.ReadOptions;
import org.linli.ingest.format.Sources;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.Watch;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.TestPortal;
import org.linli.testing.Tool;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The next round in {@link PatrolledTown}, which has no paths: from the post, straight along the
 * row of homes a2 to a5, which nobody came to since 7 June.
 */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class NextRoundHttpTest {
  private static final String ROUND = "/staff/api/analyses/patrol/next-round";
  private static final String ASKED = "?start=101.43,36.04&community=A&speed=6&budget=10";

  @LocalServerPort private int port;
  @TempDir Path folder;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** From the post to the middles of a2, a3, a4 and a5, 40 m apart: 45.3 m, then 120 m. */
  @Test
  void staffGetTheStopsTheWayAndWhatItIsWorth() {
    Answer answer = browser.getAsStaff(ROUND + ASKED);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    JsonNode round = answer.json();
    assertThat(round.path("mode").asString()).isEqualTo("straight");
    assertThat(round.path("metres").asDouble())
        .isCloseTo(165.3, org.assertj.core.api.Assertions.within(0.1));
    assertThat(round.path("minutes").asDouble())
        .isCloseTo(1.653, org.assertj.core.api.Assertions.within(0.001));
    assertThat(codes(round)).containsExactly("a2", "a3", "a4", "a5");
    JsonNode first = round.path("stops").get(0);
    assertThat(first.path("order").asInt()).isEqualTo(1);
    assertThat(first.path("titles").path("en").asString()).isEqualTo("a2");
    assertThat(first.path("arrivesAt").asString()).startsWith("2026-06-15T10:00:27");
    // Seen on 7 June at 12:00: 8.25 days ago, 7.25 of them too many, for 20 people.
    assertThat(first.path("gapPersonDays").asDouble()).isEqualTo(145);
    assertThat(round.path("stops").get(3).path("personDaysTotal").asDouble())
        .isEqualTo(round.path("personDaysAvoided").asDouble());
    JsonNode line = round.path("route").path("geometry");
    assertThat(line.path("type").asString()).isEqualTo("LineString");
    assertThat(line.path("coordinates")).hasSize(5);
    assertThat(line.path("coordinates").get(0).toString()).isEqualTo("[101.43,36.04]");
    assertThat(round.path("left").path("buildings").asInt()).isZero();
    assertThat(browser.getAsStaff(round.path("self").asString()).json()).isEqualTo(round);
  }

  private static List<String> codes(JsonNode round) {
    return round.path("stops").valueStream().map(stop -> stop.path("code").asString()).toList();
  }

  @Test
  void aWholePortalsRoundBeginsInTheCommunityOfTheGreatestGap() {
    JsonNode round = browser.getAsStaff(ROUND).json();
    // B's three counted homes have 90 people in gap, A's four 80, C's three 34; b4 nobody counted.
    JsonNode start = round.path("route").path("geometry").path("coordinates").get(0);
    assertThat(start.get(0).asDouble())
        .isCloseTo(101.4344, org.assertj.core.api.Assertions.within(1e-4));
    assertThat(codes(round)).hasSize(10).contains("a2", "b1", "c3").doesNotContain("a1", "b4");
    assertThat(round.path("excluded").get(0).path("reason").asString())
        .isEqualTo("residents_unknown");
    assertThat(round.path("excluded").get(0).path("count").asInt()).isEqualTo(1);
  }

  @Test
  void itsLayersAreServedLikeAnyOther() {
    Answer items =
        browser.getAsStaff("/staff/ogc/collections/next_round_stops/items" + ASKED + "&limit=2");
    assertThat(items.status()).as(items.text()).isEqualTo(200);
    assertThat(items.json().path("numberMatched").asInt()).isEqualTo(4);
    assertThat(browser.getAsStaff("/staff/data/next_round.geojson" + ASKED).json().path("features"))
        .hasSize(1);
  }

  private Path gpx(String query) throws IOException {
    Answer answer = browser.getAsStaff(ROUND + ".gpx" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/gpx+xml");
    assertThat(answer.header("Content-Disposition")).contains("next-round.gpx");
    return Files.write(folder.resolve("round.gpx"), answer.bytes());
  }

  private List<SourceRow> rows(Path gpx, String table) throws IOException {
    ReadOptions options =
        new ReadOptions(Optional.empty(), Optional.of(table), Optional.empty(), false, folder);
    List<SourceRow> rows = new ArrayList<>();
    try (SourceReader reader = Sources.open(gpx, options, Watch.NOBODY)) {
      reader.read(
          new RowSink() {
            @Override
            public boolean row(SourceRow row) {
              return rows.add(row);
            }

            @Override
            public void issue(ImportIssue issue) {
              throw new AssertionError(issue.message(java.util.Locale.ENGLISH));
            }
          });
    }
    return rows;
  }

  @Test
  void theFileToTakeAlongIsReadBackByTheImport() throws IOException {
    Path gpx = gpx(ASKED + "&lang=en");
    List<SourceRow> stops = rows(gpx, "waypoints");
    assertThat(stops).hasSize(4);
    assertThat(stops.get(0).values()).contains("1 a2");
    assertThat(stops.get(0).shape().getCoordinate().x)
        .isCloseTo(101.4305, org.assertj.core.api.Assertions.within(1e-4));
    List<SourceRow> ways = rows(gpx, "tracks");
    assertThat(ways).hasSize(1);
    assertThat(ways.get(0).shape().getCoordinates()).hasSize(5);
    assertThat(ways.get(0).values()).contains("Next round 2026-06-15");
  }

  @Test
  void theFileSpeaksTheLanguageThatIsAsked() throws IOException {
    assertThat(Files.readString(gpx(ASKED))).contains("下一次巡查 2026-06-15", "居民 20");
    assertThat(Files.readString(gpx(ASKED + "&lang=en"))).contains("20 residents");
    assertThat(Files.readString(gpx(ASKED + "&lang=bo"))).contains("ཐེངས་རྗེས་མའི་འཁོར་ལྟ།");
  }

  @Test
  @Needs(Tool.GDAL)
  void theFileToTakeAlongIsReadByGdal() throws IOException {
    String told = Program.run(Tool.GDAL, "-al", "-so", gpx(ASKED).toString());
    assertThat(told)
        .containsPattern("(?s)Layer name: waypoints.*?Feature Count: 4")
        .containsPattern("(?s)Layer name: tracks.*?Feature Count: 1")
        .containsPattern("(?s)Layer name: track_points.*?Feature Count: 5")
        .doesNotContain("ERROR");
  }

  @Test
  void whereNobodyWaitsTheFileIsEmptyButSound() throws IOException {
    String none = "?asOf=2026-06-07T04:00:00Z&community=A";
    JsonNode round = browser.getAsStaff(ROUND + none).json();
    assertThat(round.path("stops").valueStream().map(stop -> stop.path("code").asString()))
        .containsExactly("a5");
    String nobody = none + "&watchedFrom=2026-06-07T03:00:00Z";
    assertThat(browser.getAsStaff(ROUND + nobody).json().path("route").isNull()).isTrue();
    assertThat(Files.readString(gpx(nobody))).contains("<gpx").doesNotContain("<trk", "<wpt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget=4 | budget | 5 – 720 min",
        "budget=1e9 | budget | 5 – 720 min",
        "speed=16 | speed | 0.5 – 15 km/h",
        "start=0,0 | start | lon, lat may be",
        "start=here | start | lon,lat",
        "community=nowhere | community | no community",
        "post=nobody | post | no liaison post",
        "duty=nightly | duty | daily_patrol",
        "paths=nothing | paths | nothing",
        "asOf=1999-01-01T00:00:00Z | asOf | before all records",
        "minutes=4 | minutes | budget",
      })
  void whatCannotBeAskedIsRefusedByNameAndWithWhatMayBe(
      String query, String parameter, String allowed) {
    for (String file : List.of("", ".gpx")) {
      Answer answer =
          browser.get(
              ROUND + file + "?" + query,
              "Authorization",
              TestPortal.EDITOR,
              "Accept-Language",
              "en");
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
      assertThat(answer.json().path("detail").asString()).contains(allowed);
    }
  }

  /** It tells where nobody was. */
  @Test
  void thePublicIsToldNothingOfIt() {
    assertThat(browser.get(ROUND).status()).isEqualTo(401);
    assertThat(browser.get(ROUND + ".gpx").status()).isEqualTo(401);
    assertThat(browser.get("/api/analyses/patrol/next-round").status()).isEqualTo(404);
    assertThat(browser.get("/api/analyses/patrol/next-round.gpx").status()).isEqualTo(404);
    assertThat(browser.get("/api/analyses/next_round").status()).isEqualTo(404);
    assertThat(browser.get("/api/analyses").text()).doesNotContain("next_round");
    assertThat(browser.get("/ogc/collections/next_round_stops").status()).isEqualTo(404);
    assertThat(browser.get("/data/next_round.geojson").status()).isEqualTo(404);
    assertThat(browser.getAsStaff("/staff/api/analyses").text()).contains("next_round");
  }
}
