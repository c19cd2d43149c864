package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.equity.EquityTown.left;
import static org.linli.analysis.equity.EquityTown.number;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.GridTown;
import org.linli.analysis.Series;

/**
 * A town of four compounds, every number worked out by hand. Houses are 10 m wide, their south-west
 * corner is given; a project reaches 300 m.
 *
 * <pre>
 * A 100 residents: A1 60 at x = 0, A2 40 at x = 380
 * B 200 residents: B1 120 at x = 410, B2 80 at x = 1000
 * C 300 residents: C1 at x = 4000          D 400 residents: D1 at x = 6000
 *
 * P1 at x = -250  250 m from A1, 630 m from A2         A 1
 * P2 at x = 4000  at C1                                C 1
 * P3 at x = 400   10 m from A2 and B1, 390 m from A1   A 40/160 = 0.25, B 120/160 = 0.75
 * P4 at x = 4000  at C1                                C 1
 *
 *                  A      B      C      D   in all
 * projects         1.25   0.75   2      0   4
 * money (P4 null)  1200   600    3000   0   4800   P1 1000, P2 3000, P3 800
 * green            100    300    2000   0   2400   P2 2000 m², P3 400 m²
 * </pre>
 */
class EquityTest {
  private static final double EXACTLY = 1e-9;

  /** Coordinates are kept to the centimetre, so that an area is right to a few in ten thousand. */
  private static final double SQUARE_METRES = 2;

  private final EquityTown town = new EquityTown();

  private AnalysisResult fourCompounds() {
    GridTown paper = town.paper();
    paper
        .community("T", box(-1000, -500, 7000, 500), with("level", "subdistrict"))
        .community("A", box(-300, -50, 400, 50), compoundOfT())
        .community("B", box(400, -50, 1100, 50), compoundOfT())
        .community("C", box(3900, -100, 4100, 100), compoundOfT())
        .community("D", box(5900, -100, 6100, 100), compoundOfT());
    town.home("A1", "A", 0, 0, 60L)
        .home("A2", "A", 380, 0, 40L)
        .home("B1", "B", 410, 0, 120L)
        .home("B2", "B", 1000, 0, 80L)
        .home("C1", "C", 4000, 0, 300L)
        .home("D1", "D", 6000, 0, 400L)
        .project("P1", -250, 5, with("cost", 1000.0))
        .project("P2", 4000, 5, with("cost", 3000.0))
        .project("P3", 400, 5, with("cost", 800.0))
        .project("P4", 4000, 5);
    green("G1", "P2", 100, 20);
    green("G2", "P3", 20, 20);
    green("G3", null, 90, 90);
    return town.result();
  }

  private static GridTown.Value[] compoundOfT() {
    return new GridTown.Value[] {with("level", "compound"), with("parent_code", "T")};
  }

  private void green(String code, String project, double width, double depth) {
    town.paper()
        .put("green_spaces", code, box(0, 1000, width, 1000 + depth), with("restored_by", project));
  }

  /** 1,000 × 1.25 ÷ 100 = 12.5; 0.75 ÷ 200 is 3.75; 2 ÷ 300 is 6.67; in all 4 ÷ 1,000 is 4. */
  @Test
  void projectsPerThousandResidentsBelongToCommunitiesByTheResidentsTheyReach() {
    AnalysisResult result = fourCompounds();
    assertThat(number(result, "A", "equity.projects")).isCloseTo(12.5, within(EXACTLY));
    assertThat(number(result, "B", "equity.projects")).isCloseTo(3.75, within(EXACTLY));
    assertThat(number(result, "C", "equity.projects")).isCloseTo(20 / 3.0, within(EXACTLY));
    assertThat(number(result, "D", "equity.projects")).isZero();
    assertThat(number(result, "equity.projects")).isCloseTo(4, within(EXACTLY));
    assertThat(result.getMetric("equity.projects").denominator()).hasValue(1000);
    assertThat(EquityTown.of(result, "A", "equity.projects").denominator()).hasValue(100);
    assertThat(EquityTown.of(result, "A", "equity.projects").counted().codes())
        .containsExactly("A1", "A2");
    assertThat(result.getMetric("equity.reached").counted().codes())
        .containsExactly("P1", "P2", "P3", "P4");
    assertThat(number(result, "A", "equity.reached")).isEqualTo(2);
    assertThat(number(result, "equity.reached")).isEqualTo(4);
  }

  /** 1,000 × 1,200 ÷ 100 = 12,000; 600 ÷ 200: 3,000; 3,000 ÷ 300: 10,000; 4,800 ÷ 1,000: 4,800. */
  @Test
  void moneyFollowsTheProjectsAndAnUnknownCostIsLeftOut() {
    AnalysisResult result = fourCompounds();
    assertThat(number(result, "A", "equity.money")).isCloseTo(12_000, within(EXACTLY));
    assertThat(number(result, "B", "equity.money")).isCloseTo(3_000, within(EXACTLY));
    assertThat(number(result, "C", "equity.money")).isCloseTo(10_000, within(EXACTLY));
    assertThat(number(result, "equity.money")).isCloseTo(4_800, within(EXACTLY));
    assertThat(left(result, "equity.money", "cost_unknown")).containsExactly("P4");
    assertThat(left(result, "equity.projects", "cost_unknown")).isEmpty();
  }

  /** 1,000 × 100 ÷ 100 = 1,000; 300 ÷ 200: 1,500; 2,000 ÷ 300: 6,667; 2,400 ÷ 1,000: 2,400 m². */
  @Test
  void restoredGreenFollowsTheProjectThatRestoredIt() {
    AnalysisResult result = fourCompounds();
    assertThat(number(result, "A", "equity.green")).isCloseTo(1_000, within(SQUARE_METRES));
    assertThat(number(result, "B", "equity.green")).isCloseTo(1_500, within(SQUARE_METRES));
    assertThat(number(result, "C", "equity.green")).isCloseTo(6_666.7, within(SQUARE_METRES));
    assertThat(number(result, "D", "equity.green")).isZero();
    assertThat(number(result, "equity.green")).isCloseTo(2_400, within(SQUARE_METRES));
  }

  /**
   * Projects, by rate D, B, C, A: x 0.4, 0.6, 0.9, 1 and y 0, 0.1875, 0.6875, 1. Twice the area
   * below: 0.2 × 0.1875 + 0.3 × 0.875 + 0.1 × 1.6875 = 0.46875. Money, the same order: y 0, 0.125,
   * 0.75, 1; 0.2 × 0.125 + 0.3 × 0.875 + 0.1 × 1.75 = 0.4625. Green, by rate D, A, B, C: x 0.4,
   * 0.5, 0.7, 1 and y 0, 1/24, 4/24, 1; (0.1 × 1 + 0.2 × 5 + 0.3 × 28)/24 = 9.5/24.
   */
  @Test
  void giniIsOneLessTwiceTheAreaBelowTheCurveSortedByRate() {
    AnalysisResult result = fourCompounds();
    assertThat(number(result, "equity.projects.gini")).isCloseTo(0.53125, within(EXACTLY));
    assertThat(number(result, "equity.money.gini")).isCloseTo(0.5375, within(EXACTLY));
    assertThat(number(result, "equity.green.gini")).isCloseTo(14.5 / 24, within(1e-3));
    assertThat(result.getMetric("equity.projects.gini").counted().codes())
        .containsExactly("A", "B", "C", "D");
  }

  /** As above, straight between: at 0.5 half of B's 0.1875; at 0.7 a third of C's 0.5 more. */
  @Test
  void theCurveHasAPointForEachPercentOfResidents() {
    Series curve = fourCompounds().getSeries("equity.projects.lorenz");
    assertThat(curve.points()).hasSize(101);
    assertThat(curve.points().get(0)).isEqualTo(Series.Point.of("0", 0));
    assertThat(at(curve, 40)).isCloseTo(0, within(EXACTLY));
    assertThat(at(curve, 50)).isCloseTo(0.09375, within(EXACTLY));
    assertThat(at(curve, 60)).isCloseTo(0.1875, within(EXACTLY));
    assertThat(at(curve, 70)).isCloseTo(0.1875 + 0.5 / 3, within(EXACTLY));
    assertThat(at(curve, 90)).isCloseTo(0.6875, within(EXACTLY));
    assertThat(at(curve, 100)).isEqualTo(1);
  }

  private static double at(Series curve, int percent) {
    Series.Point point = curve.points().get(percent);
    assertThat(point.key()).isEqualTo(Integer.toString(percent));
    return point.value().orElseThrow();
  }

  /**
   * One open hazard at D1 makes its 400 residents a need of 800; one that a patrol found at A1 and
   * one closed at B1 count for nothing. Of 1,400 in all, by rate D, B, C, A: 800, 200, 300, 100 and
   * y 0, 0.1875, 0.6875, 1; twice the area (200 × 0.1875 + 300 × 0.875 + 100 × 1.6875) ÷ 1,400 =
   * 468.75 ÷ 1,400.
   */
  @Test
  void againstNeedTheResidentsNearOpenHazardsWeighMore() {
    Instant may = GridTown.time("05-10 09:00");
    town.paper()
        .put("hazards", "h1", point(6015, 5), found("resident", may))
        .put("hazards", "h2", point(5, 5), found("patrol", may))
        .put(
            "hazards",
            "h3",
            point(415, 5),
            with("found_by", "resident"),
            with("reported_at", may),
            with("resolved_at", GridTown.time("05-11 09:00")))
        .put("hazards", "h4", point(4005, 5), with("reported_at", may));
    AnalysisResult result = fourCompounds();
    assertThat(number(result, "equity.projects.need.gini"))
        .isCloseTo(1 - 468.75 / 1400, within(EXACTLY));
    assertThat(left(result, "equity.projects.need.gini", "finder_unknown")).containsExactly("h4");
    assertThat(number(result, "equity.projects.gini")).isCloseTo(0.53125, within(EXACTLY));
  }

  private static GridTown.Value[] found(String by, Instant at) {
    return new GridTown.Value[] {with("found_by", by), with("reported_at", at)};
  }

  /** D's west side is at x = 5900, the nearest projects are at 4000. */
  @Test
  void theCommunityWithNothingIsNamed() {
    AnalysisResult result = fourCompounds();
    assertThat(result.getMetric("equity.nothing").numerator()).hasValue(1);
    assertThat(result.getMetric("equity.nothing").denominator()).hasValue(4);
    Series nearest = result.getSeries("equity.nothing.nearest");
    assertThat(nearest.points()).extracting(Series.Point::key).containsExactly("D");
    assertThat(nearest.points().get(0).value().orElseThrow()).isCloseTo(1900, within(0.05));
    assertThat(number(result, "D", "equity.reached")).isZero();
  }

  @Test
  void onlyCommunitiesOfOneLevelAreCompared() {
    AnalysisResult result = fourCompounds();
    assertThat(result.areas()).extracting(AreaMetrics::area).containsExactly("A", "B", "C", "D");
    assertThat(result.areas()).allMatch(area -> area.parent().orElseThrow().equals("T"));
    assertThat(left(result, "equity.nothing", "other_level")).containsExactly("T");

    AnalysisResult whole = town.result("level", "subdistrict");
    assertThat(whole.areas()).extracting(AreaMetrics::area).containsExactly("T");
    assertThat(number(whole, "T", "equity.projects")).isCloseTo(4, within(EXACTLY));
    assertThat(whole.getMetric("equity.projects.gini").absence())
        .hasValue("fewer_than_two_communities");
  }

  /** From P to the wall are 250 m, to the centimetre. */
  @Test
  void aProjectReachesAsFarAsTheReachAndNoFarther() {
    town.village("A", 0, 100L).village("B", 3000, 100L).project("P", 0, -250);
    assertThat(number(town.result("reach", "250.05"), "A", "equity.reached")).isEqualTo(1);
    assertThat(number(town.result("reach", "249.95"), "A", "equity.reached")).isZero();
    assertThat(left(town.result("reach", "249.95"), "equity.reached", "reaches_nobody"))
        .containsExactly("P");
  }
}
