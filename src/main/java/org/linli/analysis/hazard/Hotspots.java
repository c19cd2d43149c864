package org.linli.analysis.hazard;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/**
 * The cells with many more, or fewer, hazards around them than as much ground at random.
 *
 * @param counts hazards by cell
 * @param z Gi*; NaN where there is nothing to compare
 * @param p two-sided, by random subsets
 * @param many whether there are more than at random, rather than fewer
 * @param significant after the false-discovery control
 */
record Hotspots(
    Mesh mesh, int[] counts, double[] z, double[] p, boolean[] many, boolean[] significant) {
  /**
   * So many draws a cell, at least: with fewer, one hot cell among many could never be significant,
   * for no p is below 2 ÷ (draws + 1) and the first of n cells must have at most rate ÷ n.
   */
  private static final int DRAWS_A_CELL_OVER_RATE = 2;

  private static final double MOST_DRAWS = 10_000_000;

  static Hotspots of(
      Mesh mesh, int[] counts, HazardParameters parameters, Cancellation cancellation) {
    int cells = mesh.size();
    double enough = DRAWS_A_CELL_OVER_RATE * (cells / parameters.falseDiscovery());
    int draws = (int) Math.max(parameters.subsets(), Math.ceil(Math.min(enough, MOST_DRAWS)));
    int[] levels = new int[cells];
    Arrays.setAll(levels, i -> SubsetSums.level(mesh.sumAround(i, mesh.shares())));
    SubsetSums sums =
        SubsetSums.draw(
            counts,
            mesh.shares(),
            mostOfLevel(mesh, counts, levels),
            draws,
            parameters.seed(),
            cancellation);
    GetisOrd getisOrd = new GetisOrd(mesh, counts);
    double[] z = new double[cells];
    double[] p = new double[cells];
    boolean[] many = new boolean[cells];
    for (int i = 0; i < cells; i++) {
      int sum = mesh.sumAround(i, counts);
      z[i] = getisOrd.z(i);
      p[i] = Double.isNaN(z[i]) ? Double.NaN : sums.twoSided(levels[i], sum);
      many[i] = sums.isMany(levels[i], sum);
    }
    return new Hotspots(
        mesh, counts, z, p, many, FalseDiscovery.believed(p, parameters.falseDiscovery()));
  }

  private static int[] mostOfLevel(Mesh mesh, int[] counts, int[] levels) {
    int[] most = new int[1 + IntStream.of(levels).max().orElse(0)];
    Arrays.fill(most, -1);
    for (int i = 0; i < levels.length; i++) {
      most[levels[i]] = Math.max(most[levels[i]], mesh.sumAround(i, counts));
    }
    return most;
  }

  boolean isHot(int cell) {
    return significant[cell] && many[cell];
  }

  boolean isCold(int cell) {
    return significant[cell] && !many[cell];
  }

  int hot() {
    return (int) IntStream.range(0, mesh.size()).filter(this::isHot).count();
  }

  int cold() {
    return (int) IntStream.range(0, mesh.size()).filter(this::isCold).count();
  }
}
