package org.linli.analysis.hazard;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The cells that with their neighbours have more hazards than their residents explain: were the
 * risk the same for everybody, the hazards around a cell would be binomial with the share of the
 * residents who live there. Only where somebody is known to live.
 *
 * @param residents around each cell
 * @param expected hazards around each cell; NaN where nothing was tested
 * @param p one-sided; NaN where nothing was tested
 * @param unexplained after the false-discovery control
 */
record ResidentsTest(double[] residents, double[] expected, double[] p, boolean[] unexplained) {

  /**
   * @param counts hazards by cell, without those at buildings whose residents nobody knows
   * @param residents by cell
   */
  static ResidentsTest of(Mesh mesh, int[] counts, double[] residents, double falseDiscovery) {
    int total = IntStream.of(counts).sum();
    double everybody = DoubleStream.of(residents).sum();
    double[] around = new double[mesh.size()];
    double[] expected = new double[mesh.size()];
    double[] p = new double[mesh.size()];
    Arrays.fill(expected, Double.NaN);
    Arrays.fill(p, Double.NaN);
    for (int i = 0; i < mesh.size(); i++) {
      around[i] = mesh.sumAround(i, residents);
      if (around[i] > 0 && total > 0) {
        double share = Math.min(1, around[i] / everybody);
        expected[i] = total * share;
        p[i] = atLeast(mesh.sumAround(i, counts), total, share);
      }
    }
    return new ResidentsTest(around, expected, p, FalseDiscovery.believed(p, falseDiscovery));
  }

  private static double atLeast(int hazards, int total, double share) {
    return BinomialDistribution.of(total, share).survivalProbability(hazards - 1);
  }

  int tested() {
    return (int) DoubleStream.of(p).filter(one -> !Double.isNaN(one)).count();
  }

  int found() {
    return (int) IntStream.range(0, p.length).filter(i -> unexplained[i]).count();
  }
}
