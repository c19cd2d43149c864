package org.linli.analysis.patrol;

import java.util.Arrays;
import org.linli.analysis.PlaneShapes;

/**
 * The spans of a straight walk that are within reach of a shape. The places within reach of one
 * edge form a capsule, which is convex, so the walk meets it in one span; an area's inside beyond
 * reach of its edges lies between two such spans. Exact but for rounding. Used by one thread.
 */
final class ReachSpans {
  private final PlaneShapes shapes;
  private final double reach;
  private double[] from = new double[16];
  private double[] to = new double[16];
  private int count;

  private double ax;
  private double ay;
  private double dx;
  private double dy;
  private double lengthSquared;
  private double low;
  private double high;

  ReachSpans(PlaneShapes shapes, double reachMetres) {
    this.shapes = shapes;
    this.reach = reachMetres;
  }

  /** How many spans the last walk had. */
  int count() {
    return count;
  }

  /** Where a span begins, 0 to 1 of the walk. */
  double from(int span) {
    return from[span];
  }

  /** Where a span ends, 0 to 1 of the walk. */
  double to(int span) {
    return to[span];
  }

  /** Finds the spans of the walk from a to b that are within reach of a shape, in order. */
  void walk(double startX, double startY, double endX, double endY, int shape) {
    ax = startX;
    ay = startY;
    dx = endX - startX;
    dy = endY - startY;
    lengthSquared = dx * dx + dy * dy;
    count = 0;
    if (Math.min(startX, endX) - reach > shapes.maxX(shape)
        || Math.max(startX, endX) + reach < shapes.minX(shape)
        || Math.min(startY, endY) - reach > shapes.maxY(shape)
        || Math.max(startY, endY) + reach < shapes.minY(shape)) {
      return;
    }
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      int start = shapes.partStart(part);
      for (int v = start; v < shapes.partEnd(part); v++) {
        if (v > start || shapes.partEnd(part) == start + 1) {
          capsule(
              shapes.x(Math.max(start, v - 1)),
              shapes.y(Math.max(start, v - 1)),
              shapes.x(v),
              shapes.y(v));
        }
      }
    }
    join();
    if (shapes.isArea(shape)) {
      fillInside(shape);
    }
  }

  private void capsule(double px, double py, double qx, double qy) {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    disc(px, py);
    disc(qx, qy);
    slab(px, py, qx, qy);
    if (low <= high) {
      add(Math.max(0, low), Math.min(1, high));
    }
  }

  /** The span in a disc: where |a + t d − c|² ≤ reach². */
  private void disc(double cx, double cy) {
    double fx = ax - cx;
    double fy = ay - cy;
    double c = fx * fx + fy * fy - reach * reach;
    if (lengthSquared == 0) {
      widen(c <= 0 ? 0 : 2, c <= 0 ? 1 : -1);
      return;
    }
    double b = fx * dx + fy * dy;
    double discriminant = b * b - lengthSquared * c;
    if (discriminant >= 0) {
      double root = Math.sqrt(discriminant);
      widen((-b - root) / lengthSquared, (-b + root) / lengthSquared);
    }
  }

  /** The span in the rectangle along an edge, between its ends and within reach of its line. */
  private void slab(double px, double py, double qx, double qy) {
    double ex = qx - px;
    double ey = qy - py;
    double length = Math.sqrt(ex * ex + ey * ey);
    if (length == 0) {
      return;
    }
    double along = ((ax - px) * ex + (ay - py) * ey) / length;
    double alongStep = (dx * ex + dy * ey) / length;
    double across = ((ay - py) * ex - (ax - px) * ey) / length;
    double acrossStep = (dy * ex - dx * ey) / length;
    double begin =
        Math.max(entry(along, alongStep, 0, length), entry(across, acrossStep, -reach, reach));
    double end =
        Math.min(exit(along, alongStep, 0, length), exit(across, acrossStep, -reach, reach));
    if (begin <= end) {
      widen(begin, end);
    }
  }

  private static double entry(double at, double step, double least, double greatest) {
    if (step == 0) {
      return at >= least && at <= greatest ? 0 : 2;
    }
    return Math.max(0, ((step > 0 ? least : greatest) - at) / step);
  }

  private static double exit(double at, double step, double least, double greatest) {
    if (step == 0) {
      return at >= least && at <= greatest ? 1 : -1;
    }
    return Math.min(1, ((step > 0 ? greatest : least) - at) / step);
  }

  private void widen(double begin, double end) {
    if (begin <= end && begin <= 1 && end >= 0) {
      low = Math.min(low, begin);
      high = Math.max(high, end);
    }
  }

  private void add(double begin, double end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    int at = count++;
    while (at > 0 && from[at - 1] > begin) {
      from[at] = from[at - 1];
      to[at] = to[at - 1];
      at--;
    }
    from[at] = begin;
    to[at] = end;
  }

  private void join() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept > 0 && from[i] <= to[kept - 1]) {
        to[kept - 1] = Math.max(to[kept - 1], to[i]);
      } else {
        from[kept] = from[i];
        to[kept++] = to[i];
      }
    }
    count = kept;
  }

  /** Between spans the walk crosses no edge: it is inside all the way or not at all. */
  private void fillInside(int shape) {
    int found = count;
    double previous = 0;
    for (int i = 0; i <= found; i++) {
      double next = i < found ? from[i] : 1;
      if (next > previous && isInside(shape, (previous + next) / 2)) {
        from = count == from.length ? Arrays.copyOf(from, 2 * count) : from;
        to = count == to.length ? Arrays.copyOf(to, 2 * count) : to;
        from[count] = previous;
        to[count++] = next;
      }
      previous = i < found ? to[i] : previous;
    }
    if (count > found) {
      sort();
      join();
    }
  }

  private void sort() {
    int total = count;
    count = 0;
    for (int i = 0; i < total; i++) {
      add(from[i], to[i]);
    }
  }

  private boolean isInside(int shape, double t) {
    return shapes.contains(shape, ax + t * dx, ay + t * dy);
  }
}
