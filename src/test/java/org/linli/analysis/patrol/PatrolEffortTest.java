package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.analysis.Workings;

/** How far was walked, what was left out, how it went on, and for whom. */
class PatrolEffortTest extends PatrolCase {

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
  void whatTakesLongIsWorkedOutOnlyWhenAllIsAskedFor() {
    town.home("A", 0, 0, 1).patrol("p", fix(0, 0, "06-15 10:00"), fix(240, 0, "06-15 10:04"));
    Workings workings = PatrolClassesTest.review(town).workings();
    List<String> brief = workings.brief().metrics().stream().map(Metric::id).toList();
    assertThat(workings.isWhole()).isFalse();
    AnalysisResult whole = workings.result();
    assertThat(workings.isWhole()).isTrue();
    List<String> ids = new ArrayList<>(whole.metrics().stream().map(Metric::id).toList());
    assertThat(value(whole, "effort.swept")).isPositive();
    List<String> lengthy =
        List.of(
            "effort.swept",
            "effort.swept_unmerged",
            "empty_circle.radius",
            "empty_circle.residents");
    assertThat(ids).containsAll(lengthy);
    ids.removeAll(lengthy);
    assertThat(brief).containsExactlyElementsOf(ids);
    assertThat(workings.brief().with(whole.metrics())).isEqualTo(whole);
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

  @Test
  void oldRecordsAreSaidToBeOld() {
    town.home("A", 0, 0, 1).seen("A", "06-14 18:00");
    assertThat(result().dataUntil()).hasValue(time("06-14 18:00"));
    assertThat(result().stale()).isFalse();
    assertThat(result("asOf", "2026-06-15T18:00:01+08:00").stale()).isTrue();
  }
}
