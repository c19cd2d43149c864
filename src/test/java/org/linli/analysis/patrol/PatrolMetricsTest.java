package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;

/** Every number of a patrol result, worked out by hand. Seen from Monday, 15 June 2026, 18:00. */
class PatrolMetricsTest {
  private final GridTown town = new GridTown();

  private static AnalysisResult result(GridTown town, String... namesAndValues) {
    return PatrolClassesTest.review(town, namesAndValues).result();
  }

  private AnalysisResult result(String... namesAndValues) {
    return result(town, namesAndValues);
  }

  private static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).as("numerator of " + metric.id()).hasValue(numerator);
    assertThat(metric.denominator()).as("denominator of " + metric.id()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
  }

  private static List<String> excluded(Metric metric, String reason) {
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .flatMap(exclusion -> exclusion.rows().codes().stream())
        .toList();
  }

  private static double value(AnalysisResult result, String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  /**
   * Six homes, watched since 10 June 00:00.
   *
   * <pre>
   *   home  residents  last seen                elapsed   class      gap
   *   A     100        15 June 12:00              6 h     fresh      0
   *   B      50        14 June 18:00             24 h     due        0
   *   C      30        14 June 06:00             36 h     overdue    12 h
   *   D      20        12 June 18:00             72 h     neglected  48 h
   *   E      10        never; 10 June 00:00     138 h     never     114 h
   *   F     unknown    15 June 17:00              1 h     fresh      0
   *   G     999        no duty
   * </pre>
   */
  private static GridTown sixHomes() {
    return new GridTown()
        .community(
            "T", box(-50, -50, 2000, 50), with("watched_from", java.time.LocalDate.of(2026, 6, 10)))
        .home("A", 0, 0, 100)
        .home("B", 200, 0, 50)
        .home("C", 400, 0, 30)
        .home("D", 600, 0, 20)
        .home("E", 800, 0, 10)
        .building("F", 1000, 0, with("patrol_interval_hours", 24.0))
        .building("G", 1200, 0, with("residents", 999L))
        .seen("A", "06-15 12:00")
        .seen("B", "06-14 18:00")
        .seen("C", "06-14 06:00")
        .seen("D", "06-12 18:00")
        .seen("F", "06-15 17:00");
  }

  @Test
  void coverageCountsBuildingsResidentsAndNeed() {
    GridTown six =
        sixHomes()
            // Three at D within 50 m of its wall, one 51 m off, and two that do not count.
            .put("hazards", "h1", point(605, 20), reported("06-01 08:00", "resident"))
            .put("hazards", "h2", point(605, 25), reported("06-01 08:00", "inspection"))
            .put("hazards", "h3", point(560, 5), reported("06-15 18:00", "resident"))
            .put("hazards", "h4", point(549, 5), reported("06-01 08:00", "resident"))
            .put("hazards", "h5", point(605, 20), reported("06-01 08:00", "patrol"))
            .put("hazards", "h6", point(605, 20), reported("06-15 18:00:01", "resident"))
            // Of A's five only three count, and two are over.
            .put("hazards", "i1", point(5, 5), reported("06-01 08:00", "resident"))
            .put("hazards", "i2", point(5, 5), reported("06-01 08:00", "resident"))
            .put("hazards", "i3", point(5, 5), reported("06-01 08:00", "resident"))
            .put("hazards", "i4", point(5, 5), reported("06-01 08:00", "resident"))
            .put(
                "hazards",
                "i5",
                point(5, 5),
                with("reported_at", time("06-01 08:00")),
                with("found_by", "resident"),
                with("resolved_at", time("06-15 18:00")))
            .put(
                "hazards",
                "i6",
                point(405, 5),
                with("reported_at", time("06-01 08:00")),
                with("found_by", "resident"),
                with("rejected_at", time("06-02 08:00")))
            .put("hazards", "u", point(5, 5), with("reported_at", time("06-01 08:00")));
    AnalysisResult result = result(six);
    // A, B, F of A to F.
    assertQuotient(result.getMetric("coverage.buildings"), 3, 6);
    assertQuotient(result.getMetric("coverage.buildings.strict"), 3, 6);
    // 100 + 50 of 210.
    assertQuotient(result.getMetric("coverage.residents"), 150, 210);
    // A 100 × (1 + 3), B 50, C 30, D 20 × (1 + 3), E 10: 450 of 570.
    assertQuotient(result.getMetric("coverage.need"), 450, 570);
    assertThat(excluded(result.getMetric("coverage.buildings"), "no_duty")).containsExactly("G");
    assertThat(excluded(result.getMetric("coverage.residents"), "residents_unknown"))
        .containsExactly("F");
    assertThat(excluded(result.getMetric("coverage.need"), "finder_unknown")).containsExactly("u");
    assertThat(result.getMetric("coverage.buildings").counted().codes())
        .containsExactly("A", "B", "C", "D", "E", "F");
  }

  private static GridTown.Value[] reported(String at, String finder) {
    return new GridTown.Value[] {with("reported_at", time(at)), with("found_by", finder)};
  }

  /**
   * A 6 h (100 people) and F 1 h (nobody counted) are fresh on day 0; B 24 h (50) is due and C 36 h
   * (30) overdue on day 1; D 72 h (20) is neglected on day 3; E (10) was never seen; G has no duty.
   */
  @Test
  void theAgesOfTheGapsAreCountedByDayAndClassInBuildingsAndResidents() {
    AnalysisResult result = result(sixHomes());
    assertThat(others(result, "age.buildings"))
        .isEqualTo(
            Map.of(
                "0/fresh", 2.0, //
                "1/due", 1.0,
                "1/overdue", 1.0,
                "3/neglected", 1.0,
                "never/never", 1.0));
    assertThat(others(result, "age.residents"))
        .isEqualTo(
            Map.of(
                "0/fresh", 100.0, //
                "1/due", 50.0,
                "1/overdue", 30.0,
                "3/neglected", 20.0,
                "never/never", 10.0));
    assertThat(others(result, "class.buildings"))
        .isEqualTo(
            Map.of("fresh", 2.0, "due", 1.0, "overdue", 1.0, "neglected", 1.0, "never", 1.0));
    assertThat(others(result, "class.residents"))
        .isEqualTo(
            Map.of("fresh", 100.0, "due", 50.0, "overdue", 30.0, "neglected", 20.0, "never", 10.0));
  }

  /** The bars begin at 0 to 7, 10, 14, 21, 30, 45, 60, 90, 180 and 365 days. */
  @Test
  void aBarHoldsItsFirstInstantAndTheLastIsOpen() {
    town.home("A", 0, 0, 1)
        .home("B", 100, 0, 1)
        .home("C", 200, 0, 1)
        .seen("A", "06-08 18:00:01")
        .seen("B", "06-08 18:00")
        .visit("old", "C", "daily_patrol", java.time.Instant.parse("2020-01-01T00:00:00Z"));
    AnalysisResult result = result();
    assertThat(result.getSeries("age.buildings").points()).hasSize(17 * 4 + 2);
    assertThat(others(result, "age.buildings"))
        .isEqualTo(Map.of("6/neglected", 1.0, "7/neglected", 1.0, "365/neglected", 1.0));
  }

  @Test
  void whoIsNotWatchedLongEnoughHasABarOfItsOwn() {
    AnalysisResult result = result(sixHomes(), "watchedFrom", "2026-06-14T19:00:00+08:00");
    assertThat(others(result, "age.buildings")).containsEntry("unknown/unknown", 1.0);
    assertThat(others(result, "class.residents")).containsEntry("unknown", 10.0);
  }

  /** The points of a series that are not 0. */
  private static Map<String, Double> others(AnalysisResult result, String series) {
    return result.getSeries(series).points().stream()
        .filter(point -> point.value().orElseThrow() != 0)
        .collect(
            java.util.stream.Collectors.toMap(
                Series.Point::key, point -> point.value().getAsDouble()));
  }

  @Test
  void whoIsNotWatchedLongEnoughLeavesTheShareAndIsCountedBeside() {
    // Watched since 23 h before: E, never seen, is unknown; the others as before.
    AnalysisResult result = result(sixHomes(), "watchedFrom", "2026-06-14T19:00:00+08:00");
    assertQuotient(result.getMetric("coverage.buildings"), 3, 5);
    assertQuotient(result.getMetric("coverage.buildings.strict"), 3, 6);
    assertQuotient(result.getMetric("coverage.residents"), 150, 200);
    assertQuotient(result.getMetric("coverage.residents.strict"), 150, 210);
    assertThat(excluded(result.getMetric("coverage.buildings"), "not_watched_long_enough"))
        .containsExactly("E");
  }

  @Test
  void theGapIsPersonDaysBeyondTheInterval() {
    AnalysisResult result = result(sixHomes(), "window", "3");
    // C 30 × 12 h + D 20 × 48 h + E 10 × 114 h = 2,460 person-hours.
    assertThat(value(result, "gap.person_days")).isCloseTo(2460 / 24.0, within(1e-9));
    assertThat(result.getMetric("gap.person_days").counted().codes())
        .containsExactly("C", "D", "E");
    // The window is 12 June 18:00 to 15 June 18:00. Of A, first seen 15 June 12:00: watched from 10
    // June, it was overdue from 11 June 00:00 to that pass, 66 h in the window; so B 48, C 36 + 12
    // after its pass; D from 13 June 18:00 on 48 h; E all 72 h.
    double personHours = 100 * 66 + 50 * 48 + 30 * (36 + 12) + 20 * 48 + 10 * 72;
    assertThat(value(result, "gap.person_days.window")).isCloseTo(personHours / 24, within(1e-9));
  }

  @Test
  void theLongestGapThatTouchesAnEdgeIsOnlyALowerBound() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-09 18:00")
        .seen("A", "06-13 18:00")
        .seen("A", "06-15 06:00");
    // 9 to 13 June: 96 h, both ends seen.
    Metric inside = result("window", "7").getMetric("gap.longest");
    assertThat(inside.value()).hasValue(96);
    assertThat(inside.atLeast()).isFalse();
    // From 12 June 18:00 the longest is that from 13 June 18:00 to 15 June 06:00, 36 h; from 11
    // June
    // 18:00 it is the 48 h before the pass of the 13th, which began earlier.
    assertThat(result("window", "3").getMetric("gap.longest").value()).hasValue(36);
    assertThat(result("window", "3").getMetric("gap.longest").atLeast()).isFalse();
    assertThat(result("window", "4").getMetric("gap.longest").value()).hasValue(48);
    assertThat(result("window", "4").getMetric("gap.longest").atLeast()).isTrue();
  }

  @Test
  void aRoutineOfNineThenHalfPastNineKeepsTheDutyThoughItIsRedInBetween() {
    for (int day = 10; day <= 15; day++) {
      town.seen("A", "06-" + day + (day % 2 == 0 ? " 09:00" : " 09:30"));
    }
    town.home("A", 0, 0, 1);
    // Days wholly in the window from 10 June 09:15 to 15 June 09:15 are the 11th to the 14th.
    AnalysisResult result =
        PatrolClassesTest.review(town, "asOf", "2026-06-15T09:15:00+08:00", "window", "5").result();
    assertQuotient(result.getMetric("duty.kept"), 4, 4);
    // Last seen on the 14th at 09:00: 24 h and a quarter.
    assertQuotient(result.getMetric("coverage.buildings"), 0, 1);
  }

  @Test
  void aDayEndsAtTheNextMidnight() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-12 23:59:59")
        .seen("A", "06-14 00:00")
        .home("B", 100, 0, 1)
        .seen("B", "06-11 12:00");
    // Whole days of the window from 11 June 18:00 are the 12th, 13th, 14th. A: 12th and 14th; B was
    // seen on the 11th only.
    assertQuotient(result("window", "4").getMetric("duty.kept"), 2, 6);
    // From the 7th on, but the records begin on 11 June 12:00: the same days.
    assertQuotient(result("window", "8").getMetric("duty.kept"), 2, 6);
  }

  @Test
  void aDutyOfTwoDaysIsKeptByOnePassInTwoDays() {
    town.building("A", 0, 0, with("patrol_interval_hours", 48.0))
        .seen("A", "06-10 08:00")
        .seen("A", "06-12 12:00")
        .seen("A", "06-13 12:00");
    // Whole days 11 to 14 make the turns 11–12 and 13–14, both kept.
    assertQuotient(result("window", "4.75").getMetric("duty.kept"), 2, 2);
  }

  @Test
  void theVisitDutyIsCountedByMonths() {
    town.building("A", 0, 0, with("visit_interval_days", 30.0))
        .visit("v1", "A", "monthly_visit", time("01-31 10:00"))
        .visit("v2", "A", "monthly_visit", time("02-28 23:59:59"))
        .visit("v3", "A", "monthly_visit", time("04-01 00:00"));
    // February to May are whole months of the year and watched; January began unwatched.
    assertQuotient(result("duty", "monthly_visit").getMetric("duty.kept"), 2, 4);
  }

  /**
   * One home passed by a walk along y = −5 from x = −100 to 200 at 1 m/s. Within reach (25 m) of
   * the wall at y = 0 from x = −√(25² − 5²) to 10 + √(25² − 5²), √600 = 24.4949: 58.9898 s.
   */
  @Test
  void presenceIsInterpolatedAlongTheWalk() {
    town.home("A", 0, 0, 500)
        .building("B", 1000, 0, with("patrol_interval_hours", 24.0))
        .patrol(
            "p",
            fix(-100, -5, "06-15 10:00"),
            fix(100, -5, "06-15 10:03:20"),
            fix(200, -5, "06-15 10:05"));
    AnalysisResult result = result("window", "7");
    double minutes = (10 + 2 * Math.sqrt(25 * 25 - 5 * 5)) / 60;
    // Coordinates are kept to a centimetre and instants to a millisecond.
    assertThat(value(result, "presence.minutes")).isCloseTo(minutes, within(0.0005));
    assertThat(value(result, "presence.minutes_per_1000"))
        .isCloseTo(1000 * minutes / 500, within(0.001));
    // One pass, two buildings, one week.
    assertQuotient(result.getMetric("presence.passes_per_week"), 1, 2);
    assertThat(excluded(result.getMetric("presence.minutes_per_1000"), "residents_unknown"))
        .containsExactly("B");
  }

  @Test
  void intermittencyIsTheSpreadOfTheTimesBetweenPasses() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-10 00:00")
        .seen("A", "06-11 00:00")
        .seen("A", "06-13 00:00")
        .seen("A", "06-14 00:00")
        .home("B", 100, 0, 1)
        .seen("B", "06-10 00:00")
        .seen("B", "06-11 00:00")
        .seen("B", "06-12 00:00");
    // A: 24, 48, 24 h; mean 32, population variance (64 + 256 + 64) ÷ 3 = 128. B has two only.
    Metric metric = result().getMetric("presence.intermittency");
    assertThat(metric.value()).hasValueCloseTo(Math.sqrt(128) / 32, within(1e-12));
    assertThat(excluded(metric, "fewer_than_three_gaps")).containsExactly("B");
  }

  @Test
  void blindSpotsArePassesAnHourOfTheWeek() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-08 09:10")
        .seen("A", "06-15 09:50")
        .seen("A", "06-09 23:00")
        .home("B", 100, 0, 1)
        .seen("B", "06-15 09:20");
    // The window is the 14 days from Monday 1 June 18:00: each hour occurs twice.
    Series hours = result("window", "14").getSeries("blind.hours");
    assertThat(hours.points()).hasSize(168);
    Map<String, OptionalDouble> byKey =
        hours.points().stream()
            .collect(java.util.stream.Collectors.toMap(Series.Point::key, Series.Point::value));
    assertThat(byKey.get("1T09")).hasValue(3 / 2.0);
    assertThat(byKey.get("2T23")).hasValue(1 / 2.0);
    assertThat(byKey.get("3T09")).hasValue(0);
    // Of a window of one day, 144 hours never occurred.
    assertThat(result("window", "1").getSeries("blind.hours").points())
        .filteredOn(point -> point.value().isEmpty())
        .hasSize(144);
  }

  @Test
  void aNightGoesFromTenToSix() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-11 12:00")
        .seen("A", "06-12 22:00")
        .seen("A", "06-14 06:00")
        .seen("A", "06-15 05:59:59");
    // Whole nights from 11 June 18:00 and watched: to the 12th, 13th, 14th, 15th. Seen: to the 13th
    // (at its first moment) and to the 15th (in its last second); six o'clock is no night.
    assertQuotient(result("window", "4").getMetric("blind.nights"), 2, 4);
  }

  /**
   * Two walks along the same street of 1,000 m at 1 m/s, the second with a hole of ten minutes and
   * 400 m in its middle. The area within r of a line of length l is 2rl and a disc drawn with 64
   * sides.
   */
  @Test
  void effortLeavesHolesOutAndMergesWhatWasWalkedTwice() {
    GridTown.Fix[] whole = new GridTown.Fix[11];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = new GridTown.Fix(100 * i, 0, time("06-15 10:00").plusSeconds(100L * i));
    }
    town.home("A", 500, 20, 1)
        .patrol("p", whole)
        .patrol(
            "q",
            fix(0, 0, "06-15 12:00"),
            fix(300, 0, "06-15 12:05"),
            fix(700, 0, "06-15 12:15"),
            fix(1000, 0, "06-15 12:20"));
    AnalysisResult result = result();
    double disc = 64 * 0.5 * 25 * 25 * Math.sin(2 * Math.PI / 64);
    assertThat(value(result, "effort.kilometres")).isCloseTo(1.6, within(1e-4));
    assertThat(value(result, "effort.hours")).isCloseTo(1600 / 3600.0, within(1e-9));
    assertThat(value(result, "effort.hole_hours")).isCloseTo(600 / 3600.0, within(1e-9));
    assertThat(value(result, "effort.swept")).isCloseTo(2 * 25 * 1000 + disc, within(5.0));
    assertThat(value(result, "effort.swept_unmerged"))
        .isCloseTo(2 * 25 * 1600 + 3 * disc, within(10.0));
  }

  @Test
  void effortOutsideTheWindowIsCutOff() {
    // The window begins at 18:00 on the 14th, half way along the walk.
    town.home("A", 500, 20, 1).patrol("p", fix(0, 0, "06-14 17:58"), fix(240, 0, "06-14 18:02"));
    AnalysisResult result = result("window", "1");
    assertThat(value(result, "effort.kilometres")).isCloseTo(0.12, within(1e-4));
    assertThat(value(result, "effort.hours")).isCloseTo(2 / 60.0, within(1e-9));
  }

  /**
   * A walk round a square of 400 m, which is the community too; the largest circle that meets it
   * nowhere is in the middle, of 200 m. Seven people live there, 90 outside the circle in a corner.
   */
  @Test
  void theLargestEmptyCircleShowsItsResidents() {
    town.community("T", box(0, 0, 400, 400))
        .home("middle", 195, 195, 7)
        .home("corner", 20, 20, 90)
        .patrol(
            "p",
            fix(0, 0, "06-15 10:00"),
            fix(400, 0, "06-15 10:04"),
            fix(400, 400, "06-15 10:08"),
            fix(0, 400, "06-15 10:12"),
            fix(0, 0, "06-15 10:16"));
    AnalysisResult result = result();
    assertThat(value(result, "empty_circle.radius")).isCloseTo(200, within(1.1));
    assertThat(value(result, "empty_circle.residents")).isEqualTo(7);
  }

  @Test
  void anEmptyCircleInWhichNobodyLivesIsNotSpokenOf() {
    town.community("T", box(0, 0, 400, 400))
        .home("middle", 195, 195, 0)
        .patrol(
            "p",
            fix(0, 0, "06-15 10:00"),
            fix(400, 0, "06-15 10:04"),
            fix(400, 400, "06-15 10:08"),
            fix(0, 400, "06-15 10:12"),
            fix(0, 0, "06-15 10:16"));
    assertThat(result().getMetric("empty_circle.radius").absence())
        .hasValue("no_empty_circle_with_residents");
  }

  @Test
  void theTrendTellsHowItStoodAtTheEndOfEachDay() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-11 12:00")
        .seen("A", "06-13 12:00")
        .seen("A", "06-14 12:00");
    AnalysisResult result = result("trendDays", "4", "window", "2");
    // At the end of the 11th, 13th, 14th it was seen twelve hours ago; at the end of the 12th 36.
    assertThat(result.getSeries("trend.coverage").points())
        .containsExactly(
            Series.Point.of("2026-06-11", 1),
            Series.Point.of("2026-06-12", 0),
            Series.Point.of("2026-06-13", 1),
            Series.Point.of("2026-06-14", 1));
    // Kept of the two days to each end; the 11th itself began unwatched, so the 11th has none due.
    assertThat(result.getSeries("trend.duty_kept").points())
        .containsExactly(
            new Series.Point("2026-06-11", OptionalDouble.empty()),
            Series.Point.of("2026-06-12", 0),
            Series.Point.of("2026-06-13", 0.5),
            Series.Point.of("2026-06-14", 1));
  }

  @Test
  void recordsThatSayTooLittleAreNamed() {
    town.home("A", 0, 0, 1)
        .home("B", 100, 0, 1)
        .put(
            "visits",
            "no kind",
            point(0, 0),
            with("building_code", "A"),
            with("at", time("06-15 09:00")))
        .visit("nowhere", "Z", "daily_patrol", time("06-15 09:00"))
        .put(
            "visits",
            "no time",
            point(0, 0),
            with("building_code", "A"),
            with("kind", "daily_patrol"))
        .put("patrols", "no times", GridTown.line(0, 0, 10, 0), with("kind", "daily_patrol"))
        .put(
            "patrols",
            "no kind",
            GridTown.track(fix(0, 0, "06-15 10:00"), fix(10, 0, "06-15 10:01")))
        .seen("B", "06-15 09:00");
    AnalysisResult result = result();
    Metric coverage = result.getMetric("coverage.buildings");
    assertThat(coverage.exclusions())
        .filteredOn(one -> !one.reason().equals("not_watched_long_enough"))
        .extracting(Exclusion::reason, one -> one.rows().codes())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("kind_unknown", List.of("no kind")),
            org.assertj.core.groups.Tuple.tuple("building_unknown", List.of("nowhere")),
            org.assertj.core.groups.Tuple.tuple("time_unknown", List.of("no time")),
            org.assertj.core.groups.Tuple.tuple("kind_unknown", List.of("no kind")),
            org.assertj.core.groups.Tuple.tuple("track_without_times", List.of("no times")));
    assertQuotient(result.getMetric("completeness.tracks"), 0, 1);
    assertQuotient(coverage, 1, 1);
  }

  @Test
  void eachCommunityHasNumbersAndThoseAboveItSumThem() {
    town.community("T", box(-100, -100, 1000, 100))
        .community("T1", box(-100, -100, 150, 100), with("parent_code", "T"))
        .community("T2", box(150, -100, 1000, 100), with("parent_code", "T"))
        .community("idle", box(2000, 0, 3000, 100))
        .home("A", 0, 0, 10)
        .home("B", 100, 0, 20)
        .home("C", 200, 0, 30)
        .seen("A", "06-15 09:00")
        .seen("B", "06-13 09:00")
        .seen("C", "06-15 09:00");
    List<AreaMetrics> areas = result().areas();
    assertThat(areas).extracting(AreaMetrics::area).containsExactly("T", "T1", "T2");
    assertThat(areas.get(1).parent()).hasValue("T");
    assertQuotient(metric(areas.get(0), "coverage.residents"), 40, 60);
    assertQuotient(metric(areas.get(1), "coverage.residents"), 10, 30);
    assertQuotient(metric(areas.get(2), "coverage.residents"), 30, 30);
    assertQuotient(metric(areas.get(1), "coverage.buildings"), 1, 2);
    // B: 57 h elapsed, 33 h too long, 20 people.
    assertThat(metric(areas.get(1), "gap.person_days").value())
        .hasValueCloseTo(20 * 33 / 24.0, within(1e-9));
  }

  private static Metric metric(AreaMetrics area, String id) {
    return area.metrics().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void oldRecordsAreSaidToBeOld() {
    town.home("A", 0, 0, 1).seen("A", "06-14 18:00");
    assertThat(result().dataUntil()).hasValue(time("06-14 18:00"));
    assertThat(result().stale()).isFalse();
    assertThat(result("asOf", "2026-06-15T18:00:01+08:00").stale()).isTrue();
  }
}
