package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.analysis.impact.ImpactSimulation.Cell;
import org.linli.analysis.impact.ImpactSimulation.Tallies;
import org.linli.analysis.impact.ImpactSimulation.Tally;

/**
 * Some towns of the simulation whose whole table is in src/docs/impact-simulation.md: one cell of
 * each way to choose the sites, with and without shocks and effects. A pooled interval is one of a
 * town, so those of all cells are counted together: of 120, a share of 95 % may come out at 90 %.
 */
class ImpactSimulationTest {
  private static final long SEED = 20260615;
  private static final int TOWNS = 30;
  private static final List<Cell> CELLS =
      List.of(
          new Cell(0, 0.5, "AT_RANDOM"),
          new Cell(0, 1, "MOST_HAZARDS_EARLIER"),
          new Cell(0.4, 1, "MOST_HAZARDS_BEFORE"),
          new Cell(0.4, 0.5, "MOST_HAZARDS_IN_TWO_YEARS"));

  @Test
  void theIntervalsHoldTheTruthAsOftenAsTheySay() {
    int pooled = 0;
    double held = 0;
    for (Cell cell : CELLS) {
      Tallies found = ImpactSimulation.run(cell, TOWNS, SEED);
      String seed = "seed %d, %s: %s".formatted(SEED, cell, found);
      Tally single = found.single();
      assertThat(single.answered()).as(seed).isGreaterThan(120);
      assertThat(single.coverage()).as(seed).isBetween(0.92, 0.985);
      assertThat(found.pooled().answerRate()).as(seed).isGreaterThan(0.9);
      if (cell.effect() == 1) {
        assertThat(single.claims()).as(seed).isLessThanOrEqualTo(0.08);
      } else {
        assertThat(found.pooled().claims()).as(seed).isGreaterThan(0.5);
      }
      pooled += found.pooled().answered();
      held += found.pooled().coverage() * found.pooled().answered();
    }
    assertThat(held / pooled).as("pooled, seed %d", SEED).isBetween(0.90, 0.995);
  }
}
