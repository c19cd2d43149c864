package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.analysis.Cancellation;
import org.linli.analysis.HexGrid.Cell;

/** Towns without any hot spot: hazards fall on the cells at random. */
class NullMapsTest {
  private static final int TOWNS = 200;
  private static final double MOST_FALSE = 0.07;
  private static final HazardParameters PARAMETERS =
      new HazardParameters(
          0, 1, Steps.Length.WEEK, Map.of(), 100, 100_000, 1, 0.05, Long.MAX_VALUE);

  /** Every cell is as likely; rare hazards and many. */
  @Test
  void aFairScatterGivesAFalseSpotInFewTowns() {
    assertThat(falseTowns(random -> poisson(random, 0.5))).isLessThanOrEqualTo(MOST_FALSE);
    assertThat(falseTowns(random -> poisson(random, 4))).isLessThanOrEqualTo(MOST_FALSE);
    assertThat(falseTowns(random -> poisson(random, 9.5))).isLessThanOrEqualTo(MOST_FALSE);
  }

  /** Some cells have far more than others, but not beside each other. */
  @Test
  void anUnevenScatterGivesAFalseSpotInFewTowns() {
    assertThat(falseTowns(random -> poisson(random, -2 * Math.log(1 - random.nextDouble()))))
        .isLessThanOrEqualTo(MOST_FALSE);
  }

  /** At the edge, a quarter to all of a cell's ground lies outside, and its hazards with it. */
  @Test
  void cellsCutByTheBoundaryGiveAFalseSpotInFewTowns() {
    assertThat(falseTownsWithinABoundary(10, 60)).isLessThanOrEqualTo(MOST_FALSE);
  }

  private static double falseTownsWithinABoundary(double hazardsACell, int towns) {
    int wrong = 0;
    for (int seed = 0; seed < towns; seed++) {
      Random random = new Random(seed);
      Mesh whole = HotspotsTest.raggedTown(random, 12, 11);
      List<Cell> cells = IntStream.range(0, whole.size()).mapToObj(whole::cell).toList();
      Map<Cell, Double> shares = new HashMap<>();
      for (int i = 0; i < whole.size(); i++) {
        boolean isCut = whole.around(i).length < 6;
        shares.put(whole.cell(i), isCut ? 0.75 * random.nextDouble() : 1);
      }
      Mesh town = new Mesh(whole.grid(), cells, shares::get);
      int[] counts = new int[town.size()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = poisson(random, hazardsACell * shares.get(town.cell(i)));
      }
      Hotspots spots = Hotspots.of(town, counts, PARAMETERS, Cancellation.NONE);
      wrong += spots.hot() + spots.cold() > 0 ? 1 : 0;
    }
    return (double) wrong / towns;
  }

  /** A crowd of one cell and its neighbours is found wherever it is. */
  @Test
  void aPlantedCrowdIsFoundInMostTowns() {
    int found = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Mesh town = HotspotsTest.raggedTown(random, 16, 14);
      int[] counts = new int[town.size()];
      int middle = random.nextInt(town.size());
      for (int i = 0; i < counts.length; i++) {
        counts[i] = poisson(random, 1);
      }
      for (int near : town.around(middle)) {
        counts[near] += poisson(random, 4);
      }
      Hotspots spots = Hotspots.of(town, counts, PARAMETERS, Cancellation.NONE);
      found += spots.isHot(middle) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(18);
  }

  private static double falseTowns(ToIntFunction<Random> hazards) {
    int wrong = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Mesh town = HotspotsTest.raggedTown(random, 10 + seed % 10, 12);
      int[] counts = new int[town.size()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = hazards.applyAsInt(random);
      }
      Hotspots spots = Hotspots.of(town, counts, PARAMETERS, Cancellation.NONE);
      wrong += spots.hot() + spots.cold() > 0 ? 1 : 0;
    }
    return (double) wrong / TOWNS;
  }

  /** Knuth's method, for small means. */
  private static int poisson(Random random, double mean) {
    double least = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
