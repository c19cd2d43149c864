package org.linli.snapshot;

import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;

/** Whether rows' geometries touch a window, exactly, without building them. */
final class BoxTest {
  private final Geometries geometries;
  private final int[] xy;
  private final int minX;
  private final int minY;
  private final int maxX;
  private final int maxY;
  private final int[] box = new int[4];

  /** The window is widened to whole grid units inward, so that its edges stay included. */
  BoxTest(Geometries geometries, Bounds window) {
    this.geometries = geometries;
    this.xy = geometries.xy();
    this.minX = CoordinateGrid.fromDegrees(Math.max(-180, Math.min(180, window.minX())));
    this.minY = CoordinateGrid.fromDegrees(Math.max(-90, Math.min(90, window.minY())));
    this.maxX = CoordinateGrid.fromDegrees(Math.max(-180, Math.min(180, window.maxX())));
    this.maxY = CoordinateGrid.fromDegrees(Math.max(-90, Math.min(90, window.maxY())));
  }

  int minX() {
    return minX;
  }

  int minY() {
    return minY;
  }

  int maxX() {
    return maxX;
  }

  int maxY() {
    return maxY;
  }

  /** For a row whose box touches the window. */
  boolean touches(int row) {
    geometries.box(row, box);
    if (spansWindow()) {
      return true;
    }
    return switch (geometries.kind(row)) {
      case NONE -> false;
      case POINT, MULTI_POINT -> hasVertexInside(row);
      case LINE, MULTI_LINE -> hasSegmentInside(row);
      case POLYGON, MULTI_POLYGON -> hasSegmentInside(row) || holdsCorner(row);
    };
  }

  /** A box inside the window, or one that the window cuts only across a single axis, settles it. */
  private boolean spansWindow() {
    boolean insideX = box[0] >= minX && box[2] <= maxX;
    boolean insideY = box[1] >= minY && box[3] <= maxY;
    return insideX && insideY;
  }

  private boolean hasVertexInside(int row) {
    int end = geometries.firstVertex(geometries.endPart(row));
    for (int v = geometries.firstVertex(geometries.firstPart(row)); v < end; v++) {
      if (contains(xy[2 * v], xy[2 * v + 1])) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(long x, long y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  private boolean hasSegmentInside(int row) {
    for (int part = geometries.firstPart(row); part < geometries.endPart(row); part++) {
      for (int v = geometries.firstVertex(part) + 1; v < geometries.endVertex(part); v++) {
        if (segmentTouches(xy[2 * v - 2], xy[2 * v - 1], xy[2 * v], xy[2 * v + 1])) {
          return true;
        }
      }
    }
    return false;
  }

  /** By separating axes: the two of the window, and the segment's normal. */
  private boolean segmentTouches(long x1, long y1, long x2, long y2) {
    if (Math.max(x1, x2) < minX
        || Math.min(x1, x2) > maxX
        || Math.max(y1, y2) < minY
        || Math.min(y1, y2) > maxY) {
      return false;
    }
    long a = side(x1, y1, x2, y2, minX, minY);
    long b = side(x1, y1, x2, y2, minX, maxY);
    long c = side(x1, y1, x2, y2, maxX, minY);
    long d = side(x1, y1, x2, y2, maxX, maxY);
    boolean allLeft = a > 0 && b > 0 && c > 0 && d > 0;
    boolean allRight = a < 0 && b < 0 && c < 0 && d < 0;
    return !allLeft && !allRight;
  }

  /** On which side of a line a point is; exact, as each product stays below 2^63. */
  private static long side(long x1, long y1, long x2, long y2, long x, long y) {
    return Long.signum((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  }

  /** No edge meets the window: then it lies inside the polygon whole, or not at all. */
  private boolean holdsCorner(int row) {
    boolean inside = false;
    for (int part = geometries.firstPart(row); part < geometries.endPart(row); part++) {
      inside ^= ringHoldsCorner(part);
    }
    return inside;
  }

  private boolean ringHoldsCorner(int part) {
    boolean inside = false;
    for (int v = geometries.firstVertex(part) + 1; v < geometries.endVertex(part); v++) {
      long y1 = xy[2 * v - 1];
      long y2 = xy[2 * v + 1];
      if (y1 > minY != y2 > minY) {
        double crossing =
            xy[2 * v - 2] + (double) (minY - y1) / (y2 - y1) * ((long) xy[2 * v] - xy[2 * v - 2]);
        inside ^= minX < crossing;
      }
    }
    return inside;
  }
}
