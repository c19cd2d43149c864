package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.AS_OF;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.line;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.geo.MetricPlane;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.locationtech.jts.geom.Geometry;

/**
 * Rounds in a town of two streets that meet at the post, one to the east, one to the north; at 6
 * km/h, which is 100 m a minute. Seen from 15 June 2026, 18:00; nobody came by since 1 June, so
 * every home is neglected and its next interval is a whole day.
 */
class NextRoundTest {
  private static final MetricPlane PLANE = MetricPlane.at(GridTown.POST_LON, GridTown.POST_LAT);

  static GridTown streets() {
    return new GridTown()
        .put("paths", "east", line(0, 0, 1000, 0))
        .put("paths", "north", line(0, 0, 0, 1000));
  }

  private static GridTown.Value owed(double hours) {
    return with("patrol_interval_hours", hours);
  }

  /** A triangle with a corner there, that widens in a direction. */
  private static Geometry tip(double x, double y, double east, double north) {
    Geometry line = line(x, y, x + 10 * east + 5 * north, y + 10 * north + 5 * east);
    return line.union(line(x, y, x + 10 * east - 5 * north, y + 10 * north - 5 * east))
        .convexHull();
  }

  /**
   * Walls are 10 m from the street, so that one need not leave it:
   *
   * <pre>
   *   home  people  on the street at
   *   A      50     200 m east
   *   B     100     400 m east
   *   C      80     300 m north
   *   D      10     800 m east
   * </pre>
   */
  private static GridTown fourHomes() {
    return streets()
        .put("buildings", "A", tip(200, 10, 0, 1), with("residents", 50L), owed(24))
        .put("buildings", "B", tip(400, 10, 0, 1), with("residents", 100L), owed(24))
        .put("buildings", "C", tip(10, 300, 1, 0), with("residents", 80L), owed(24))
        .put("buildings", "D", tip(800, 10, 0, 1), with("residents", 10L), owed(24))
        .seen("A", "06-01 12:00")
        .seen("B", "06-01 12:00")
        .seen("C", "06-01 12:00")
        .seen("D", "06-01 12:00");
  }

  static AnalysisResult result(GridTown town, String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("asOf", AS_OF, "speed", "6"));
    given.put("start", "101.43,36.04");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    given.values().removeIf(String::isEmpty);
    return new NextRoundAnalysis()
        .result(
            town.inputs(),
            NextRoundAnalysis.DEFINITION.values(given, Audience.STAFF),
            Cancellation.NONE);
  }

  static List<String> stops(AnalysisResult result) {
    return result.getLayer("next_round_stops").list().stream().map(Feature::code).toList();
  }

  private static Object value(AnalysisResult result, String layer, int row, String field) {
    var derived = result.getLayer(layer);
    return derived.list().get(row).value(derived.definition().getIndex(field));
  }

  static double number(AnalysisResult result, String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  /**
   * In ten minutes (and a little for the rounding of coordinates) one comes
   *
   * <ul>
   *   <li>to A, B and D: 50 × 1,438 + 100 × 1,436 + 10 × 1,432 = 229,820 person-minutes; or
   *   <li>to C (3 min), back and on to A (8 min) and B (10 min): 80 × 1,437 + 50 × 1,432 + 100 ×
   *       1,430 = 329,560; or
   *   <li>to A, B and then C only in 11 minutes.
   * </ul>
   *
   * D is left, with 10 × 1,440. All four, if nobody came, are 240 × 1,440 = 345,600.
   */
  @Test
  void theRoundIsTheOneThatAvoidsTheMost() {
    AnalysisResult result = result(fourHomes(), "budget", "10.01");
    assertThat(stops(result)).containsExactly("C", "A", "B");
    assertThat(number(result, "round.person_days")).isCloseTo(329_560 / 1440.0, within(0.01));
    assertThat(number(result, "round.share")).isCloseTo(329_560 / 345_600.0, within(1e-4));
    assertThat(number(result, "round.minutes")).isCloseTo(10, within(0.01));
    assertThat(number(result, "round.kilometres")).isCloseTo(1, within(1e-4));
    assertThat(number(result, "round.residents")).isEqualTo(230);
    assertThat(number(result, "round.left.person_days")).isEqualTo(10);
    assertThat(result.getMetric("round.left.buildings").counted().codes()).containsExactly("D");
    assertThat(value(result, "next_round_stops", 1, "order")).isEqualTo(2L);
    assertThat((Instant) value(result, "next_round_stops", 1, "arrives_at"))
        .isBetween(GridTown.time("06-15 18:07:59"), GridTown.time("06-15 18:08:01"));
    assertThat((double) value(result, "next_round_stops", 1, "metres")).isCloseTo(800, within(.1));
    assertThat((double) value(result, "next_round_stops", 2, "person_days_total"))
        .isCloseTo(329_560 / 1440.0, within(0.01));
    // Seen 14 days and 6 hours ago, 13.25 days too long: 50 people at A.
    assertThat((double) value(result, "next_round_stops", 1, "gap_person_days"))
        .isEqualTo(50 * 13.25);
    assertThat(value(result, "next_round", 0, "mode")).isEqualTo("walk");
    assertThat(corners(result)).containsExactly("0,0", "0,300", "0,0", "200,0", "400,0");
  }

  /** The vertices of the walk, in whole metres. */
  private static List<String> corners(AnalysisResult result) {
    var line = PLANE.toMetres(result.getLayer("next_round").list().get(0).shape());
    return java.util.Arrays.stream(line.getCoordinates())
        .map(at -> Math.round(at.x) + "," + Math.round(at.y))
        .toList();
  }

  /** A minute more and D is as far: C, A, B, D take 14 min; A, B, D, C are never better. */
  @Test
  void withMoreTimeNothingIsLeft() {
    AnalysisResult result = result(fourHomes(), "budget", "15");
    assertThat(stops(result)).containsExactly("C", "A", "B", "D");
    assertThat(result.getMetric("round.left.buildings").value()).hasValue(0);
  }

  /** With 5 minutes at each, three homes take 15 more; A and B take 4 + 10. */
  @Test
  void oneStaysAtEachForAsLongAsIsAsked() {
    AnalysisResult result = result(fourHomes(), "budget", "14.1", "stay", "5");
    assertThat(stops(result)).containsExactly("A", "B");
    assertThat(number(result, "round.minutes")).isCloseTo(14, within(0.01));
  }

  /** E stands at a path of its own, F beside none, nobody counted G, and H was seen at noon. */
  @Test
  void whatCannotBeReachedOrWeighedOrWaitsForNobodyIsNotCounted() {
    GridTown town =
        fourHomes()
            .put("paths", "island", line(500, 500, 600, 500))
            .home("E", 540, 510, 900)
            .home("F", 500, 61, 900)
            .building("G", 300, 10, owed(24))
            .home("H", 600, 10, 900)
            .seen("H", "06-15 12:00");
    AnalysisResult result = result(town, "budget", "60");
    assertThat(stops(result)).containsExactlyInAnyOrder("A", "B", "C", "D");
    assertThat(excluded(result, "not_reachable")).containsExactly("E", "F");
    assertThat(excluded(result, "residents_unknown")).containsExactly("G");
    // E and F stay in the denominator: 240 + 1,800 people.
    assertThat(result.getMetric("round.share").denominator()).hasValue(2040);
    assertThat(result.getMetric("round.left.buildings").value()).hasValue(0);
    assertThat(stops(result(town, "budget", "60", "join", "61"))).contains("F");
  }

  private static List<String> excluded(AnalysisResult result, String reason) {
    return result.getMetric("round.person_days").exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .map(Exclusion::rows)
        .flatMap(rows -> rows.codes().stream())
        .toList();
  }

  /** From the street to I's wall are 45 m; 20 from the wall are near enough of a reach of 25. */
  @Test
  void oneLeavesThePathOnlyAsFarAsNeedBe() {
    Geometry off = tip(500, 45, 0, 1);
    GridTown town =
        streets()
            .put("buildings", "I", off, with("residents", 10L), owed(24))
            .seen("I", "06-01 12:00");
    AnalysisResult patrol = result(town);
    assertThat(number(patrol, "round.kilometres")).isCloseTo(0.525, within(1e-4));
    assertThat(corners(patrol)).containsExactly("0,0", "500,0", "500,25");
    GridTown visited =
        streets()
            .put("buildings", "I", off, with("residents", 10L), with("visit_interval_days", 30.0))
            .visit("v", "I", "monthly_visit", GridTown.time("01-01 12:00"));
    // A home visit goes to the door, and takes ten minutes unless said otherwise.
    AnalysisResult visit = result(visited, "duty", "monthly_visit");
    assertThat(corners(visit)).containsExactly("0,0", "500,0", "500,45");
    assertThat(number(visit, "round.minutes")).isCloseTo(5.45 + 10, within(0.01));
  }

  /** Straight from the middle of a building to that of the next: 300 m, then 400 m. */
  @Test
  void withoutPathsOneWalksStraight() {
    GridTown town =
        new GridTown()
            .home("A", 295, -5, 10)
            .home("B", 295, 395, 10)
            .seen("A", "06-01 12:00")
            .seen("B", "06-01 12:00");
    for (GridTown open : List.of(town, town.layer("paths"))) {
      AnalysisResult result = result(open);
      assertThat(stops(result)).containsExactly("A", "B");
      assertThat(number(result, "round.kilometres")).isCloseTo(0.7, within(1e-4));
      assertThat(value(result, "next_round", 0, "mode")).isEqualTo("straight");
    }
  }

  @Test
  void whereNobodyWaitsThereIsNoRound() {
    GridTown town = streets().home("A", 200, 10, 50).seen("A", "06-15 12:00");
    AnalysisResult result = result(town);
    assertThat(stops(result)).isEmpty();
    assertThat(result.getLayer("next_round").list()).isEmpty();
    assertThat(number(result, "round.person_days")).isZero();
    assertThat(result.getMetric("round.share").absence()).hasValue("nothing_in_gap");
    assertThat(stops(result(new GridTown().layer("buildings"), "start", ""))).isEmpty();
  }

  @Test
  void aRoundMayKeepToACommunityOrToTheBuildingsOfAPost() {
    GridTown town =
        fourHomes()
            .community("N", box(-50, 250, 50, 400))
            .community("E", box(150, -50, 1000, 50), with("parent_code", "T"))
            .community("T", box(-50, -50, 1000, 1000));
    assertThat(stops(result(town, "community", "N"))).containsExactly("C");
    assertThat(stops(result(town, "community", "T"))).containsExactly("A", "B", "D");
    // Without a start it begins in the middle of N, 325 m up the street, and 25 m from C's join.
    assertThat(number(result(town, "community", "N", "start", ""), "round.kilometres"))
        .isCloseTo(0.025, within(1e-3));
    GridTown posts =
        streets()
            .building("A", 200, 10, with("residents", 5L), owed(24), with("liaison_post", "东岗"))
            .building("B", 400, 10, with("residents", 5L), owed(24), with("liaison_post", "西岗"))
            .seen("A", "06-01 12:00");
    assertThat(stops(result(posts, "post", "西岗"))).containsExactly("B");
    // From its middle 15 m to the street, and 5 m along it.
    assertThat(number(result(posts, "post", "西岗", "start", ""), "round.kilometres"))
        .isCloseTo(0.020, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "community | nowhere | nowhere",
        "post | nobody | nobody",
        "start | 0,0 | 101.23 – 101.64, 35.84 – 36.24",
        "start | 181,0 | -180 – 180",
        "start | 101.43 | lon,lat",
        "start | a,b | lon,lat",
        "start | NaN,0 | lon,lat",
        "budget | 4.9 | 5 – 720 min",
        "budget | 721 | 5 – 720 min",
        "speed | 0 | 0.5 – 15 km/h",
        "stay | -1 | 0 – 120 min",
        "join | 501 | 1 – 500 m",
        "duty | nightly | daily_patrol",
      })
  void whatCannotBeAskedIsRefusedWithWhatIsAllowed(String name, String value, String allowed) {
    assertThatThrownBy(() -> result(fourHomes(), name, value))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo(name);
              assertThat(refused.detail().en()).contains(allowed);
            });
  }
}
