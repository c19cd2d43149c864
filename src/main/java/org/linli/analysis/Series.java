package org.linli.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.linli.layer.LocalText;

/**
 * Numbers in a row, for a chart.
 *
 * @param id stable, such as {@code trend.coverage}
 * @param unit the unit of the values
 */
public record Series(String id, LocalText title, String unit, List<Point> points) {
  public Series {
    points = List.copyOf(points);
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
  }
}
