package org.linli.analysis;

import java.util.List;
import java.util.OptionalDouble;

/** Numbers in a row, for a chart. */
public record Series(SeriesDefinition definition, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  public String id() {
    return definition.id();
  }

  /**
   * One number of a series.
   *
   * @param key what it belongs to: an ISO date or instant, a code, or an ordinal
   * @param value empty when it is not known
   */
  public record Point(String key, OptionalDouble value) {
    public static Point of(String key, double value) {
      return new Point(
          key, Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty());
    }

    /** A quotient; unknown when the denominator is 0. */
    public static Point of(String key, double numerator, double denominator) {
      return of(key, denominator == 0 ? Double.NaN : numerator / denominator);
    }
  }
}
