package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What happened at comparable places between the same two windows.
 *
 * @param sites G, those with any hazard
 * @param before C0, hazards of all sites
 * @param after C1
 * @param rho the correlation of two hazards of a site, with its standard error on top
 * @param variance v, of the logarithm of κ
 */
record Comparison(int sites, int before, int after, double rho, double variance) {

  /** From the hazards of each site before and after; sites without any are passed over. */
  static Comparison of(int[] before, int[] after) {
    int[] some = IntStream.range(0, before.length).filter(i -> before[i] + after[i] > 0).toArray();
    int[] g0 = IntStream.of(some).map(i -> before[i]).toArray();
    int[] g1 = IntStream.of(some).map(i -> after[i]).toArray();
    Dispersion dispersion = new Dispersion(g0, g1);
    double rho = dispersion.estimate() + dispersion.standardError();
    return new Comparison(
        some.length, Arrays.stream(g0).sum(), Arrays.stream(g1).sum(), rho, variance(g0, g1, rho));
  }

  private static double variance(int[] g0, int[] g1, double rho) {
    double c0 = Arrays.stream(g0).sum();
    double c1 = Arrays.stream(g1).sum();
    double pairs = 0;
    for (int i = 0; i < g0.length; i++) {
      double n = g0[i] + g1[i];
      pairs += n * (n - 1);
    }
    return c0 == 0 || c1 == 0 ? Double.NaN : (1 / c0 + 1 / c1) * (1 + rho * pairs / (c0 + c1));
  }

  /** κ, what the hazards there were multiplied by. */
  double kappa() {
    return (double) after / before;
  }

  boolean hasEnoughSites() {
    return sites >= 20;
  }

  boolean hasEnoughHazards() {
    return Math.min(before, after) >= 50;
  }
}
