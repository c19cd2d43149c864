package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.analysis.impact.ImpactSimulation.Cell;
import org.linli.analysis.impact.ImpactSimulation.Tallies;

/**
 * A few towns of the simulation whose whole table is in src/docs/impact-simulation.md; there the
 * pooled intervals hold the truth often enough, here are too few towns to tell.
 */
class ImpactSimulationTest {
  private static final long SEED = 20260615;
  private static final int TOWNS = 15;

  @ParameterizedTest
  @CsvSource({"0.4, 1, MOST_HAZARDS_BEFORE", "0, 0.5, AT_RANDOM"})
  void theIntervalsHoldTheTruthAsOftenAsTheySay(double shock, double effect, String placement) {
    Tallies found = ImpactSimulation.run(new Cell(shock, effect, placement), TOWNS, SEED);
    String seed = "seed %d: %s".formatted(SEED, found);
    assertThat(found.single().answered()).as(seed).isGreaterThan(60);
    assertThat(found.single().coverage()).as(seed).isBetween(0.92, 0.985);
    assertThat(found.pooled().answerRate()).as(seed).isGreaterThan(0.9);
    assertThat(found.pooled().coverage()).as(seed).isGreaterThanOrEqualTo(0.88);
    if (effect == 1) {
      assertThat(found.single().claims()).as(seed).isLessThanOrEqualTo(0.08);
    } else {
      assertThat(found.pooled().claims()).as(seed).isGreaterThan(0.5);
    }
  }
}
