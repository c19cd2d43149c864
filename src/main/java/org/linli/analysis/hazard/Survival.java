package org.linli.analysis.hazard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many are left after a time, of which not all were watched to their end: the product-limit
 * estimate of Kaplan and Meier (1958) with Greenwood's variance, and the pointwise 95 % interval on
 * the scale of log(−log S), which stays within 0 and 1. Where something ends and something is lost
 * from sight at the same time, it ended first.
 *
 * @param points at each time at which something ended, ascending
 */
record Survival(List<Point> points) {
  private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

  /** Sums and products of quotients stray by less. */
  private static final double ROUNDING = 1e-12;

  /**
   * From this time on.
   *
   * @param share that is left
   * @param lower NaN once nothing is left
   * @param upper NaN once nothing is left
   */
  record Point(double time, double share, double lower, double upper) {}

  /**
   * @param times how long each was watched, at least 0
   * @param ended whether it ended then, else it was lost from sight
   */
  static Survival of(double[] times, boolean[] ended) {
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Point> points = new ArrayList<>();
    double share = 1;
    double variance = 0;
    for (int at = 0; at < order.length; ) {
      double time = times[order[at]];
      int left = order.length - at;
      int ends = 0;
      for (; at < order.length && times[order[at]] == time; at++) {
        ends += ended[order[at]] ? 1 : 0;
      }
      if (ends > 0) {
        share *= (double) (left - ends) / left;
        variance += (double) ends / left / (left - ends);
        points.add(point(time, share, variance));
      }
    }
    return new Survival(List.copyOf(points));
  }

  private static Point point(double time, double share, double variance) {
    double spread = Z * Math.sqrt(variance) / Math.log(share);
    return share == 0
        ? new Point(time, 0, Double.NaN, Double.NaN)
        : new Point(
            time, share, Math.pow(share, Math.exp(-spread)), Math.pow(share, Math.exp(spread)));
  }

  /** The smallest time after which at most half are left; empty when it is not reached. */
  OptionalDouble median() {
    return firstAtHalf(Point::share);
  }

  OptionalDouble medianLower() {
    return firstAtHalf(Point::lower);
  }

  OptionalDouble medianUpper() {
    return firstAtHalf(Point::upper);
  }

  private OptionalDouble firstAtHalf(ToDoubleFunction<Point> curve) {
    return points.stream()
        .filter(point -> curve.applyAsDouble(point) <= 0.5 + ROUNDING)
        .mapToDouble(Point::time)
        .findFirst();
  }
}
