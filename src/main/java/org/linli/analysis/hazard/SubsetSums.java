package org.linli.analysis.hazard;

import java.util.SplittableRandom;
import org.linli.analysis.Cancellation;

/**
 * How the counts of cells add up when cells are taken at random until they have so much ground:
 * what a sum around a cell is held against. The last cell is taken in part, each of its hazards
 * with the probability of the part. Ground is counted in levels, twentieths of a whole cell, so
 * that one sampling serves all.
 *
 * <p>As many cells, whatever their ground, would not do: cells at the edge lie mostly outside and
 * expect less, so that the middle of a town without any hot spot looked hot in 10 % of such towns.
 */
final class SubsetSums {
  private static final int LEVELS_A_CELL = 20;
  private static final int CHECK_EVERY = 1 << 16;

  /** From so many hazards on the normal distribution stands for the binomial. */
  private static final int MANY = 50;

  private final int[] counts;
  private final double[] ground;
  private final int draws;
  private final SplittableRandom random;
  private final int[] order;

  /**
   * By level and sum: how many draws had that sum, in the last place that or more; at the end how
   * many had at most that.
   */
  private final int[][] atMost;

  private SubsetSums(int[] counts, double[] shares, int[] mostOfLevel, int draws, long seed) {
    this.counts = counts;
    this.draws = draws;
    this.random = new SplittableRandom(seed);
    this.ground = new double[shares.length];
    this.order = new int[shares.length];
    for (int i = 0; i < order.length; i++) {
      ground[i] = shares[i] * LEVELS_A_CELL;
      order[i] = i;
    }
    this.atMost = new int[mostOfLevel.length][];
    for (int level = 0; level < atMost.length; level++) {
      atMost[level] = new int[mostOfLevel[level] + 2];
    }
  }

  /** The level of some ground, in whole cells; never none. */
  static int level(double cells) {
    return Math.max(1, (int) Math.round(cells * LEVELS_A_CELL));
  }

  /**
   * @param shares how much of each cell lies within the boundary, 0 to 1
   * @param mostOfLevel for each level the greatest sum that will be asked for, -1 for none
   */
  static SubsetSums draw(
      int[] counts,
      double[] shares,
      int[] mostOfLevel,
      int draws,
      long seed,
      Cancellation cancellation) {
    SubsetSums sums = new SubsetSums(counts, shares, mostOfLevel, draws, seed);
    for (int draw = 0; draw < draws; draw++) {
      if (draw % CHECK_EVERY == 0) {
        cancellation.check();
      }
      sums.draw();
    }
    for (int[] ofLevel : sums.atMost) {
      java.util.Arrays.parallelPrefix(ofLevel, Integer::sum);
    }
    return sums;
  }

  private void draw() {
    int level = 1;
    double taken = 0;
    int sum = 0;
    for (int i = 0; i < order.length && level < atMost.length; i++) {
      int cell = another(i);
      double filled = taken + ground[cell];
      // Strictly, so that a level that is filled just now counts the cell whole.
      for (; level < atMost.length && level < filled; level++) {
        note(level, sum, cell, (level - taken) / ground[cell]);
      }
      taken = filled;
      sum += counts[cell];
    }
    // What is left is all the ground there is, but for the rounding.
    for (; level < atMost.length; level++) {
      note(level, sum);
    }
  }

  /** The next of the cells in an order of their own for each draw. */
  private int another(int i) {
    int at = i + random.nextInt(order.length - i);
    int cell = order[at];
    order[at] = order[i];
    order[i] = cell;
    return cell;
  }

  private void note(int level, int sum, int cell, double part) {
    if (atMost[level].length > 1) {
      note(level, sum + (part > 0 ? some(counts[cell], part) : 0));
    }
  }

  private void note(int level, int sum) {
    int[] sums = atMost[level];
    sums[Math.min(sum, sums.length - 1)]++;
  }

  /** How many of some hazards lie in a part of their cell. */
  private int some(int hazards, double part) {
    if (hazards >= MANY) {
      double spread = Math.sqrt(hazards * part * (1 - part));
      long near = Math.round(hazards * part + spread * random.nextGaussian());
      return (int) Math.max(0, Math.min(hazards, near));
    }
    int some = 0;
    for (int i = 0; i < hazards; i++) {
      some += random.nextDouble() < part ? 1 : 0;
    }
    return some;
  }

  /**
   * Twice the smaller tail, the observed one counted among the draws, so that it is never 0
   * (Phipson and Smyth 2010).
   */
  double twoSided(int level, int sum) {
    return Math.min(1, 2.0 * (Math.min(below(level, sum), above(level, sum)) + 1) / (draws + 1));
  }

  /** Whether fewer draws had so much or more than had so much or less. */
  boolean isMany(int level, int sum) {
    return above(level, sum) < below(level, sum);
  }

  private int below(int level, int sum) {
    return atMost[level][sum];
  }

  private int above(int level, int sum) {
    return draws - (sum == 0 ? 0 : atMost[level][sum - 1]);
  }
}
