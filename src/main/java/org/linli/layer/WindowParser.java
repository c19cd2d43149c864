package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import org.linli.geo.AxisOrder;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;
import org.linli.geo.OutsideCrsException;

/**
 * Reads a {@code bbox}: four numbers (or six, of which the heights are passed over), the lower
 * corner and the upper one, in the axis order of their system. In degrees, a west beyond the east
 * means a box across the antimeridian: two windows.
 */
final class WindowParser {
  /** How finely the edges of a box in metres are followed to find its box in degrees. */
  private static final int STEPS = 16;

  private final Crs crs;
  private final String parameter;

  /**
   * @param parameter where the box comes from
   */
  WindowParser(Crs crs, String parameter) {
    this.crs = crs;
    this.parameter = parameter;
  }

  List<Bounds> parse(String text) {
    double[] box = horizontal(numbers(text));
    return crs.isGeographic() ? windows(eastFirst(box)) : List.of(surrounding(box));
  }

  private double[] eastFirst(double[] box) {
    return crs.axisOrder() == AxisOrder.LON_LAT
        ? box
        : new double[] {box[1], box[0], box[3], box[2]};
  }

  private List<Bounds> windows(double[] box) {
    requireAngle(box[0], 180);
    requireAngle(box[1], 90);
    requireAngle(box[2], 180);
    requireAngle(box[3], 90);
    requireOrder(box[1], box[3]);
    return box[0] <= box[2]
        ? List.of(new Bounds(box[0], box[1], box[2], box[3]))
        : List.of(
            new Bounds(box[0], box[1], 180, box[3]), new Bounds(-180, box[1], box[2], box[3]));
  }

  private Bounds surrounding(double[] box) {
    requireOrder(box[0], box[2]);
    requireOrder(box[1], box[3]);
    CrsTransform transform = crs.transform();
    Bounds bounds = Bounds.EMPTY;
    for (int i = 0; i <= STEPS; i++) {
      double first = box[0] + (box[2] - box[0]) * i / STEPS;
      double second = box[1] + (box[3] - box[1]) * i / STEPS;
      bounds = bounds.union(at(first, box[1], transform)).union(at(first, box[3], transform));
      bounds = bounds.union(at(box[0], second, transform)).union(at(box[2], second, transform));
    }
    return bounds;
  }

  private Bounds at(double first, double second, CrsTransform transform) {
    double[] xy = {first, second};
    try {
      transform.toLonLat(xy);
    } catch (OutsideCrsException outside) {
      xy[0] = Double.NaN;
    }
    if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
      throw invalid("它超出了 bbox-crs 的范围。", "it lies outside of what its bbox-crs can express.");
    }
    return new Bounds(xy[0], xy[1], xy[0], xy[1]);
  }

  private double[] numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split(",", 8)) {
      numbers.add(number(part.strip()));
    }
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw invalid(
          "它有 " + numbers.size() + " 个数，应有 4 个或 6 个。",
          "it has " + numbers.size() + " numbers, and takes 4 or 6.");
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double number(String text) {
    try {
      return Parameters.number(text);
    } catch (NumberFormatException malformed) {
      String shown = Parameters.shown(text);
      throw invalid("「" + shown + "」不是数。", "«" + shown + "» is no number.");
    }
  }

  private static double[] horizontal(double[] box) {
    return box.length == 4 ? box : new double[] {box[0], box[1], box[3], box[4]};
  }

  private void requireAngle(double degrees, int limit) {
    if (Math.abs(degrees) > limit) {
      throw invalid(
          degrees + " 超出 ±" + limit + " 度。", degrees + " is beyond ±" + limit + " degrees.");
    }
  }

  private void requireOrder(double low, double high) {
    if (low > high) {
      throw invalid(
          "下限 " + low + " 大于上限 " + high + "。",
          "its lower " + low + " is beyond its upper " + high + ".");
    }
  }

  private InvalidParameterException invalid(String zh, String en) {
    return new InvalidParameterException(
        parameter,
        new LocalText(
            "参数「" + parameter + "」中的 bbox 不可用：" + zh + "写法：西,南,东,北。",
            "The bbox is not usable: " + en + " Write bbox=west,south,east,north.",
            "«bbox» སྤྱོད་མི་རུང་། འདི་ལྟར་བྲིས། bbox=ནུབ,ལྷོ,ཤར,བྱང"));
  }
}
