package org.linli.analysis.patrol;

import java.util.Arrays;
import org.linli.analysis.PlaneShapes;

/**
 * The spans of a straight walk that are within reach of a shape. The places within reach of one
 * edge form a capsule, which is convex, so the walk meets it in one span; an area's inside beyond
 * reach of its edges lies between two such spans. Exact but for rounding. Used by one thread.
 *
 * <p>All is reckoned in the walk's own frame: metres along it, and metres across to its left.
 */
final class ReachSpans {
  private final PlaneShapes shapes;
  private final double reach;
  private double[] from = new double[16];
  private double[] to = new double[16];
  private int count;

  private double ax;
  private double ay;
  private double ux;
  private double uy;
  private double length;
  private double mergedFrom;
  private double mergedTo;

  ReachSpans(PlaneShapes shapes, double reachMetres) {
    this.shapes = shapes;
    this.reach = reachMetres;
  }

  /** How many spans there were with the last shape met. */
  int count() {
    return count;
  }

  /** Where a span begins, 0 to 1 of the walk. */
  double from(int span) {
    return length == 0 ? 0 : from[span] / length;
  }

  /** Where a span ends, 0 to 1 of the walk. */
  double to(int span) {
    return length == 0 ? 1 : to[span] / length;
  }

  /** Begins a walk from a to b. */
  void setOut(double startX, double startY, double endX, double endY) {
    ax = startX;
    ay = startY;
    length = Math.sqrt((endX - ax) * (endX - ax) + (endY - ay) * (endY - ay));
    ux = length == 0 ? 0 : (endX - ax) / length;
    uy = length == 0 ? 0 : (endY - ay) / length;
  }

  /** Finds the spans of the walk that are within reach of a shape, in order. */
  void meet(int shape) {
    count = 0;
    if (length == 0) {
      if (shapes.distance(shape, ax, ay) <= reach) {
        append(0, 0);
      }
      return;
    }
    mergedFrom = Double.POSITIVE_INFINITY;
    mergedTo = Double.NEGATIVE_INFINITY;
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      alongPart(shapes.partStart(part), shapes.partEnd(part));
    }
    if (mergedFrom <= mergedTo) {
      add(mergedFrom, mergedTo);
      join();
    }
    if (shapes.isArea(shape) && mayBeInsideBeyondReach(shape)) {
      fillInside(shape);
    }
  }

  /** Adds the spans at the edges of a part, given by its vertices. */
  private void alongPart(int start, int end) {
    double along = along(start);
    double across = across(start);
    double half = halfChord(across);
    if (end == start + 1) {
      merge(along - half, along + half);
    }
    for (int v = start + 1; v < end; v++) {
      double nextAlong = along(v);
      double nextAcross = across(v);
      double nextHalf = halfChord(nextAcross);
      capsule(along, across, half, nextAlong, nextAcross, nextHalf);
      along = nextAlong;
      across = nextAcross;
      half = nextHalf;
    }
  }

  private double along(int vertex) {
    return (shapes.x(vertex) - ax) * ux + (shapes.y(vertex) - ay) * uy;
  }

  private double across(int vertex) {
    return (shapes.y(vertex) - ay) * ux - (shapes.x(vertex) - ax) * uy;
  }

  /**
   * Half of what the disc about a vertex cuts from the walk's line; below any when it misses it.
   */
  private double halfChord(double across) {
    double square = reach * reach - across * across;
    return square >= 0 ? Math.sqrt(square) : Double.NEGATIVE_INFINITY;
  }

  /** The span in the capsule about the edge p–q: from the first to the last crossing of its rim. */
  private void capsule(
      double alongP, double acrossP, double halfP, double alongQ, double acrossQ, double halfQ) {
    if (acrossP > reach && acrossQ > reach || acrossP < -reach && acrossQ < -reach) {
      return;
    }
    double begin = Math.min(alongP - halfP, alongQ - halfQ);
    double end = Math.max(alongP + halfP, alongQ + halfQ);
    double rise = acrossQ - acrossP;
    if (rise != 0 && !(begin <= 0 && end >= length)) {
      double run = alongQ - alongP;
      double shift = reach / Math.sqrt(rise * rise + run * run);
      double left = side(alongP, acrossP, run, rise, shift);
      double right = side(alongP, acrossP, run, rise, -shift);
      // NaN where the walk does not cross that side: no comparison with it holds.
      begin = left < begin ? left : begin;
      begin = right < begin ? right : begin;
      end = left > end ? left : end;
      end = right > end ? right : end;
    }
    merge(begin, end);
  }

  /** Where the walk's line crosses a straight side of the capsule; NaN if it does not. */
  private static double side(double along, double across, double run, double rise, double shift) {
    double t = -(across + shift * run) / rise;
    return t >= 0 && t <= 1 ? along + t * run - shift * rise : Double.NaN;
  }

  /** The spans of neighbouring edges overlap, so that few are ever kept one by one. */
  private void merge(double lineBegin, double lineEnd) {
    double begin = Math.max(0, lineBegin);
    double end = Math.min(length, lineEnd);
    if (begin > end) {
      return;
    }
    if (mergedFrom > mergedTo) {
      mergedFrom = begin;
      mergedTo = end;
    } else if (begin <= mergedTo && end >= mergedFrom) {
      mergedFrom = Math.min(mergedFrom, begin);
      mergedTo = Math.max(mergedTo, end);
    } else {
      add(begin, end);
    }
  }

  /** A point inside lies within half the width, and half the height, of an edge. */
  private boolean mayBeInsideBeyondReach(int shape) {
    return shapes.maxX(shape) - shapes.minX(shape) > 2 * reach
        && shapes.maxY(shape) - shapes.minY(shape) > 2 * reach;
  }

  private void add(double begin, double end) {
    grow();
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
      double next = i < found ? from[i] : length;
      if (next > previous && isInside(shape, (previous + next) / 2)) {
        append(previous, next);
      }
      previous = i < found ? to[i] : previous;
    }
    if (count > found) {
      sort();
      join();
    }
  }

  private void append(double begin, double end) {
    grow();
    from[count] = begin;
    to[count++] = end;
  }

  private void grow() {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
  }

  private void sort() {
    int total = count;
    count = 0;
    for (int i = 0; i < total; i++) {
      add(from[i], to[i]);
    }
  }

  private boolean isInside(int shape, double metres) {
    return shapes.contains(shape, ax + metres * ux, ay + metres * uy);
  }
}
