package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which part of an amount the poorest part of a weight has: both in shares of their sum, summed
 * from the lowest rate of amount to weight to the highest, straight between.
 */
final class Lorenz {
  private final double[] xs;
  private final double[] ys;

  private Lorenz(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /**
   * The curve; none where there is nothing to share.
   *
   * @param weights positive
   * @param amounts not negative
   */
  static Optional<Lorenz> of(double[] weights, double[] amounts) {
    double weight = Arrays.stream(weights).sum();
    double amount = Arrays.stream(amounts).sum();
    if (amount == 0) {
      return Optional.empty();
    }
    int[] order = byRate(weights, amounts);
    return Optional.of(
        new Lorenz(cumulated(weights, order, weight), cumulated(amounts, order, amount)));
  }

  private static int[] byRate(double[] weights, double[] amounts) {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> amounts[i] / weights[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] cumulated(double[] numbers, int[] order, double sum) {
    double[] shares = new double[order.length + 1];
    double sofar = 0;
    for (int i = 0; i < order.length; i++) {
      sofar += numbers[order[i]];
      shares[i + 1] = sofar / sum;
    }
    shares[order.length] = 1;
    return shares;
  }

  /** Gini's coefficient by trapezoids: 0 for equal rates, towards 1 where one has all. */
  double gini() {
    double twice = 0;
    for (int i = 1; i < xs.length; i++) {
      twice += (xs[i] - xs[i - 1]) * (ys[i] + ys[i - 1]);
    }
    return Math.max(0, 1 - twice);
  }

  /** The share that the poorest {@code x} of the weight have. */
  double at(double x) {
    int i = 1;
    while (xs[i] < x && i + 1 < xs.length) {
      i++;
    }
    double width = xs[i] - xs[i - 1];
    double part = width == 0 ? 1 : Math.min(1, (x - xs[i - 1]) / width);
    return ys[i - 1] + part * (ys[i] - ys[i - 1]);
  }
}
