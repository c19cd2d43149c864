package org.linli.analysis.impact;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Several projects whose sites do not overlap, taken together: the only place where it may be said
 * that projects reduce hazards. How much a project's effect differs from the others' is taken from
 * the projects themselves. Each has a κ of its own, because its windows are; the errors of all κ
 * are taken to go together, because the comparison sites are mostly the same.
 */
record Pool(List<RateRatio> sites) {
  static final int LEAST_PROJECTS = 10;
  private static final int LEAST_HAZARDS = 50;
  private static final double FAR = 40;
  private static final int HALVINGS = 100;

  Pool {
    sites = List.copyOf(sites);
  }

  boolean hasEnoughProjects() {
    return sites.size() >= LEAST_PROJECTS;
  }

  boolean hasEnoughHazards() {
    return sites.stream().mapToDouble(RateRatio::total).sum() >= LEAST_HAZARDS;
  }

  private double[] surpluses(double theta) {
    return sites.stream()
        .mapToDouble(
            site ->
                site.after()
                    - site.total() * RateRatio.shareAfter(theta, site.comparison().kappa()))
        .toArray();
  }

  private double surplus(double theta) {
    double sum = 0;
    for (double one : surpluses(theta)) {
      sum += one;
    }
    return sum;
  }

  /** Whether chance may have made this of a true θ common to all, at 95 %. */
  boolean allows(double theta) {
    return allows(theta, quantile());
  }

  private double quantile() {
    return Student.twoSided95(sites.size() - 1);
  }

  private boolean allows(double theta, double t) {
    double[] u = surpluses(theta);
    double sum = 0;
    for (double one : u) {
      sum += one;
    }
    double squares = 0;
    for (double one : u) {
      squares += (one - sum / u.length) * (one - sum / u.length);
    }
    double shared = comparisonError(theta);
    return sum * sum <= t * t * (squares * u.length / (u.length - 1) + shared * shared);
  }

  /** Σ m √v; with one v for all it is (Σ m) √v. */
  private double comparisonError(double theta) {
    double error = 0;
    for (RateRatio site : sites) {
      double p = RateRatio.shareAfter(theta, site.comparison().kappa());
      error += site.total() * p * (1 - p) * Math.sqrt(site.comparison().variance());
    }
    return error;
  }

  /** θ̂ at which the surpluses cancel; empty when there were no hazards before. */
  OptionalDouble estimate() {
    double inside = logEstimate();
    return inside >= FAR ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(inside));
  }

  Interval interval() {
    double t = quantile();
    return Interval.of(theta -> allows(theta, t), logEstimate());
  }

  private double logEstimate() {
    if (sites.stream().allMatch(site -> site.before() == 0)) {
      return Double.POSITIVE_INFINITY;
    }
    if (sites.stream().allMatch(site -> site.after() == 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double low = -FAR;
    double high = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double half = (low + high) / 2;
      if (surplus(Math.exp(half)) > 0) {
        low = half;
      } else {
        high = half;
      }
    }
    return (low + high) / 2;
  }
}
