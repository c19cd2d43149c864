package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Several projects whose sites do not overlap, taken together: the only place where it may be said
 * that projects reduce hazards. How much a project's effect differs from the others' is taken from
 * the projects themselves. Each is compared in its own windows; as the places compared are mostly
 * the same, their errors go together: all regressions have the mean of their covariances, and the
 * errors of all κ add up.
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

  private <T extends RateRatio> List<T> those(Class<T> kind) {
    return sites.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private double surplus(double theta) {
    return sites.stream().mapToDouble(site -> site.surplus(theta)).sum();
  }

  /** Whether chance may have made this of a true θ common to all, at 95 %. */
  boolean allows(double theta) {
    return allows(theta, quantile());
  }

  private double quantile() {
    return Student.twoSided95(sites.size() - 1);
  }

  private boolean allows(double theta, double t) {
    if (Double.isInfinite(theta) && !those(HistoryRatio.class).isEmpty()) {
      return allowsAnyLarger(t);
    }
    double history = historyError();
    double shared = plainError(theta) + (history == 0 ? 0 : theta * history);
    return allows(sites.stream().mapToDouble(site -> site.surplus(theta)).toArray(), shared, t);
  }

  /** Where θ has no end, what is expected outgrows all that came. */
  private boolean allowsAnyLarger(double t) {
    double[] expected =
        sites.stream()
            .mapToDouble(site -> site instanceof HistoryRatio ? site.expected() : 0)
            .toArray();
    return allows(expected, historyError(), t);
  }

  private static boolean allows(double[] surpluses, double shared, double t) {
    double sum = Arrays.stream(surpluses).sum();
    double mean = sum / surpluses.length;
    double squares = Arrays.stream(surpluses).map(one -> (one - mean) * (one - mean)).sum();
    double differing = squares * surpluses.length / (surpluses.length - 1);
    return sum * sum <= t * t * (differing + shared * shared);
  }

  /** Σ m √v; with one v for all it is (Σ m) √v. */
  private double plainError(double theta) {
    return those(PlainRatio.class).stream()
        .mapToDouble(site -> site.chance(theta) * Math.sqrt(site.elsewhere().variance()))
        .sum();
  }

  /** The standard error of Σμ. */
  private double historyError() {
    List<HistoryRatio> some = those(HistoryRatio.class);
    double[] terms = new double[History.TERMS];
    for (HistoryRatio site : some) {
      double[] own = site.site().terms();
      Arrays.setAll(terms, i -> terms[i] + own[i]);
    }
    return Math.sqrt(
        some.stream().mapToDouble(site -> site.elsewhere().variance(terms)).average().orElse(0));
  }

  /** θ̂ at which the surpluses cancel; empty when nothing would have come after. */
  OptionalDouble estimate() {
    double inside = logEstimate();
    return inside >= FAR ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(inside));
  }

  Interval interval() {
    double t = quantile();
    return Interval.of(theta -> allows(theta, t), logEstimate());
  }

  private double logEstimate() {
    if (sites.stream().allMatch(site -> site.expected() == 0)) {
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
