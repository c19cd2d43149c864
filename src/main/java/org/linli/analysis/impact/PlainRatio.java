package org.linli.analysis.impact;

import java.util.OptionalDouble;

/**
 * Before and after beside those of comparable places, where no earlier year is on record: without
 * one, nobody can tell a lasting number from a year's bad luck. So a place that was chosen for its
 * hazards before may only seem to have improved.
 */
record PlainRatio(History site, double after, Split elsewhere) implements RateRatio {

  /** The share of a site's hazards that fall in the second window if its rate ratio is θ. */
  private double shareAfter(double theta) {
    double kappa = elsewhere.kappa();
    return Double.isInfinite(theta) ? 1 : theta * kappa / (1 + theta * kappa);
  }

  @Override
  public double expected() {
    return before() * elsewhere.kappa();
  }

  @Override
  public OptionalDouble estimate() {
    return before() == 0 ? OptionalDouble.empty() : OptionalDouble.of(after / expected());
  }

  @Override
  public double surplus(double theta) {
    return after - total() * shareAfter(theta);
  }

  /** n p(1 − p), the variance by chance alone. */
  double chance(double theta) {
    double p = shareAfter(theta);
    return total() * p * (1 - p);
  }

  @Override
  public boolean allows(double theta) {
    return allows(theta, Student.twoSided95(elsewhere.sites() - 1));
  }

  private boolean allows(double theta, double t) {
    double m = chance(theta);
    double off = surplus(theta);
    return off * off
        <= t * t * m * (1 + (total() - 1) * elsewhere.rho() + m * elsewhere.variance());
  }

  @Override
  public Interval interval() {
    double t = Student.twoSided95(elsewhere.sites() - 1);
    return Interval.of(theta -> allows(theta, t), Math.log(after / expected()));
  }

  /** Of the same number in all, split as elsewhere. */
  @Override
  public double smallestReductionShown() {
    double expected = total() * shareAfter(1);
    History usual =
        new History(site.buildings(), total() - expected, site.earlier(), site.around());
    return 1 - new PlainRatio(usual, expected, elsewhere).interval().low();
  }
}
