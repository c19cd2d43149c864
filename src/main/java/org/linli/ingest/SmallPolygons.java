package org.linli.ingest;

import org.linli.geo.CoordinateGrid;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Recognises polygons such as buildings have, small and without holes, as valid in a tenth of the
 * time of the general check. It says yes only where it is sure: segments that are not neighbours
 * lie apart by more than the error of the arithmetic.
 */
final class SmallPolygons {
  /** The work grows with the square of this; above it the general check is as fast. */
  private static final int MOST_VERTICES = 40;

  /** As in JTS's own filter: a smaller part of the products' sum does not tell a sign. */
  private static final double SIGNIFICANT = 1e-15;

  private final double[] lon = new double[MOST_VERTICES];
  private final double[] lat = new double[MOST_VERTICES];

  /** The same vertices without immediate repeats, which are no defect. */
  private final double[] x = new double[MOST_VERTICES];

  private final double[] y = new double[MOST_VERTICES];

  /**
   * Moves a lon-lat polygon to the grid, in place, if it surely is a valid one there.
   *
   * @return false, with the polygon as it was, if only the general check can tell
   */
  boolean settle(Geometry geometry) {
    if (!(geometry instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
      return false;
    }
    CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
    int size = ring.size();
    if (size > MOST_VERTICES || ring.getDimension() != 2 || !round(ring)) {
      return false;
    }
    int distinct = skipRepeats(size);
    if (distinct < 4 || !isSimple(distinct - 1)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      ring.setOrdinate(i, CoordinateSequence.X, lon[i]);
      ring.setOrdinate(i, CoordinateSequence.Y, lat[i]);
    }
    polygon.geometryChanged();
    return true;
  }

  private boolean round(CoordinateSequence ring) {
    for (int i = 0; i < ring.size(); i++) {
      double degreesEast = ring.getX(i);
      double degreesNorth = ring.getY(i);
      // Written so that NaN is out of range as well.
      if (!(Math.abs(degreesEast) <= 180 && Math.abs(degreesNorth) <= 90)) {
        return false;
      }
      lon[i] = CoordinateGrid.round(degreesEast);
      lat[i] = CoordinateGrid.round(degreesNorth);
      if (i > 0 && Math.abs(lon[i] - lon[i - 1]) > 180) {
        return false;
      }
    }
    return true;
  }

  private int skipRepeats(int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (count == 0 || lon[i] != x[count - 1] || lat[i] != y[count - 1]) {
        x[count] = lon[i];
        y[count] = lat[i];
        count++;
      }
    }
    return count;
  }

  private boolean isSimple(int segments) {
    for (int i = 0; i < segments; i++) {
      for (int j = i + 1; j < segments; j++) {
        boolean neighbours = j == i + 1 || i == 0 && j == segments - 1;
        if (neighbours ? !turns(i, j) : !areApart(i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether two segments with a common vertex have no more than that in common. */
  private boolean turns(int i, int j) {
    boolean inOrder = j == i + 1;
    int from = inOrder ? i : j;
    int at = inOrder ? j : i;
    int to = at + 1;
    double ahead = (x[at] - x[from]) * (x[to] - x[at]) + (y[at] - y[from]) * (y[to] - y[at]);
    return ahead > 0 || side(from, at, to) != 0;
  }

  private boolean areApart(int i, int j) {
    return haveApartBoxes(i, j) || isOnOneSide(i, j) || isOnOneSide(j, i);
  }

  private boolean haveApartBoxes(int i, int j) {
    return Math.max(x[i], x[i + 1]) < Math.min(x[j], x[j + 1])
        || Math.max(x[j], x[j + 1]) < Math.min(x[i], x[i + 1])
        || Math.max(y[i], y[i + 1]) < Math.min(y[j], y[j + 1])
        || Math.max(y[j], y[j + 1]) < Math.min(y[i], y[i + 1]);
  }

  private boolean isOnOneSide(int line, int segment) {
    return side(line, line + 1, segment) * side(line, line + 1, segment + 1) > 0;
  }

  /** 1 or -1 if c surely lies left or right of the line from a to b, else 0. */
  private int side(int a, int b, int c) {
    double left = (x[a] - x[c]) * (y[b] - y[c]);
    double right = (y[a] - y[c]) * (x[b] - x[c]);
    double determinant = left - right;
    double error = SIGNIFICANT * (Math.abs(left) + Math.abs(right));
    return Math.abs(determinant) > error ? (int) Math.signum(determinant) : 0;
  }
}
