package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much more the split of a site's hazards into before and after varies between comparison sites
 * than the toss of one coin for all would: the correlation ρ of two hazards of a site, by moments,
 * and what one site more or less does to it. Hazards of one site before are {@code g0}, after
 * {@code g1}; sites without any say nothing and are not among them.
 */
final class Dispersion {
  /** The most that ρ̂ is taken to be; also where the sites cannot tell. */
  static final double MOST = 0.5;

  private final int[] g0;
  private final int[] g1;
  private final Sums all;

  /**
   * What the estimate needs of the sites, with n = g0 + g1, so that one can be taken away again.
   */
  private record Sums(double n, double g1, double nn, double g1g1, double ng1) {
    static Sums of(double g0, double g1) {
      double n = g0 + g1;
      return new Sums(n, g1, n * n, g1 * g1, n * g1);
    }

    Sums plus(Sums other, int sign) {
      return new Sums(
          n + sign * other.n,
          g1 + sign * other.g1,
          nn + sign * other.nn,
          g1g1 + sign * other.g1g1,
          ng1 + sign * other.ng1);
    }

    /** Σ[(g1 − np)² − npq(1 − n/Σn)] ÷ Σn(n − 1)pq, multiplied out. */
    double estimate() {
      double p = n == 0 ? 0 : g1 / n;
      double pq = p * (1 - p);
      double pairs = (nn - n) * pq;
      if (pairs == 0) {
        return MOST;
      }
      double excess = g1g1 - 2 * p * ng1 + p * p * nn - pq * (n - nn / n);
      return Math.min(MOST, Math.max(0, excess / pairs));
    }
  }

  Dispersion(int[] g0, int[] g1) {
    this.g0 = g0;
    this.g1 = g1;
    Sums sums = Sums.of(0, 0);
    for (int i = 0; i < g0.length; i++) {
      sums = sums.plus(Sums.of(g0[i], g1[i]), 1);
    }
    this.all = sums;
  }

  /** ρ̂. */
  double estimate() {
    return all.estimate();
  }

  /** The leave-one-site-out jackknife standard error of ρ̂. */
  double standardError() {
    int sites = g0.length;
    double[] without =
        IntStream.range(0, sites)
            .mapToDouble(i -> all.plus(Sums.of(g0[i], g1[i]), -1).estimate())
            .toArray();
    double mean = Arrays.stream(without).average().orElse(0);
    double squares = Arrays.stream(without).map(one -> (one - mean) * (one - mean)).sum();
    return sites == 0 ? 0 : Math.sqrt(squares * (sites - 1) / sites);
  }
}
