package org.linli.analysis;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds the nearest point of the nearest segment. Not thread-safe. */
public final class Joiner {
  private final WalkNetwork network;
  private final double reach;
  private final IntPredicate allowed;
  private int segment;
  private double part;
  private double squared;

  /**
   * @param reach how many metres off a segment may be
   */
  public Joiner(WalkNetwork network, double reach) {
    this(network, reach, segment -> true);
  }

  /**
   * @param reach how many metres off a segment may be
   * @param allowed the segments that may be joined
   */
  public Joiner(WalkNetwork network, double reach, IntPredicate allowed) {
    this.network = network;
    this.reach = reach;
    this.allowed = allowed;
  }

  /** Where a point meets the network; empty if no segment is near enough. */
  public Optional<Join> at(double x, double y) {
    begin();
    network.search(x - reach, y - reach, x + reach, y + reach, s -> fromPoint(s, x, y));
    return joined();
  }

  /** Where a shape's walls meet the network; empty if no segment is near enough. */
  public Optional<Join> at(PlaneShapes shapes, int shape) {
    begin();
    network.search(
        shapes.minX(shape) - reach,
        shapes.minY(shape) - reach,
        shapes.maxX(shape) + reach,
        shapes.maxY(shape) + reach,
        s -> fromShape(s, shapes, shape));
    return joined();
  }

  private void begin() {
    segment = -1;
    squared = reach * reach;
  }

  private Optional<Join> joined() {
    return segment < 0
        ? Optional.empty()
        : Optional.of(new Join(segment, part, Math.sqrt(squared)));
  }

  /** Of those as near the first segment wins, so that the order of the search does not matter. */
  private void offer(int candidate, double at, double squaredMetres) {
    boolean nearer = squaredMetres < squared;
    boolean wins = nearer || squaredMetres == squared && (segment < 0 || candidate < segment);
    if (wins && allowed.test(candidate)) {
      segment = candidate;
      part = at;
      squared = squaredMetres;
    }
  }

  private void fromPoint(int s, double x, double y) {
    double ax = network.fromX(s);
    double ay = network.fromY(s);
    double bx = network.toX(s);
    double by = network.toY(s);
    double at = Segments.nearest(x, y, ax, ay, bx, by);
    offer(s, at, squared(x, y, ax + at * (bx - ax), ay + at * (by - ay)));
  }

  private void fromShape(int s, PlaneShapes shapes, int shape) {
    double ax = network.fromX(s);
    double ay = network.fromY(s);
    double bx = network.toX(s);
    double by = network.toY(s);
    if (isFarther(shapes, shape, ax, ay, bx, by)) {
      return;
    }
    if (shapes.contains(shape, ax, ay)) {
      offer(s, 0, 0);
    }
    for (int p = shapes.firstPart(shape); p < shapes.endPart(shape); p++) {
      for (int v = shapes.partStart(p); v < shapes.partEnd(p); v++) {
        fromPoint(s, shapes.x(v), shapes.y(v));
        if (v > shapes.partStart(p)) {
          fromWall(s, ax, ay, bx, by, shapes, v);
        }
      }
    }
  }

  /** Whether not even the boxes are as near as what is known. */
  private boolean isFarther(
      PlaneShapes shapes, int shape, double ax, double ay, double bx, double by) {
    double dx =
        Math.max(
            0,
            Math.max(Math.min(ax, bx) - shapes.maxX(shape), shapes.minX(shape) - Math.max(ax, bx)));
    double dy =
        Math.max(
            0,
            Math.max(Math.min(ay, by) - shapes.maxY(shape), shapes.minY(shape) - Math.max(ay, by)));
    return dx * dx + dy * dy > squared;
  }

  /** From the wall that ends at a vertex: where the segment crosses it or an end comes nearest. */
  private void fromWall(
      int s, double ax, double ay, double bx, double by, PlaneShapes shapes, int v) {
    double cx = shapes.x(v - 1);
    double cy = shapes.y(v - 1);
    double dx = shapes.x(v);
    double dy = shapes.y(v);
    double crossing = crossing(ax, ay, bx, by, cx, cy, dx, dy);
    if (!Double.isNaN(crossing)) {
      offer(s, crossing, 0);
    }
    offer(s, 0, Segments.squared(ax, ay, cx, cy, dx, dy));
    offer(s, 1, Segments.squared(bx, by, cx, cy, dx, dy));
  }

  /** Where on the segment a–b the segment c–d crosses it, from 0 to 1; NaN if it does not. */
  public static double crossing(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    double ux = bx - ax;
    double uy = by - ay;
    double vx = dx - cx;
    double vy = dy - cy;
    double cross = ux * vy - uy * vx;
    if (cross == 0) {
      return Double.NaN;
    }
    double t = ((cx - ax) * vy - (cy - ay) * vx) / cross;
    double u = ((cx - ax) * uy - (cy - ay) * ux) / cross;
    return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : Double.NaN;
  }

  private static double squared(double x, double y, double otherX, double otherY) {
    return (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
  }
}
