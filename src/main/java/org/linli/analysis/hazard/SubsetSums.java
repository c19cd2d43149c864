package org.linli.analysis.hazard;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/**
 * How the counts of cells add up when the cells are taken at random: what a sum around a cell is
 * held against. Each draw takes as many different cells as the largest neighbourhood has; the sum
 * of its first k is the draw for neighbourhoods of k, so that one sampling serves all sizes.
 */
final class SubsetSums {
  private static final int CHECK_EVERY = 1 << 16;
  private final int draws;

  /** By size and sum: how many draws had at most that sum. */
  private final int[][] atMost;

  private SubsetSums(int draws, int[][] atMost) {
    this.draws = draws;
    this.atMost = atMost;
  }

  /**
   * @param largest the most cells of a subset, at most as many as there are
   */
  static SubsetSums draw(
      int[] counts, int largest, int draws, long seed, Cancellation cancellation) {
    int greatest = IntStream.of(counts).sorted().skip(counts.length - largest).sum();
    int[][] frequencies = new int[largest + 1][greatest + 1];
    SplittableRandom random = new SplittableRandom(seed);
    int[] taken = new int[largest];
    for (int draw = 0; draw < draws; draw++) {
      if (draw % CHECK_EVERY == 0) {
        cancellation.check();
      }
      int sum = 0;
      for (int size = 1; size <= largest; size++) {
        sum += counts[another(random, counts.length, taken, size - 1)];
        frequencies[size][sum]++;
      }
    }
    for (int[] ofSize : frequencies) {
      java.util.Arrays.parallelPrefix(ofSize, Integer::sum);
    }
    return new SubsetSums(draws, frequencies);
  }

  private static int another(SplittableRandom random, int bound, int[] taken, int size) {
    int cell;
    do {
      cell = random.nextInt(bound);
    } while (isTaken(cell, taken, size));
    taken[size] = cell;
    return cell;
  }

  private static boolean isTaken(int cell, int[] taken, int size) {
    for (int i = 0; i < size; i++) {
      if (taken[i] == cell) {
        return true;
      }
    }
    return false;
  }

  /**
   * Twice the smaller tail, the observed one counted among the draws, so that it is never 0
   * (Phipson and Smyth 2010).
   */
  double twoSided(int size, int sum) {
    int below = atMost[size][sum];
    int above = draws - (sum == 0 ? 0 : atMost[size][sum - 1]);
    return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (draws + 1));
  }
}
