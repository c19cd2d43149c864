package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.equity.EquityTown.number;

import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.GridTown;

/**
 * What chance would do, where it can be reckoned. Villages are farther apart than projects reach.
 */
class EquityChanceTest {
  private final EquityTown town = new EquityTown();

  /** Whichever of two equal villages has it: x 0.5, 1 and y 0, 1, so 1 − 0.5 = 0.5. */
  @Test
  void aSingleProjectIsAsUnequalWhereverItFalls() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    AnalysisResult result = town.result();
    assertThat(number(result, "equity.projects.gini")).isEqualTo(0.5);
    assertThat(number(result, "equity.projects.gini.chance")).isEqualTo(0.5);
    assertThat(number(result, "equity.projects.gini.as_unequal")).isEqualTo(1);
    assertThat(result.getMetric("equity.projects.gini.as_unequal").denominator()).hasValue(1000);
  }

  /**
   * Two projects in two equal villages fall together half of the time: 0.5 then, else 0. The mean
   * is 0.25, with an error of 0.25 ÷ √10,000 = 0.0025; the share 0.5 with 0.005. Four errors.
   */
  @Test
  void twoProjectsFallTogetherHalfOfTheTime() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0).project("Q", 0, 0);
    AnalysisResult together = town.result("draws", "10000");
    assertThat(number(together, "equity.projects.gini.chance")).isCloseTo(0.25, within(0.01));
    assertThat(number(together, "equity.projects.gini.as_unequal")).isCloseTo(0.5, within(0.02));
  }

  /** A Gini of 0 is reached by every draw. */
  @Test
  void equalRatesHaveNoInequality() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0).project("Q", 2000, 0);
    AnalysisResult apart = town.result();
    assertThat(number(apart, "equity.projects.gini")).isZero();
    assertThat(number(apart, "equity.projects.gini.as_unequal")).isEqualTo(1);
    assertThat(number(apart, "equity.projects.gini.chance")).isGreaterThan(0.2);
  }

  /**
   * Villages of 300 and 100. With the project in the larger: x 0.25, 1, y 0, 1, so 1 − 0.75 = 0.25;
   * in the smaller 0.75. By residents it falls at the larger 3 times in 4: 0.1875 + 0.1875 = 0.375.
   * The error is 0.5 × √(3/16) ÷ 100 = 0.0022.
   */
  @Test
  void theOddsAreThoseOfResidents() {
    town.village("A", 0, 300L).village("B", 2000, 100L).project("P", 0, 0);
    AnalysisResult result = town.result("draws", "10000");
    assertThat(number(result, "equity.projects.gini")).isEqualTo(0.25);
    assertThat(number(result, "equity.projects.gini.chance")).isCloseTo(0.375, within(0.009));
  }

  /**
   * Villages of 100 each, two open hazards at B: needs 100 and 300. At A the Gini is 0.75, at B it
   * is 0.25; by need it falls at B 3 times in 4, as above.
   */
  @Test
  void againstNeedTheOddsAreThoseOfNeed() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    for (String hazard : new String[] {"h1", "h2"}) {
      town.paper()
          .put(
              "hazards",
              hazard,
              point(2005, 5),
              with("found_by", "resident"),
              with("reported_at", GridTown.time("05-10 09:00")));
    }
    AnalysisResult result = town.result("draws", "10000");
    assertThat(number(result, "equity.projects.need.gini")).isEqualTo(0.75);
    assertThat(number(result, "equity.projects.need.gini.chance")).isCloseTo(0.375, within(0.009));
    assertThat(number(result, "equity.projects.gini.chance")).isEqualTo(0.5);
  }

  /**
   * Houses of A and B stand 30 m from each other, so a project at either reaches both, and chance
   * shares it out just as the town does.
   */
  @Test
  void aProjectThatFallsAtRandomIsSharedFromThereLikeARealOne() {
    town.compound("A", 0, 0).home("A1", "A", 90, 0, 100L);
    town.compound("B", 220, 0).home("B1", "B", 130, 0, 100L);
    town.project("P", 110, 5);
    AnalysisResult result = town.result();
    assertThat(number(result, "equity.projects.gini")).isZero();
    assertThat(number(result, "equity.projects.gini.chance")).isZero();
  }

  @Test
  void theSameSeedDrawsTheSame() {
    town.village("A", 0, 200L).village("B", 2000, 100L).village("C", 4000, 170L);
    town.project("P", 0, 0).project("Q", 2000, 0).project("R", 0, 0);
    double first = number(town.result("seed", "7"), "equity.projects.gini.chance");
    assertThat(number(town.result("seed", "7"), "equity.projects.gini.chance")).isEqualTo(first);
    assertThat(number(town.result("seed", "8"), "equity.projects.gini.chance"))
        .isNotEqualTo(first)
        .isCloseTo(first, within(0.05));
  }
}
