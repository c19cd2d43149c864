package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.HexGrid;
import org.linli.analysis.HexGrid.Cell;

/** The mathematics of the hot spots against direct computation, published figures and chance. */
class HotspotsTest {
  private static final int DRAWS = 100_000;

  /** A town of hexagons with ragged edges and holes. */
  static Mesh raggedTown(Random random, int width, int height) {
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < height; r++) {
      for (int q = 0; q < width; q++) {
        if (random.nextInt(10) > 0) {
          cells.add(new Cell(q - r / 2, r));
        }
      }
    }
    return new Mesh(new HexGrid(100), cells);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void giStarEqualsTheDenseMatrix(long seed) {
    Random random = new Random(seed);
    Mesh town = raggedTown(random, 12, 9);
    int[] counts = IntStream.range(0, town.size()).map(i -> random.nextInt(6)).toArray();
    GetisOrd getisOrd = new GetisOrd(town, counts);
    double[] dense = dense(town, counts);
    for (int i = 0; i < town.size(); i++) {
      assertThat(getisOrd.z(i)).as("seed %d, cell %d", seed, i).isCloseTo(dense[i], within(1e-9));
    }
  }

  /**
   * Ord and Getis (1995), equation 7, by a full matrix of weights: w_ij = 1 where the centres are
   * less than a cell's width and a half apart, which are the cell itself and those that touch it.
   */
  private static double[] dense(Mesh town, int[] x) {
    int n = town.size();
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dx = town.grid().centreX(town.cell(i)) - town.grid().centreX(town.cell(j));
        double dy = town.grid().centreY(town.cell(i)) - town.grid().centreY(town.cell(j));
        w[i][j] = Math.hypot(dx, dy) < 1.5 * Math.sqrt(3) * 100 ? 1 : 0;
      }
    }
    double sum = 0;
    double squares = 0;
    for (int value : x) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / n;
    double s = Math.sqrt(squares / n - mean * mean);
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double wx = 0;
      double w1 = 0;
      double w2 = 0;
      for (int j = 0; j < n; j++) {
        wx += w[i][j] * x[j];
        w1 += w[i][j];
        w2 += w[i][j] * w[i][j];
      }
      z[i] = (wx - mean * w1) / (s * Math.sqrt((n * w2 - w1 * w1) / (n - 1)));
    }
    return z;
  }

  @Test
  void whereAllCellsAreAlikeThereIsNothingToCompare() {
    Mesh town = raggedTown(new Random(1), 5, 5);
    GetisOrd alike = new GetisOrd(town, IntStream.range(0, town.size()).map(i -> 3).toArray());
    assertThat(alike.z(0)).isNaN();
    Mesh single = new Mesh(new HexGrid(100), List.of(new Cell(0, 0)));
    assertThat(new GetisOrd(single, new int[] {4}).z(0)).isNaN();
    // All cells of a town of two are around each.
    Mesh pair = new Mesh(new HexGrid(100), List.of(new Cell(0, 0), new Cell(1, 0)));
    assertThat(new GetisOrd(pair, new int[] {4, 0}).z(0)).isNaN();
  }

  /**
   * Of 40 cells ten have 1 hazard, three have 2 and one has 5. How many of the C(40, k) subsets
   * have which sum is counted exactly; the draws may stray by five standard errors.
   */
  @Test
  void theDrawsFollowTheExactDistributionOfSubsets() {
    int[] counts = new int[40];
    IntStream.range(0, 10).forEach(i -> counts[i] = 1);
    IntStream.range(10, 13).forEach(i -> counts[i] = 2);
    counts[13] = 5;
    SubsetSums sums = whole(counts, 7, DRAWS, 7);
    double[][] exact = exact(counts, 7);
    for (int size = 1; size <= 7; size++) {
      double all = total(exact[size], 0, exact[size].length);
      for (int sum = 0; sum <= 12; sum++) {
        double below = total(exact[size], 0, sum + 1) / all;
        double above = total(exact[size], sum, exact[size].length) / all;
        double tail = Math.min(below, above);
        assertThat(sums.twoSided(20 * size, sum))
            .as("%d cells with %d hazards", size, sum)
            .isCloseTo(
                Math.min(1, 2 * tail), within(10 * Math.sqrt(tail * (1 - tail) / DRAWS) + 3e-5));
      }
    }
  }

  /** Draws of up to so many cells that lie within the boundary whole: twenty levels each. */
  private static SubsetSums whole(int[] counts, int largest, int draws, long seed) {
    int[] most = new int[20 * largest + 1];
    Arrays.fill(most, -1);
    IntStream.rangeClosed(1, largest).forEach(size -> most[20 * size] = 100);
    double[] shares = IntStream.of(counts).mapToDouble(count -> 1).toArray();
    return SubsetSums.draw(counts, shares, most, draws, seed, Cancellation.NONE);
  }

  /**
   * Two cells in half with 6 hazards each, and one whole with 0, are the town. Half a cell's ground
   * is one of the halves, or half of the empty one: 6 in 2 of 3 draws. A quarter's is a quarter of
   * the empty one or half of a half, Bin(6, 1/2): 6 in 2/3 · 1/64 of draws. What is asked for are
   * the upper tails, doubled.
   */
  @Test
  void aPartOfACellHasAPartOfItsHazards() {
    int[] most = new int[11];
    Arrays.fill(most, -1);
    most[5] = 6;
    most[10] = 6;
    SubsetSums sums =
        SubsetSums.draw(
            new int[] {6, 6, 0}, new double[] {0.5, 0.5, 1}, most, DRAWS, 5, Cancellation.NONE);
    assertThat(sums.twoSided(10, 0)).isCloseTo(2.0 / 3, within(0.015));
    assertThat(sums.isMany(10, 6)).isTrue();
    assertThat(sums.isMany(10, 0)).isFalse();
    assertThat(sums.twoSided(5, 6)).isCloseTo(2 * 2.0 / 3 / 64, within(0.003));
    assertThat(sums.twoSided(5, 5)).isCloseTo(2 * 2.0 / 3 * 7 / 64, within(0.006));
  }

  /** A square of 1 km, and the cells that meet it: their ground adds up to the square's. */
  @Test
  void theGroundOfTheCellsIsThatWithinTheBoundary() {
    GridTown town =
        new GridTown().layer("hazards").community("T", GridTown.box(-500, -500, 500, 500));
    Mesh mesh = Mesh.of(town.inputs(), Ground.of(town.inputs()), 100).orElseThrow();
    double cell = 1.5 * Math.sqrt(3) * 100 * 100;
    assertThat(DoubleStream.of(mesh.shares()).sum() * cell).isCloseTo(1e6, within(1e6 * 1e-3));
    assertThat(mesh.shares()).contains(1.0);
    assertThat(DoubleStream.of(mesh.shares()).min().orElseThrow()).isBetween(0.0, 0.5);
  }

  /** By size and sum, the number of subsets, cell after cell. */
  private static double[][] exact(int[] counts, int largest) {
    double[][] ways = new double[largest + 1][60];
    ways[0][0] = 1;
    for (int count : counts) {
      for (int size = largest; size > 0; size--) {
        for (int sum = 59; sum >= count; sum--) {
          ways[size][sum] += ways[size - 1][sum - count];
        }
      }
    }
    return ways;
  }

  private static double total(double[] numbers, int first, int end) {
    return IntStream.range(first, end).mapToDouble(i -> numbers[i]).sum();
  }

  @Test
  void noPIsZero() {
    int[] counts = new int[400];
    counts[0] = 50;
    counts[1] = 50;
    SubsetSums sums = whole(counts, 2, DRAWS, 1);
    assertThat(sums.twoSided(40, 100)).isPositive().isLessThan(2e-4);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    int[] counts = IntStream.range(0, 50).map(i -> i % 5).toArray();
    SubsetSums once = whole(counts, 7, 1000, 3);
    SubsetSums again = whole(counts, 7, 1000, 3);
    SubsetSums other = whole(counts, 7, 1000, 4);
    double[] p = IntStream.range(0, 28).mapToDouble(s -> once.twoSided(140, s)).toArray();
    assertThat(IntStream.range(0, 28).mapToDouble(s -> again.twoSided(140, s)))
        .containsExactly(box(p));
    assertThat(IntStream.range(0, 28).mapToDouble(s -> other.twoSided(140, s)).toArray())
        .isNotEqualTo(p);
  }

  private static Double[] box(double[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }

  /** The fifteen p-values of the paper's example: the first four are believed at 0.05. */
  @Test
  void theExampleOfBenjaminiAndHochbergBelievesFour() {
    double[] p = {
      0.0201,
      0.0001,
      0.3240,
      0.0004,
      Double.NaN,
      0.0019,
      0.0095,
      0.0278,
      0.0298,
      0.0344,
      0.0459,
      0.4262,
      0.5719,
      0.6528,
      0.7590,
      1.0000
    };
    boolean[] believed = FalseDiscovery.believed(p, 0.05);
    assertThat(IntStream.range(0, p.length).filter(i -> believed[i])).containsExactly(1, 3, 5, 6);
    assertThat(FalseDiscovery.believed(new double[] {Double.NaN}, 0.05)).containsExactly(false);
  }

  /** Where 2 of 4 are under their own line but not the first, all up to the last are believed. */
  @Test
  void aTestIsBelievedBecauseOfALaterOne() {
    // Lines 0.0125, 0.025, 0.0375, 0.05: 0.02 is above its line, 0.024 below.
    assertThat(FalseDiscovery.believed(new double[] {0.02, 0.024, 0.9, 0.8}, 0.05))
        .containsExactly(true, true, false, false);
  }

  /** Three cells with equal residents: P(X ≥ 4) of Bin(4, 1/3) is 1/81, of X ≥ 0 is 1. */
  @Test
  void theResidentsExplainTheirShare() {
    Mesh apart =
        new Mesh(
            new HexGrid(100),
            List.of(new Cell(0, 0), new Cell(5, 0), new Cell(9, 0), new Cell(0, 9)));
    ResidentsTest test =
        ResidentsTest.of(apart, new int[] {4, 0, 0, 0}, new double[] {10, 10, 10, 0}, 0.05);
    assertThat(test.p()[0]).isCloseTo(1.0 / 81, within(1e-12));
    assertThat(test.p()[1]).isEqualTo(1);
    assertThat(test.p()[3]).as("nobody lives there").isNaN();
    assertThat(test.expected()[0]).isCloseTo(4.0 / 3, within(1e-12));
    // 1/81 is under 0.05/3.
    assertThat(test.unexplained()).containsExactly(true, false, false, false);
    assertThat(test.tested()).isEqualTo(3);
    assertThat(test.found()).isEqualTo(1);
  }
}
