package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;

/** Coverage, gaps, duty and presence. */
class PatrolMetricsTest extends PatrolCase {

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
}
