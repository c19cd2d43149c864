package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened at comparable places between the same two windows.
 *
 * @param histories of each place
 * @param afters its hazards in the second window
 */
record Comparison(List<History> histories, int[] afters) {

  private static final double FARTHEST = 5;

  Comparison {
    histories = List.copyOf(histories);
  }

  /** G, the places with any hazard in either window. */
  int sites() {
    return some().length;
  }

  /** C0, hazards of all of them in the first window. */
  int before() {
    return (int) histories.stream().mapToDouble(History::before).sum();
  }

  /** C1. */
  int after() {
    return Arrays.stream(afters).sum();
  }

  /** κ, what the hazards there were multiplied by. */
  double kappa() {
    return (double) after() / before();
  }

  boolean hasEnoughSites() {
    return sites() >= 20;
  }

  boolean hasEnoughHazards() {
    return Math.min(before(), after()) >= 50;
  }

  /** The places with any hazard, before or after. */
  private int[] some() {
    return IntStream.range(0, afters.length).filter(i -> before(i) + afters[i] > 0).toArray();
  }

  private int before(int place) {
    return (int) histories.get(place).before();
  }

  /** How their hazards split, all of a place alike. */
  Split split() {
    int[] g0 = IntStream.of(some()).map(this::before).toArray();
    int[] g1 = IntStream.of(some()).map(i -> afters[i]).toArray();
    Dispersion dispersion = new Dispersion(g0, g1);
    double rho = dispersion.estimate() + dispersion.standardError();
    return new Split(g0.length, kappa(), rho, variance(g0, g1, rho));
  }

  private double variance(int[] g0, int[] g1, double rho) {
    double pairs = 0;
    for (int i = 0; i < g0.length; i++) {
      double n = g0[i] + g1[i];
      pairs += n * (n - 1);
    }
    return (1.0 / before() + 1.0 / after()) * (1 + rho * pairs / (before() + after()));
  }

  /** What places of a history have after it. */
  Regression regression() {
    return Regression.of(
        histories.stream().map(History::terms).toArray(double[][]::new), afters, sites());
  }

  /**
   * Whether so many hazards in two years are within what chance and the differences between places
   * of as many buildings make of it. Even the highest of a thousand places is.
   */
  boolean explains(History site) {
    int[] years = histories.stream().mapToInt(past -> (int) past.bothYears()).toArray();
    Regression usual =
        Regression.of(
            histories.stream().map(History::surroundings).toArray(double[][]::new), years, sites());
    double[] terms = site.surroundings();
    double mean = Math.max(Regression.LEAST_MEAN, usual.expected(terms));
    double variance = mean + usual.excess() * mean * mean + usual.variance(terms);
    return site.bothYears() - mean <= FARTHEST * Math.sqrt(variance);
  }
}
