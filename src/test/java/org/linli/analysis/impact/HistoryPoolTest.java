package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ten projects together, worked out by hand. Elsewhere as many came after as before, give or take a
 * tenth: μ = T0, and the standard error of Σμ is ΣT0 ÷ 10. Five projects saw 6 hazards before and 2
 * after, five 6 and 4: θ̂ = 30 ÷ 60.
 */
class HistoryPoolTest {
  /** t(0.975) of 9 degrees of freedom, from a table. */
  private static final double T_9 = 2.262157163;

  private static final Regression STEADY =
      new Regression(
          new double[] {1, 0, 0, 0},
          new double[][] {{0.01, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}},
          0.1,
          19);

  private static RateRatio site(int before, int after) {
    return new HistoryRatio(new History(3, before, 1, 2), after, STEADY);
  }

  private static Pool pool(int halves) {
    List<RateRatio> sites = new ArrayList<>();
    for (int i = 0; i < halves; i++) {
      sites.add(site(6, 2));
      sites.add(site(6, 4));
    }
    return new Pool(sites);
  }

  /**
   * U² − t²[J/(J − 1) Σ(u − ū)² + θ² Var(Σμ)] at a rate ratio; 0 on a bound. The surpluses are 2 −
   * 6θ and 4 − 6θ, each 1 from their mean: 10/9 · 10.
   */
  private static double excess(double theta) {
    double sum = 30 - 60 * theta;
    return sum * sum - T_9 * T_9 * (100.0 / 9 + theta * theta * 36);
  }

  @Test
  void theirSurplusesCancelAtTheEstimate() {
    assertThat(pool(5).estimate().orElseThrow()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void theBoundsSolveTheInequality() {
    Interval interval = pool(5).interval();
    assertThat(excess(interval.low())).isCloseTo(0, within(1e-6));
    assertThat(excess(interval.high().orElseThrow())).isCloseTo(0, within(1e-6));
    assertThat(interval.low()).isLessThan(0.5);
    assertThat(interval.high().orElseThrow()).isGreaterThan(0.5);
    assertThat(excess(interval.low() - 0.01)).isPositive();
    assertThat(excess(0.5)).isNegative();
    assertThat(excess(interval.high().orElseThrow() + 0.01)).isPositive();
  }

  @Test
  void projectsOfVeryDifferentEffectLeaveTheLowerEndOpen() {
    // Nine without any hazards after, one with sixty and one expected. At θ = 0 the surpluses are
    // nine times 0 and 60: 60² = 3600 ≤ t²·10/9·(9·6² + 54²) = 18423. Without an end to θ they are
    // as the expected: 55² = 3025 > t²·[10/9·(9·0.5² + 4.5²) + 5.5²] = 283.
    List<RateRatio> sites = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      sites.add(site(6, 0));
    }
    sites.add(site(1, 60));
    Interval interval = new Pool(sites).interval();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isPresent();
    assertThat(Verdict.of(interval)).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void withoutHazardsAfterTheLowerEndIsNone() {
    List<RateRatio> gone = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      gone.add(site(8, 0));
    }
    // (80θ)² > t² θ² 8² at any θ above 0: all ten are as none alike.
    assertThat(new Pool(gone).estimate()).hasValue(0);
    assertThat(new Pool(gone).interval().low()).isZero();
    assertThat(new Pool(gone).interval().high().orElseThrow()).isLessThan(1);
  }

  @Test
  void aPoolOfBothKindsWeighsEachInItsOwnWay() {
    // Five of either, 6 before and 4 after: 4 − 6θ, and 4 − 10 θ/(1 + θ). Elsewhere nothing changed
    // at κ = 1, v = 0.02. The errors: Σm · √0.02 with m = 10 p(1 − p), and θ · 30 · 0.1.
    List<RateRatio> sites = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sites.add(site(6, 4));
      sites.add(new PlainRatio(new History(3, 6, 0, 0), 4, new Split(20, 1, 0, 0.02)));
    }
    Pool pool = new Pool(sites);
    assertThat(pool.estimate().orElseThrow()).isCloseTo(2.0 / 3, within(1e-9));
    for (double theta :
        new double[] {pool.interval().low(), pool.interval().high().orElseThrow()}) {
      double p = theta / (1 + theta);
      double history = 4 - 6 * theta;
      double plain = 4 - 10 * p;
      double sum = 5 * (history + plain);
      double squares = 5 * (Math.pow(history - sum / 10, 2) + Math.pow(plain - sum / 10, 2));
      double shared = 50 * p * (1 - p) * Math.sqrt(0.02) + theta * 3;
      assertThat(sum * sum)
          .isCloseTo(T_9 * T_9 * (10.0 / 9 * squares + shared * shared), within(1e-5));
    }
  }
}
