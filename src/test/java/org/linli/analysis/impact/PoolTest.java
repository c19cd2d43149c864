package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Exclusion;

/**
 * Ten projects together, worked out by hand. At the comparable places nothing changed: κ = 1, 100
 * before and 100 after with ρ = 0, so v = 1/100 + 1/100 = 0.02. Five projects saw 6 hazards before
 * and 2 after, five 6 and 4: Σn = 90, ΣT1 = 30, so p(θ̂) = 1/3 and θ̂ = 1/2.
 */
class PoolTest {
  /** t(0.975) of 9 degrees of freedom, from a table. */
  private static final double T_9 = 2.262157163;

  private static final Split STEADY = new Split(20, 1, 0, 0.02);

  private static RateRatio site(int before, int after) {
    return new PlainRatio(new History(0, before, 0, 0), after, STEADY);
  }

  private static Pool pool(int halves) {
    List<RateRatio> sites = new ArrayList<>();
    for (int i = 0; i < halves; i++) {
      sites.add(site(6, 2));
      sites.add(site(6, 4));
    }
    return new Pool(sites);
  }

  /** U² − t²[J/(J − 1) Σ(u − ū)² + (Σm)² v] at a rate ratio; 0 on a bound. */
  private static double excess(double theta) {
    double p = theta / (1 + theta);
    double first = 2 - 8 * p;
    double other = 4 - 10 * p;
    double sum = 5 * (first + other);
    double mean = sum / 10;
    double squares = 5 * Math.pow(first - mean, 2) + 5 * Math.pow(other - mean, 2);
    double m = 90 * p * (1 - p);
    return sum * sum - T_9 * T_9 * (10.0 / 9 * squares + m * m * 0.02);
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
  void tenProjectsAndFiftyHazardsAreNeeded() {
    assertThat(pool(5).hasEnoughProjects()).isTrue();
    assertThat(pool(4).hasEnoughProjects()).isFalse();
    assertThat(pool(3).hasEnoughHazards()).as("54").isTrue();
    assertThat(new Pool(pool(3).sites().subList(0, 5)).hasEnoughHazards()).as("44").isFalse();
  }

  @Test
  void projectsOfVeryDifferentEffectLeaveTheLowerEndOpen() {
    // Nine without any hazards after, one with sixty and none before. At θ = 0 the surpluses are
    // nine times 0 and 60: 60² = 3600 ≤ t²·10/9·(9·6² + 54²) = 18423. Without an end to θ they are
    // nine times −6 and 0: 54² = 2916 > t²·10/9·(9·0.6² + 5.4²) = 184.
    List<RateRatio> sites = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      sites.add(site(6, 0));
    }
    sites.add(site(0, 60));
    Interval interval = new Pool(sites).interval();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isPresent();
    assertThat(Verdict.of(interval)).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void withoutHazardsBeforeOrAfterOneEndIsOpen() {
    List<RateRatio> gone = new ArrayList<>();
    List<RateRatio> come = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      gone.add(site(8, 0));
      come.add(site(0, 8));
    }
    assertThat(new Pool(gone).estimate()).hasValue(0);
    assertThat(new Pool(gone).interval().low()).isZero();
    assertThat(new Pool(gone).interval().high().orElseThrow()).isLessThan(1);
    assertThat(new Pool(come).estimate()).isEmpty();
    assertThat(new Pool(come).interval().low()).isGreaterThan(1);
    assertThat(new Pool(come).interval().high()).isEmpty();
  }

  @Test
  void onlyProjectsThatDoNotOverlapArePooledAndThoseOfFewHazardsToo() {
    // Ten projects 700 m apart, five hazards each; an eleventh 250 m from the first, but over
    // before it was proposed, with hazards of its own; a twelfth without hazards.
    ImpactTown town = new ImpactTown().places(20, 4, 4);
    town.hazard(-9000, -9000, Instant.parse("2022-12-01T00:00:00Z"));
    for (int i = 0; i < 80; i++) {
      double x = ImpactTown.PLACES_APART_METRES * (i % 5) + 5;
      double y = 2000 + ImpactTown.PLACES_APART_METRES * (i / 5 % 4) + 5;
      town.hazard(x, y, Instant.parse("2023-06-01T00:00:00Z"));
    }
    for (int i = 0; i < 10; i++) {
      town.project("P%02d".formatted(i), -2000 - 700 * i, 0, "2025-01-10", "2025-03-01");
      town.town.building("BP%02d".formatted(i), -2000 - 700 * i, 20);
      town.hazards(-2000 - 700 * i, 10, 3, 2);
    }
    town.project("P10", -2000 - 250, 0, "2023-12-20", "2024-01-05");
    town.hazards(-2000 - 250, 0, 3, 4);
    town.project("P11", -2000, -3000, "2025-01-10", "2025-03-01");
    AnalysisResult result = town.result();
    assertThat(result.getMetric("hazards.change.pooled.projects").value()).hasValue(10);
    assertThat(result.getMetric("hazards.change.pooled").counted().codes())
        .containsExactly("P00", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09");
    // Elsewhere as many after as before, so each is 2/3: the surpluses do not vary.
    assertThat(result.getMetric("hazards.change.pooled").value().orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-9));
    Exclusion overlapping =
        result.getMetric("hazards.change.pooled").exclusions().stream()
            .filter(exclusion -> exclusion.reason().equals("overlapping"))
            .findFirst()
            .orElseThrow();
    assertThat(overlapping.rows().codes()).containsExactly("P10");
    assertThat(result.getMetric("hazards.change.answered").value()).hasValue(0);
  }

  @Test
  void tooFewProjectsSaySo() {
    AnalysisResult result =
        ImpactTown.withProject().places(20, 4, 4).hazards(10, 10, 10, 10).result();
    for (String part : List.of("", ".low", ".high")) {
      assertThat(result.getMetric("hazards.change.pooled" + part).absence())
          .hasValue("few_projects");
    }
    assertThat(result.getMetric("hazards.change.answered").value()).hasValue(1);
  }
}
