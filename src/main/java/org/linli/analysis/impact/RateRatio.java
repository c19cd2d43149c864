package org.linli.analysis.impact;

import java.util.OptionalDouble;

/**
 * θ, the hazards of a site after over before, as against those of comparable places.
 *
 * @param before T0
 * @param after T1; no whole number where one asks what would have been seen
 */
record RateRatio(double before, double after, Comparison comparison) {

  double total() {
    return before + after;
  }

  /** The share of a site's hazards that fall in the second window if its rate ratio is θ. */
  static double shareAfter(double theta, double kappa) {
    return Double.isInfinite(theta) ? 1 : theta * kappa / (1 + theta * kappa);
  }

  /** θ̂; empty when there were no hazards before. */
  OptionalDouble estimate() {
    return before == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(after / before / comparison.kappa());
  }

  /** Whether chance may have made this of a true θ, at 95 %. */
  boolean allows(double theta) {
    return allows(theta, quantile());
  }

  private double quantile() {
    return Student.twoSided95(comparison.sites() - 1);
  }

  private boolean allows(double theta, double t) {
    double n = total();
    double p = shareAfter(theta, comparison.kappa());
    double m = n * p * (1 - p);
    double off = after - n * p;
    return off * off <= t * t * m * (1 + (n - 1) * comparison.rho() + m * comparison.variance());
  }

  Interval interval() {
    double t = quantile();
    return Interval.of(theta -> allows(theta, t), Math.log(after / before / comparison.kappa()));
  }

  /** 1 − the lower bound that a site would have had on which the project had no effect. */
  double smallestReductionShown() {
    double expected = total() * shareAfter(1, comparison.kappa());
    return 1 - new RateRatio(total() - expected, expected, comparison).interval().low();
  }
}
