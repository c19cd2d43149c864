package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A net of streets that bends as a grown town does: crossings are laid out by column and row,
 * warped and jittered, and joined by Catmull–Rom curves. Column 0 is the westernmost, row 0 the
 * southernmost line.
 */
final class StreetGrid {
  private static final int STEPS = 5;

  private final Coordinate[][] crossings;

  StreetGrid(
      double[] columnsMetres,
      double[] rowsMetres,
      UnaryOperator<Coordinate> warp,
      double jitterMetres,
      Dice dice) {
    crossings = new Coordinate[columnsMetres.length][rowsMetres.length];
    for (int column = 0; column < columnsMetres.length; column++) {
      for (int row = 0; row < rowsMetres.length; row++) {
        Coordinate bent = warp.apply(Drawing.at(columnsMetres[column], rowsMetres[row]));
        bent.x += dice.between(-jitterMetres, jitterMetres);
        bent.y += dice.between(-jitterMetres, jitterMetres);
        crossings[column][row] = bent;
      }
    }
  }

  int columns() {
    return crossings.length;
  }

  int rows() {
    return crossings[0].length;
  }

  /** The stretch of a row line eastward from a crossing. */
  LineString eastward(int column, int row) {
    return curve(
        crossing(column - 1, row),
        crossing(column, row),
        crossing(column + 1, row),
        crossing(column + 2, row));
  }

  /** The stretch of a column line northward from a crossing. */
  LineString northward(int column, int row) {
    return curve(
        crossing(column, row - 1),
        crossing(column, row),
        crossing(column, row + 1),
        crossing(column, row + 2));
  }

  /** The cell north-east of a crossing, up to the centre lines of the streets around it. */
  Polygon cell(int column, int row) {
    List<Coordinate> ring = new ArrayList<>();
    append(ring, eastward(column, row));
    append(ring, northward(column + 1, row));
    append(ring, eastward(column, row + 1).reverse());
    append(ring, northward(column, row).reverse());
    return Drawing.polygon(ring);
  }

  /** The whole net's outline along its outermost centre lines. */
  Polygon outline() {
    List<Coordinate> ring = new ArrayList<>();
    for (int column = 0; column < columns() - 1; column++) {
      append(ring, eastward(column, 0));
    }
    for (int row = 0; row < rows() - 1; row++) {
      append(ring, northward(columns() - 1, row));
    }
    for (int column = columns() - 2; column >= 0; column--) {
      append(ring, eastward(column, rows() - 1).reverse());
    }
    for (int row = rows() - 2; row >= 0; row--) {
      append(ring, northward(0, row).reverse());
    }
    return Drawing.polygon(ring);
  }

  private static void append(List<Coordinate> ring, LineString side) {
    for (int i = 0; i < side.getNumPoints() - 1; i++) {
      ring.add(side.getCoordinateN(i));
    }
  }

  private Coordinate crossing(int column, int row) {
    int insideColumn = Math.max(0, Math.min(columns() - 1, column));
    int insideRow = Math.max(0, Math.min(rows() - 1, row));
    return crossings[insideColumn][insideRow];
  }

  private static LineString curve(
      Coordinate before, Coordinate from, Coordinate to, Coordinate after) {
    Coordinate[] points = new Coordinate[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      points[i] =
          Drawing.at(
              catmullRom(before.x, from.x, to.x, after.x, t),
              catmullRom(before.y, from.y, to.y, after.y, t));
    }
    points[0] = from.copy();
    points[STEPS] = to.copy();
    return Drawing.line(points);
  }

  /** Catmull and Rom (1974), "A class of local interpolating splines", uniform, tension ½. */
  private static double catmullRom(double p0, double p1, double p2, double p3, double t) {
    return 0.5
        * (2 * p1
            + (p2 - p0) * t
            + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
            + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
  }
}
