package org.linli.analysis.impact;

import java.util.OptionalDouble;

/**
 * After beside what comparable places of the same history had. A place chosen for its many hazards
 * is judged by others of as many, so that their mere return to the usual is no effect.
 */
record HistoryRatio(History site, double after, Regression elsewhere) implements RateRatio {

  @Override
  public double expected() {
    return elsewhere.expected(site.terms());
  }

  /** Whether anything would be expected at all, else nothing can be compared with it. */
  boolean isExpected() {
    return expected() > 0;
  }

  @Override
  public OptionalDouble estimate() {
    return OptionalDouble.of(after / expected());
  }

  @Override
  public double surplus(double theta) {
    return after - theta * expected();
  }

  @Override
  public boolean allows(double theta) {
    return allows(theta, Student.twoSided95(elsewhere.degrees()));
  }

  /** The variance of T1 has θμ of chance, τ of places that differ, and what μ may be off by. */
  private boolean allows(double theta, double t) {
    double mu = expected();
    double spread = elsewhere.excess() * mu * mu + elsewhere.variance(site.terms());
    if (Double.isInfinite(theta)) {
      return mu * mu <= t * t * spread;
    }
    double off = surplus(theta);
    return off * off <= t * t * (theta * mu + theta * theta * spread);
  }

  @Override
  public Interval interval() {
    double t = Student.twoSided95(elsewhere.degrees());
    return Interval.of(theta -> allows(theta, t), Math.log(after / expected()));
  }

  @Override
  public double smallestReductionShown() {
    return 1 - new HistoryRatio(site, expected(), elsewhere).interval().low();
  }
}
