package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.impact.ImpactTown.number;
import static org.linli.analysis.impact.ImpactTown.value;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.layer.Feature;

/**
 * The rate ratio of one project, worked out by hand. Ten places have 4 hazards before and 2 after,
 * ten have 2 and 6: C0 = 60, C1 = 80, κ = 4/3, N = 140, p̂ = 4/7, p̂q̂ = 12/49.
 *
 * <p>ρ̂: each of the first is off by 2 − 6·4/7 = −10/7, each of the others by 6 − 8·4/7 = 10/7, so
 * Σ(g1 − np̂)² = 20·100/49 = 2000/49. Σn²= 10·36 + 10·64 = 1000, Σnp̂q̂(1 − n/N) = 12/49·(140 −
 * 1000/140) = 11160/343. Σn(n − 1)p̂q̂ = 860·12/49. ρ̂ = (14000 − 11160)/343 · 49/10320 = 71/1806.
 */
class HazardsChangeTest {
  private static final Offset<Double> EXACT = within(1e-9);

  /** t(0.975) of 19 degrees of freedom, from a table. */
  private static final double T_19 = 2.093024054;

  private static final double KAPPA = 4.0 / 3;
  private static final double RHO_HAT = 71.0 / 1806;

  /** With one of the first places left out, then with one of the others, by the same arithmetic. */
  private static final double WITHOUT_FIRST = 0.03588847764355761;

  private static final double WITHOUT_OTHER = 0.04285717898687535;

  // Ten of each: the mean is between them, each is off by half the difference; √(19/20 · 20 ·
  // (d/2)²).
  private static final double RHO = RHO_HAT + Math.sqrt(19) * (WITHOUT_OTHER - WITHOUT_FIRST) / 2;
  private static final double V = (1.0 / 60 + 1.0 / 80) * (1 + RHO * 860 / 140);

  private static ImpactTown town() {
    return ImpactTown.withProject().places(10, 4, 2).places(10, 2, 6);
  }

  private static Comparison comparison() {
    int[] before = new int[21];
    int[] after = new int[21];
    for (int i = 0; i < 20; i++) {
      before[i] = i < 10 ? 4 : 2;
      after[i] = i < 10 ? 2 : 6;
    }
    List<History> histories =
        IntStream.of(before).mapToObj(count -> new History(1, count, 0, 0)).toList();
    return new Comparison(histories, after);
  }

  /** The two sides of the inequality that bounds θ, as the method gives it; 0 on the bound. */
  private static double excess(double theta, double n, double after) {
    double p = theta * KAPPA / (1 + theta * KAPPA);
    double m = n * p * (1 - p);
    return Math.pow(after - n * p, 2) - T_19 * T_19 * m * (1 + (n - 1) * RHO + m * V);
  }

  @Test
  void theSplitVariesBetweenPlacesAsWorkedOutByHand() {
    Dispersion dispersion =
        new Dispersion(
            new int[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
            new int[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6});
    assertThat(dispersion.estimate()).isCloseTo(RHO_HAT, EXACT);
    assertThat(RHO_HAT + dispersion.standardError()).isCloseTo(RHO, EXACT);
    assertThat(comparison().split().rho()).isCloseTo(0.054501332240135175, EXACT);
    assertThat(comparison().split().variance())
        .isCloseTo(V, EXACT)
        .isCloseTo(0.038931488693, EXACT);
    assertThat(comparison().sites()).as("one without hazards says nothing").isEqualTo(20);
  }

  @Test
  void aPlaceWithOneHazardEachCannotTellHowTheyVary() {
    assertThat(new Dispersion(new int[] {1, 0}, new int[] {0, 1}).estimate()).isEqualTo(0.5);
    assertThat(new Dispersion(new int[0], new int[0]).standardError()).isZero();
    // Everywhere the same split: less than chance would vary it, and never below 0.
    assertThat(new Dispersion(new int[] {3, 3, 3}, new int[] {3, 3, 3}).estimate()).isZero();
  }

  @Test
  void theAnswerIsAsWorkedOutByHand() {
    // θ̂ = (12/17) ÷ (4/3) = 9/17. At no effect 29·(4/3)/(7/3) = 116/7 would come after.
    Feature row = town().hazards(10, 10, 17, 12).row("P");
    assertThat(value(row, "hazards_before")).isEqualTo(17L);
    assertThat(value(row, "hazards_after")).isEqualTo(12L);
    assertThat(value(row, "comparison_sites")).isEqualTo(20L);
    assertThat(value(row, "comparison_before")).isEqualTo(60L);
    assertThat(value(row, "comparison_after")).isEqualTo(80L);
    assertThat(number(row, "comparison_percent")).isCloseTo(100.0 / 3, EXACT);
    assertThat(number(row, "change_percent")).isCloseTo(100 * (9.0 / 17 - 1), EXACT);
    double low = 1 + number(row, "low_percent") / 100;
    double high = 1 + number(row, "high_percent") / 100;
    assertThat(low).isCloseTo(0.15674396753, within(1e-7));
    assertThat(high).isCloseTo(1.81417696901, within(1e-7));
    double noEffect = 1 - number(row, "smallest_fall_percent") / 100;
    assertThat(noEffect).isCloseTo(1 - 0.70633928426, within(1e-7));
    for (double[] bound : new double[][] {{low, 12}, {high, 12}, {noEffect, 116.0 / 7}}) {
      assertThat(excess(bound[0], 29, bound[1])).isCloseTo(0, within(1e-5));
    }
    assertThat(excess(low - 0.01, 29, 12)).isPositive();
    assertThat(excess(low + 0.01, 29, 12)).isNegative();
    assertThat(excess(high + 0.01, 29, 12)).isPositive();
    assertThat(value(row, "verdict")).isEqualTo("cannot_tell");
  }

  @Test
  void theCardSaysItInThreeLanguages() {
    Feature row = town().hazards(10, 10, 17, 12).row("P");
    assertThat(value(row, "card"))
        .isEqualTo(
            "此前 17 起，此后 12 起；可比地点同期 +33 %。与它们相比，变化在 −84 % 与 +81 % 之间：与没有变化分不开。降幅超过 71 % 才看得出来。");
    assertThat(value(row, "card_en"))
        .isEqualTo(
            "17 before, 12 after; comparable places +33 %. Against them, between −84 % and +81 %:"
                + " cannot be told from none. Only a fall of more than 71 % would have shown.");
    assertThat((String) value(row, "card_bo")).contains("17", "12", "+33 %", "−84 %", "+81 %");
  }

  @Test
  void withoutHazardsBeforeThereIsNoUpperBound() {
    // 24 of 24 after: (24 − 24p)² is 0 at p = 1. The bound below solves the inequality.
    Feature row = town().hazards(10, 10, 0, 24).row("P");
    assertThat(value(row, "high_percent")).isNull();
    assertThat(value(row, "change_percent")).as("a quotient by none").isNull();
    double low = 1 + number(row, "low_percent") / 100;
    assertThat(low).isCloseTo(1.67495314117, within(1e-7));
    assertThat(excess(low, 24, 24)).isCloseTo(0, within(1e-5));
    assertThat(value(row, "verdict")).isEqualTo("more");
    assertThat((String) value(row, "card_en"))
        .contains("Against them, +67 % or more, without an upper limit: there were more hazards.");
  }

  @Test
  void withoutHazardsAfterTheyMayAllBeGone() {
    Feature row = town().hazards(10, 10, 24, 0).row("P");
    assertThat(number(row, "low_percent")).isEqualTo(-100);
    double high = 1 + number(row, "high_percent") / 100;
    assertThat(high).isCloseTo(0.33583029052, within(1e-7));
    assertThat(excess(high, 24, 0)).isCloseTo(0, within(1e-5));
    assertThat(value(row, "verdict")).isEqualTo("fewer");
  }

  @Test
  void hazardsCountOnTheCircleAndToTheMillisecondOfTheWindows() {
    // Before is [11 Jan 2024, 10 Jan 2025), after [1 Mar 2025, 1 Mar 2026), days of the community.
    ImpactTown town = town().hazards(10, 10, 10, 10);
    town.hazard(0, 149.9, Instant.parse("2024-01-10T16:00:00Z"));
    town.hazard(0, 150.1, Instant.parse("2024-01-10T16:00:00Z"));
    town.hazard(0, 0, Instant.parse("2024-01-10T15:59:59.999Z"));
    town.hazard(0, 0, Instant.parse("2025-01-09T15:59:59.999Z"));
    town.hazard(0, 0, Instant.parse("2025-01-09T16:00:00Z"));
    town.hazard(0, 0, Instant.parse("2025-02-28T15:59:59.999Z"));
    town.hazard(0, 0, Instant.parse("2025-02-28T16:00:00Z"));
    town.hazard(0, 0, Instant.parse("2026-02-28T15:59:59.999Z"));
    town.hazard(0, 0, Instant.parse("2026-02-28T16:00:00Z"));
    Feature row = town.row("P");
    assertThat(value(row, "hazards_before")).isEqualTo(12L);
    assertThat(value(row, "hazards_after")).isEqualTo(12L);
    assertThat(value(row, "ring_hazards_before")).as("150.1 m is in the ring").isEqualTo(1L);
  }

  @Test
  void theProjectsOwnVolunteersDoNotCountAndResidentsMayBeLeftOut() {
    ImpactTown town = town().hazards(10, 10, 10, 10);
    town.hazards(10, 10, 1, 2, with("found_by", "volunteer"), with("project_code", "P"));
    town.hazards(10, 10, 0, 4, with("found_by", "volunteer"));
    town.hazards(10, 10, 2, 3, with("found_by", "volunteer"), with("project_code", "Q"));
    town.hazards(10, 10, 4, 5, with("found_by", "resident"));
    Feature row = town.row("P");
    assertThat(value(row, "hazards_before")).isEqualTo(16L);
    assertThat(value(row, "hazards_after")).isEqualTo(18L);
    assertThat(value(row, "without_residents_hazards_before")).isEqualTo(12L);
    assertThat(value(row, "without_residents_hazards_after")).isEqualTo(13L);
  }

  @Test
  void eachRuleOfNotEnoughDataIsNamed() {
    assertThat(lacking(town().hazards(10, 10, 10, 10))).isNull();
    assertThat(lacking(town().hazards(10, 10, 10, 9))).isEqualTo("few_hazards");
    ImpactTown nineteen = ImpactTown.withProject().places(10, 4, 2).places(9, 2, 6);
    assertThat(lacking(nineteen.hazards(10, 10, 10, 10))).isEqualTo("few_sites");
    ImpactTown fortyNine = ImpactTown.withProject().places(19, 2, 6).places(1, 11, 6);
    assertThat(lacking(fortyNine.hazards(10, 10, 10, 10))).isEqualTo("few_comparison_hazards");
    ImpactTown fifty = ImpactTown.withProject().places(19, 2, 6).places(1, 12, 6);
    assertThat(lacking(fifty.hazards(10, 10, 10, 10))).isNull();
  }

  @Test
  void allReasonsAreSaidInEveryLanguage() {
    Feature row = ImpactTown.withProject().hazards(10, 10, 1, 0).row("P");
    assertThat(value(row, "lacking")).isEqualTo("few_hazards few_sites few_comparison_hazards");
    assertThat(value(row, "card_en"))
        .isEqualTo(
            "1 before, 0 after. Not enough data: fewer than 20 hazards before and after together;"
                + " fewer than 20 comparable places with hazards; fewer than 50 hazards at"
                + " comparable places before or after.");
    assertThat((String) value(row, "card")).startsWith("此前 1 起，此后 0 起。数据不足：");
    assertThat((String) value(row, "card_bo")).contains("20").doesNotContain("Not enough");
    assertThat(value(row, "verdict")).isEqualTo("not_enough_data");
  }

  @ParameterizedTest
  @CsvSource({
    // Proposed 1 December 2024: before begins on 2 December 2023, the records do on 1 December.
    "2024-12-01, 2025-03-01,",
    "2024-11-30, 2025-03-01, records_too_short",
    // 179 and 180 days before 15 June 2026, 18:00.
    "2025-01-10, 2025-12-18, too_soon",
    "2025-01-10, 2025-12-17,",
    "2025-01-10, 2025-01-09, dates_out_of_order",
  })
  void theWindowsMustBeLongEnoughAndWithinTheRecords(
      String proposed, String completed, String lacking) {
    ImpactTown town = new ImpactTown().places(10, 4, 2).places(10, 2, 6);
    town.hazard(-3000, -3000, Instant.parse("2023-12-01T00:00:00Z"));
    town.project("P", 0, 0, proposed, completed);
    String found = lacking(town);
    if (lacking == null) {
      assertThat(found).isNotNull().doesNotContain("records", "soon", "order");
    } else {
      assertThat(found).contains(lacking);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "300.1, 2025-01-01, 2025-02-01, false",
    "299.9, 2025-01-01, 2025-02-01, true",
    // Over before the start of before, or begun only with the end of after.
    "100, 2023-01-01, 2024-01-11, false",
    "100, 2023-01-01, 2024-01-12, true",
    "100, 2026-03-01, , false",
    "100, 2026-02-28, , true",
  })
  void anotherProjectWithinTwiceTheRadiusSpoilsIt(
      double metres, String proposed, String completed, boolean spoils) {
    ImpactTown town = town().hazards(10, 10, 10, 10);
    town.project("Q", 0, -metres, proposed, completed);
    assertThat(lacking(town)).isEqualTo(spoils ? "neighbour" : null);
  }

  @Test
  void aPlaceNearAnActiveProjectOrWithFewBuildingsIsNoComparison() {
    // One more place, at (0, 4400): near another project, active for a day in between.
    ImpactTown busy = town().places(1, 9, 9).hazards(10, 10, 10, 10);
    assertThat(number(busy.row("P"), "comparison_sites")).isEqualTo(21);
    busy.project("Q", 0, 4400, "2024-05-05", "2024-05-06");
    assertThat(number(busy.row("P"), "comparison_sites")).isEqualTo(20);
    // A third building at the site: one is less than half of three.
    ImpactTown dense = town().hazards(10, 10, 10, 10);
    dense.town.building("S3", 40, -40);
    assertThat(number(dense.row("P"), "comparison_sites")).isZero();
  }

  private static String lacking(ImpactTown town) {
    return (String) value(town.row("P"), "lacking");
  }
}
