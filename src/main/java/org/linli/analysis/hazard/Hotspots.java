package org.linli.analysis.hazard;

import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/**
 * The cells with many more, or fewer, hazards around them than as many cells at random.
 *
 * @param counts hazards by cell
 * @param z Gi*; NaN where there is nothing to compare
 * @param p two-sided, by random subsets
 * @param significant after the false-discovery control
 */
record Hotspots(Mesh mesh, int[] counts, double[] z, double[] p, boolean[] significant) {
  /**
   * So many draws a cell, at least: with fewer, one hot cell among many could never be significant,
   * for no p is below 2 ÷ (draws + 1) and the first of n cells must have at most rate ÷ n.
   */
  private static final int DRAWS_A_CELL_OVER_RATE = 2;

  private static final double MOST_DRAWS = 10_000_000;

  static Hotspots of(
      Mesh mesh, int[] counts, HazardParameters parameters, Cancellation cancellation) {
    int cells = mesh.size();
    int largest = IntStream.range(0, cells).map(i -> mesh.around(i).length).max().orElse(0);
    double enough = DRAWS_A_CELL_OVER_RATE * (cells / parameters.falseDiscovery());
    int draws = (int) Math.max(parameters.subsets(), Math.ceil(Math.min(enough, MOST_DRAWS)));
    SubsetSums sums = SubsetSums.draw(counts, largest, draws, parameters.seed(), cancellation);
    GetisOrd getisOrd = new GetisOrd(mesh, counts);
    double[] z = new double[cells];
    double[] p = new double[cells];
    for (int i = 0; i < cells; i++) {
      z[i] = getisOrd.z(i);
      p[i] =
          Double.isNaN(z[i])
              ? Double.NaN
              : sums.twoSided(mesh.around(i).length, mesh.sumAround(i, counts));
    }
    return new Hotspots(
        mesh, counts, z, p, FalseDiscovery.believed(p, parameters.falseDiscovery()));
  }

  boolean isHot(int cell) {
    return significant[cell] && z[cell] > 0;
  }

  boolean isCold(int cell) {
    return significant[cell] && z[cell] < 0;
  }

  int hot() {
    return (int) IntStream.range(0, mesh.size()).filter(this::isHot).count();
  }

  int cold() {
    return (int) IntStream.range(0, mesh.size()).filter(this::isCold).count();
  }
}
