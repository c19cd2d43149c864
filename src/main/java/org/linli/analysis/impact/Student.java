package org.linli.analysis.impact;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t. */
final class Student {
  private Student() {}

  /** t(0.975) of so many degrees of freedom. */
  static double twoSided95(int degrees) {
    return TDistribution.of(degrees).inverseCumulativeProbability(0.975);
  }
}
