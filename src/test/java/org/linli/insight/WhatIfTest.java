package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.analysis.GridTown;
import org.linli.geo.MetricPlane;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What would be otherwise in {@link PatrolledTown}. */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class WhatIfTest {
  private static final String PATROL = "/staff/api/analyses/patrol/what-if";
  private static final String ACCESS = "/staff/api/analyses/access/what-if?distance=300";
  private static final MetricPlane PLANE = MetricPlane.at(GridTown.POST_LON, GridTown.POST_LAT);

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static String positions(double... xy) {
    StringJoiner positions = new StringJoiner(",", "[", "]");
    double[] lonLat = new double[2];
    for (int i = 0; i < xy.length; i += 2) {
      PLANE.toLonLat(xy[i], xy[i + 1], lonLat);
      positions.add(String.format(Locale.ROOT, "[%.7f,%.7f]", lonLat[0], lonLat[1]));
    }
    return positions.toString();
  }

  private static String box(double minX, double minY, double maxX, double maxY) {
    String ring = positions(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY);
    return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
  }

  private static String line(double... xy) {
    return "{\"type\":\"LineString\",\"coordinates\":" + positions(xy) + "}";
  }

  private static String feature(String id, String geometry, String properties) {
    return "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":%s,\"properties\":{%s}}"
        .formatted(id, geometry, properties.replace('\'', '"'));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private JsonNode ok(String address, String... features) {
    Answer answer = browser.postAsStaff(address, collection(features));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    return answer.json();
  }

  private static JsonNode named(JsonNode list, String key, String id) {
    return list.valueStream()
        .filter(one -> one.path(key).asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + id + " in " + list));
  }

  private static List<String> codes(JsonNode layer) {
    return layer.path("rows").valueStream().map(row -> row.path("code").asString()).toList();
  }

  /**
   * A walk of 135 m past the four homes of B at 4 km/h takes 121.5 s. From its end, a1 was seen
   * five hours ago and B just now: 1 of 12 homes becomes 5 of 12.
   */
  @Test
  void aDrawnPatrolIsLookedAtFromItsEnd() {
    JsonNode answer =
        ok(
            PATROL,
            feature(
                "walk",
                line(295, -5, 430, -5),
                "'role':'patrols','started_at':'2026-06-15T17:00:00+08:00','speed':4"));
    assertThat(answer.path("asOf").asString()).startsWith("2026-06-15T09:02:01.");
    JsonNode coverage = named(answer.path("metrics"), "id", "coverage.buildings");
    assertThat(coverage.path("before").asDouble()).isCloseTo(1 / 12.0, within(1e-12));
    assertThat(coverage.path("after").asDouble()).isCloseTo(5 / 12.0, within(1e-12));
    assertThat(coverage.path("difference").asDouble()).isCloseTo(4 / 12.0, within(1e-12));
    JsonNode gaps = named(answer.path("changed"), "layer", "patrol_gaps");
    assertThat(gaps.path("by").asString()).isEqualTo("class");
    assertThat(gaps.path("count").asInt()).isEqualTo(4);
    assertThat(codes(gaps)).containsExactly("b1", "b2", "b3", "b4");
    JsonNode b1 = gaps.path("rows").get(0);
    assertThat(b1.path("before").path("class").asString()).isEqualTo("neglected");
    assertThat(b1.path("after").path("class").asString()).isEqualTo("fresh");
  }

  @Test
  void nothingIsOtherwiseAfterwards() {
    String asked = "/staff/api/analyses/patrol?asOf=2026-06-15T09:30:00Z";
    String before = browser.getAsStaff(asked).text();
    JsonNode answer =
        ok(
            PATROL + "?asOf=2026-06-15T09:30:00Z",
            feature(
                "walk",
                line(295, -5, 430, -5),
                "'role':'patrols','started_at':'2026-06-15T17:00:00+08:00'"));
    assertThat(answer.path("asOf").asString()).isEqualTo("2026-06-15T09:30:00Z");
    JsonNode coverage = named(answer.path("metrics"), "id", "coverage.buildings");
    assertThat(coverage.path("difference").asDouble()).isCloseTo(4 / 12.0, within(1e-12));
    assertThat(browser.getAsStaff(asked).text()).isEqualTo(before);
    assertThat(browser.getAsStaff("/staff/ogc/collections/patrols/items/walk").status())
        .isEqualTo(404);
  }

  /**
   * The park lies from 0 to 100 m east and 120 to 220 m north. Within 300 m of it are the five
   * homes of A, b1 (200 m east of it, 110 m south: 228 m) and b2 (264 m), but not b3 (301 m): 7 of
   * 12. A second park, from 600 to 700 m east, takes in b3 (238 m), b4 and all of C.
   */
  @Test
  void aNewGreenSpaceTakesInTheHomesAroundIt() {
    JsonNode answer =
        ok(
            ACCESS,
            feature("new", box(600, 120, 700, 220), "'role':'green_spaces','condition':'good'"));
    JsonNode buildings = named(answer.path("metrics"), "id", "access.buildings");
    assertThat(buildings.path("before").asDouble()).isCloseTo(7 / 12.0, within(1e-12));
    assertThat(buildings.path("after").asDouble()).isEqualTo(1);
    assertThat(codes(named(answer.path("changed"), "layer", "green_access")))
        .containsExactly("b3", "b4", "c1", "c2", "c3");
  }

  @Test
  void aGreenSpaceThatGoesBareOrAwayServesNobody() {
    for (String properties :
        List.of(
            "'role':'green_spaces','operation':'change','condition':'bare'",
            "'role':'green_spaces','operation':'remove'")) {
      JsonNode answer = ok(ACCESS, feature("park", "null", properties));
      JsonNode buildings = named(answer.path("metrics"), "id", "access.buildings");
      assertThat(buildings.path("after").asDouble()).isZero();
      assertThat(named(answer.path("changed"), "layer", "green_access").path("count").asInt())
          .isEqualTo(7);
    }
  }

  @Test
  void aMovedHomeIsWhereItWasMovedTo() {
    JsonNode answer =
        ok(ACCESS, feature("c1", box(40, 40, 50, 50), "'role':'buildings','operation':'change'"));
    JsonNode rows = named(answer.path("changed"), "layer", "green_access");
    assertThat(codes(rows)).containsExactly("c1");
    assertThat(rows.path("rows").get(0).path("after").path("class").asString()).isEqualTo("within");
  }

  private static final String GREEN = "'role':'green_spaces'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "BOX | 'role':'weather' | features[0].properties.role",
        "BOX | 'operation':'add' | features[0].properties.role",
        "BOX | 'role':'green_spaces','operation':'burn' | features[0].properties.operation",
        "BOX | 'role':'green_spaces','colour':'red' | features[0].properties.colour",
        "BOX | 'role':'green_spaces','condition':7 | features[0].properties.condition",
        "BOX | 'role':'buildings','residents':1.5 | features[0].properties.residents",
        "BOX | 'role':'buildings','patrol_interval_hours':1e999 | features[0].properties.patrol_interval_hours",
        "BOX | 'role':'green_spaces','operation':'change' | features[0].id",
        "null | 'role':'green_spaces' | features[0].geometry",
        "POINT | 'role':'green_spaces' | features[0].geometry",
        "BOWTIE | 'role':'green_spaces' | features[0].geometry",
        "PLANET | 'role':'green_spaces' | features[0].geometry",
        "COUNTY | 'role':'green_spaces' | features[0].geometry",
        "INFINITE | 'role':'green_spaces' | features[0].geometry",
        "NOTHING | 'role':'green_spaces' | features[0].geometry",
        "TEXT | 'role':'green_spaces' | features[0].geometry"
      })
  void whatIsNoChangeIsRefusedByName(String shape, String properties, String name) {
    String geometry =
        switch (shape) {
          case "BOX" -> box(0, 0, 10, 10);
          case "POINT" -> "{\"type\":\"Point\",\"coordinates\":[101.4,36]}";
          case "BOWTIE" -> polygon("[101,36],[101.01,36.01],[101.01,36],[101,36.01],[101,36]");
          case "PLANET" -> polygon("[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]");
          case "COUNTY" -> polygon("[101,36],[102,36],[102,36.5],[101,36.5],[101,36]");
          case "INFINITE" -> polygon("[1e999,36],[101.01,36],[101.01,36.01],[1e999,36]");
          case "NOTHING" -> "{\"type\":\"Polygon\",\"coordinates\":[]}";
          case "TEXT" -> "{\"type\":\"Polygon\",\"coordinates\":\"here\"}";
          default -> "null";
        };
    requireRefusal(ACCESS, collection(feature("new", geometry, properties)), name);
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}";
  }

  private void requireRefusal(String address, String body, String name) {
    Answer answer = browser.postAsStaff(address, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("parameter").asString()).as(answer.text()).isEqualTo(name);
  }

  private static String point(double x, double y) {
    String position = positions(x, y);
    return "{\"type\":\"Point\",\"coordinates\":"
        + position.substring(1, position.length() - 1)
        + "}";
  }

  /**
   * P stands at 20, 105: a1 to a4 (from 0 to 130 m east, their walls 95 m south) are within 150 m
   * of it, a5 (160 m east) is 169 m off, so 4 of 12. At 620, 105 it serves all three of C (600 to
   * 690).
   */
  @Test
  void aMovedPostServesOthers() {
    JsonNode answer =
        ok(
            "/staff/api/analyses/access/what-if?green_spaces=posts&distance=150&minArea=0",
            feature("P", point(620, 105), "'role':'green_spaces','operation':'change'"));
    JsonNode changed = named(answer.path("changed"), "layer", "green_access");
    assertThat(codes(changed)).containsExactly("a1", "a2", "a3", "a4", "c1", "c2", "c3");
    JsonNode share = named(answer.path("metrics"), "id", "access.share");
    // 80 of 224 people, then the 34 of C.
    assertThat(share.path("before").asDouble()).isCloseTo(80 / 224.0, within(1e-12));
    assertThat(share.path("after").asDouble()).isCloseTo(34 / 224.0, within(1e-12));
  }

  /** p0 reaches A only; one more beside C leaves B alone with nothing. */
  @Test
  void aNewProjectReachesThoseWhoHadNone() {
    String project =
        feature(
            "p1",
            point(640, 50),
            "'role':'projects','status':'completed','completed_at':'2026-04-01'");
    JsonNode equity = ok("/staff/api/analyses/equity/what-if?projects=ideas&reach=100", project);
    JsonNode reached = named(equity.path("metrics"), "id", "equity.reached");
    assertThat(reached.path("difference").asDouble()).isEqualTo(1);
    JsonNode nothing = named(equity.path("metrics"), "id", "equity.nothing");
    assertThat(nothing.path("before").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(nothing.path("after").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
    JsonNode impact = ok("/staff/api/analyses/impact/what-if?projects=ideas&reach=100", project);
    JsonNode changed = named(impact.path("changed"), "layer", "project_impact");
    assertThat(codes(changed)).containsExactly("p1");
    assertThat(changed.path("rows").get(0).path("before").isNull()).isTrue();
    JsonNode people = named(impact.path("metrics"), "id", "reach.residents");
    assertThat(people.path("difference").asDouble()).isEqualTo(34);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'role':'patrols' | features[0].properties.started_at",
        "'role':'patrols','started_at':'nine' | features[0].properties.started_at",
        "'role':'patrols','started_at':'2026-06-15T09:00:00Z','speed':0 | features[0].properties.speed",
        "'role':'patrols','started_at':'2026-06-15T09:00:00Z','speed':'x' | features[0].properties.speed",
        "'role':'patrols','started_at':'2026-06-15T09:00:00Z','speed':31 | features[0].properties.speed"
      })
  void aWalkWithoutATimeOrAHumanSpeedIsRefused(String properties, String name) {
    requireRefusal(PATROL, collection(feature("w", line(0, 0, 9, 9), properties)), name);
  }

  @Test
  void moreThanAThousandChangesAreRefused() {
    String[] many = new String[1_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = feature("n" + i, box(i, 0, i + 1, 1), GREEN);
    }
    requireRefusal(ACCESS, collection(many), "features");
    Answer answer = browser.postAsStaff(ACCESS, collection(many));
    assertThat(answer.json().path("detail").asString()).contains("1001", "from 1 to 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | features",
        "[] | features",
        "not json | features",
        "{\"type\":\"FeatureCollection\",\"features\":[]} | features",
        "{\"type\":\"FeatureCollection\",\"features\":[NaN]} | features",
        "{\"type\":\"FeatureCollection\",\"type\":\"FeatureCollection\",\"features\":[1]} | features",
        "{\"type\":\"FeatureCollection\",\"features\":[7]} | features[0].properties.role"
      })
  void whatIsNoCollectionIsRefused(String body, String name) {
    requireRefusal(ACCESS, body, name);
  }

  @Test
  void theSameFeatureIsNotChangedTwice() {
    String once = feature("park", "null", "'role':'green_spaces','operation':'remove'");
    requireRefusal(ACCESS, collection(once, once), "features[1].id");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndThePublicMayNotAsk() {
    Answer answer = browser.postAsStaff(ACCESS, " ".repeat(4 << 20) + "{}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(browser.ask("POST", PATROL).status()).isEqualTo(401);
    assertThat(browser.ask("POST", "/api/analyses/patrol/what-if").status()).isEqualTo(404);
  }
}
