package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The two arms of Freireich and others (1963), the worked example of nearly every book on survival:
 * weeks of remission of children with leukaemia. The estimates are those of Kalbfleisch and
 * Prentice, the medians and log-log limits those that R and SAS print.
 */
class SurvivalTest {
  private static final double THREE_DECIMALS = 0.0005;
  private static final double[] DRUG_RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
  private static final double[] DRUG_LOST = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
  private static final double[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  private static Survival survival(double[] lost, double[] ended) {
    double[] times = Arrays.copyOf(lost, lost.length + ended.length);
    System.arraycopy(ended, 0, times, lost.length, ended.length);
    boolean[] events = new boolean[times.length];
    Arrays.fill(events, lost.length, times.length, true);
    return Survival.of(times, events);
  }

  @Test
  void theDrugOfFreireichKeepsHalfInRemissionFor23Weeks() {
    Survival drug = survival(DRUG_LOST, DRUG_RELAPSED);
    assertThat(drug.points().stream().mapToDouble(Survival.Point::time))
        .containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
    // At 6 weeks one was lost too, after three of the 21 had relapsed: 18/21, not 17/20.
    double[] shares = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
    double[] lower = {0.620, 0.563, 0.503, 0.432, 0.368, 0.268, 0.188};
    double[] upper = {0.952, 0.923, 0.889, 0.849, 0.805, 0.747, 0.680};
    for (int i = 0; i < shares.length; i++) {
      Survival.Point point = drug.points().get(i);
      assertThat(point.share()).isCloseTo(shares[i], within(THREE_DECIMALS));
      assertThat(point.lower()).isCloseTo(lower[i], within(THREE_DECIMALS));
      assertThat(point.upper()).isCloseTo(upper[i], within(THREE_DECIMALS));
    }
    assertThat(drug.median()).hasValue(23);
    assertThat(drug.medianLower()).hasValue(13);
    assertThat(drug.medianUpper()).isEmpty();
  }

  @Test
  void withoutTheDrugHalfRelapseIn8Weeks() {
    Survival placebo = survival(new double[0], PLACEBO);
    assertThat(placebo.median()).hasValue(8);
    assertThat(placebo.medianLower()).hasValue(4);
    assertThat(placebo.medianUpper()).hasValue(11);
    Survival.Point last = placebo.points().get(placebo.points().size() - 1);
    assertThat(last.share()).isZero();
    assertThat(last.lower()).as("nothing is left to vary").isNaN();
  }

  @Test
  void aMedianThatIsMetExactlyIsReached() {
    // 3/4 · 2/3 of doubles is not quite 1/2, but it is the half.
    assertThat(survival(new double[0], new double[] {1, 2, 3, 4}).median()).hasValue(2);
    assertThat(survival(new double[0], new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).median())
        .hasValue(5);
  }

  @Test
  void whereNothingEndedNothingIsReached() {
    Survival censored = survival(new double[] {1, 2, 3}, new double[0]);
    assertThat(censored.points()).isEmpty();
    assertThat(censored.median()).isEmpty();
    assertThat(censored.medianLower()).isEmpty();
    assertThat(censored.medianUpper()).isEmpty();
    assertThat(survival(new double[0], new double[0]).median()).isEmpty();
  }

  @Test
  void theOrderOfTheCasesDoesNotMatter() {
    double[] reversed = {23, 22, 16, 13, 10, 7, 6, 6, 6};
    assertThat(survival(DRUG_LOST, reversed)).isEqualTo(survival(DRUG_LOST, DRUG_RELAPSED));
  }
}
