package org.linli.analysis;

/** Squared distances between points and segments of a plane. */
public final class Segments {
  private Segments() {}

  static double squared(double x, double y, double otherX, double otherY) {
    double dx = x - otherX;
    double dy = y - otherY;
    return dx * dx + dy * dy;
  }

  /** From a point to the segment a–b. */
  public static double squared(double x, double y, double ax, double ay, double bx, double by) {
    double t = nearest(x, y, ax, ay, bx, by);
    return squared(x, y, ax + t * (bx - ax), ay + t * (by - ay));
  }

  /** Where on the segment a–b, from 0 to 1, the point is that is nearest to x, y. */
  public static double nearest(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double lengthSquared = dx * dx + dy * dy;
    if (lengthSquared == 0) {
      return 0;
    }
    return Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared));
  }

  /** Between the segments a–b and c–d; 0 where they cross. */
  static double squaredBetween(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    if (cross(ax, ay, bx, by, cx, cy, dx, dy)) {
      return 0;
    }
    return Math.min(
        Math.min(squared(ax, ay, cx, cy, dx, dy), squared(bx, by, cx, cy, dx, dy)),
        Math.min(squared(cx, cy, ax, ay, bx, by), squared(dx, dy, ax, ay, bx, by)));
  }

  private static boolean cross(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    double c = side(ax, ay, bx, by, cx, cy);
    double d = side(ax, ay, bx, by, dx, dy);
    double a = side(cx, cy, dx, dy, ax, ay);
    double b = side(cx, cy, dx, dy, bx, by);
    return c * d < 0 && a * b < 0;
  }

  private static double side(double ax, double ay, double bx, double by, double x, double y) {
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  }
}
