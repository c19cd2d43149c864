package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.impact.ImpactTown.number;
import static org.linli.analysis.impact.ImpactTown.value;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.linli.layer.Feature;

/**
 * The rate ratio of one project, worked out by hand. All of twenty places have one building and 3
 * hazards before; ten have 2 after, five 5, five 7: C0 = 60, C1 = 80. As they are alike before, one
 * multiple is all that can be learnt: μ = 4/3 T0, 4 at each place.
 *
 * <p>τ̂: each place has a twentieth of the pull, so the squared residuals 4, 1 and 9 count as
 * 80/19, 20/19 and 180/19; less μ that is 4/19, −56/19 and 104/19, in all 280/19, over Σμ² = 320.
 * With one left out: 276, 336 or 176 over 19 · 304 = 5776, 266 in the mean, off by 10, 70 and 90.
 *
 * <p>The multiple's variance: Σ(3 · off · 20/19)² ÷ (20 · 3²)², with Σ off² = 90: 10/361.
 */
class HistoryChangeTest {
  private static final Offset<Double> EXACT = within(1e-9);

  /** t(0.975) of 19 degrees of freedom, from a table. */
  private static final double T_19 = 2.093024054;

  private static final double TAU =
      280.0 / 19 / 320 + Math.sqrt(19.0 / 20 * (10 * 10 * 10 + 5 * 70 * 70 + 5 * 90 * 90)) / 5776;

  private static ImpactTown town() {
    return ImpactTown.remembered().places(10, 3, 2).places(5, 3, 5).places(5, 3, 7);
  }

  /** The two sides of the inequality that bounds θ, as the method gives it; 0 on the bound. */
  private static double excess(double theta, double mu, double spread, double after) {
    return Math.pow(after - theta * mu, 2) - T_19 * T_19 * (theta * mu + theta * theta * spread);
  }

  @Test
  void theAnswerIsAsWorkedOutByHand() {
    // μ = 17 · 4/3, of variance 17² · 10/361. θ̂ = 12 ÷ μ.
    Feature row = town().hazards(10, 10, 17, 12).row("P");
    double mu = 68.0 / 3;
    double spread = TAU * mu * mu + 2890.0 / 361;
    assertThat(value(row, "hazards_before")).isEqualTo(17L);
    assertThat(value(row, "hazards_after")).isEqualTo(12L);
    assertThat(value(row, "comparison_sites")).isEqualTo(20L);
    assertThat(value(row, "comparison_before")).isEqualTo(60L);
    assertThat(value(row, "comparison_after")).isEqualTo(80L);
    assertThat(number(row, "comparison_percent")).isCloseTo(100.0 / 3, EXACT);
    assertThat(number(row, "expected_after")).isCloseTo(mu, EXACT);
    assertThat(number(row, "change_percent")).isCloseTo(100 * (9.0 / 17 - 1), EXACT);
    double low = 1 + number(row, "low_percent") / 100;
    double high = 1 + number(row, "high_percent") / 100;
    double noEffect = 1 - number(row, "smallest_fall_percent") / 100;
    for (double[] bound : new double[][] {{low, 12}, {high, 12}, {noEffect, mu}}) {
      assertThat(excess(bound[0], mu, spread, bound[1])).isCloseTo(0, within(1e-5));
    }
    assertThat(low).isCloseTo(0.25102800215, within(1e-7));
    assertThat(high).isCloseTo(2.06730779583, within(1e-7));
    assertThat(noEffect).isCloseTo(0.52339848684, within(1e-7));
    assertThat(value(row, "verdict")).isEqualTo("cannot_tell");
  }

  @Test
  void theCardSaysItInThreeLanguages() {
    Feature row = town().hazards(10, 10, 17, 12).row("P");
    assertThat(value(row, "card"))
        .isEqualTo(
            "此前 17 起，此后 12 起；可比地点同期 +33 %，其中经历相同的此后应有 22.7 起。"
                + "与它们相比，变化在 −75 % 与 +107 % 之间：与没有变化分不开。降幅超过 48 % 才看得出来。");
    assertThat(value(row, "card_en"))
        .isEqualTo(
            "17 before, 12 after; comparable places +33 %, and 22.7 after at those of the same past."
                + " Against them, between −75 % and +107 %: cannot be told from none."
                + " Only a fall of more than 48 % would have shown.");
    assertThat((String) value(row, "card_bo")).contains("17", "12", "22.7", "+33 %");
  }

  /**
   * More before and fewer after make no sense: ten of 12 and 2, ten of 6 and 6 are 4 a building.
   */
  private static ImpactTown contrary() {
    return ImpactTown.remembered().places(10, 12, 2).places(10, 6, 6);
  }

  /**
   * All residuals are 2: τ̂ = (80/19 − 4) ÷ 16, whatever is left out; μ = 8, of variance 320/361.
   */
  private static double contraryExcess(double theta, double after) {
    return excess(theta, 8, 64 / 76.0 + 320.0 / 361, after);
  }

  @Test
  void withoutHazardsBeforeTheBuildingsSayWhatWouldBeExpected() {
    Feature row = contrary().hazards(10, 10, 0, 24).row("P");
    assertThat(number(row, "expected_after")).isCloseTo(8, EXACT);
    assertThat(number(row, "change_percent")).isCloseTo(200, EXACT);
    assertThat(contraryExcess(1 + number(row, "low_percent") / 100, 24)).isCloseTo(0, within(1e-4));
    assertThat(contraryExcess(1 + number(row, "high_percent") / 100, 24))
        .isCloseTo(0, within(1e-4));
    assertThat(value(row, "verdict")).isEqualTo("more");
    assertThat((String) value(row, "card_en")).contains(": there were more hazards.");
  }

  @Test
  void withoutHazardsAfterTheyMayAllBeGone() {
    Feature row = contrary().hazards(10, 10, 24, 0).row("P");
    assertThat(number(row, "low_percent")).isEqualTo(-100);
    double high = 1 + number(row, "high_percent") / 100;
    assertThat(contraryExcess(high, 0)).isCloseTo(0, within(1e-5));
    assertThat(value(row, "verdict")).isEqualTo("fewer");
  }

  @Test
  void wherePlacesDifferTooMuchThereIsNoUpperBound() {
    // t² · 0.25 · μ² > μ²: however large θ is, so few may come.
    Regression wild = new Regression(new double[] {1, 0, 0, 0}, new double[4][4], 0.25, 19);
    RateRatio ratio = new HistoryRatio(new History(2, 20, 0, 0), 12, wild);
    assertThat(ratio.interval().high()).isEmpty();
    assertThat(ratio.interval().low()).isBetween(0.1, 0.6);
    assertThat(ratio.allows(Double.POSITIVE_INFINITY)).isTrue();
  }

  @Test
  void ofAPlaceWithoutAnyPastNothingIsExpected() {
    // Alike before, so that only the hazards before count; and there were none.
    Feature row = town().hazards(10, 10, 0, 24).row("P");
    assertThat(value(row, "lacking")).isEqualTo("no_history");
    assertThat((String) value(row, "card_en")).contains("its past gives nothing to expect there");
  }

  @Test
  void ofAPlaceFarBeyondAllOthersNothingIsSaid() {
    // Nine each at places of one building, give or take 3: τ̂ = (9 · 20/19 − 9) ÷ 81 and Var(μ) =
    // 4 · 20 · 9 · 400/361 ÷ 400 for two buildings. 18 + 5 √(18 + 324 τ̂ + Var) = 41.4.
    assertThat(value(contrary().hazards(10, 10, 41, 3).row("P"), "lacking")).isNull();
    Feature row = contrary().hazards(10, 10, 42, 3).row("P");
    assertThat(value(row, "lacking")).isEqualTo("unlike_places");
    assertThat(value(row, "verdict")).isEqualTo("not_enough_data");
    assertThat(value(row, "hazards_before")).isEqualTo(42L);
  }
}
