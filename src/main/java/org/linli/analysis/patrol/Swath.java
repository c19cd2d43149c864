package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.Segments;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The ground within reach of one way. Thread-safe. */
final class Swath {
  /** Round corners are drawn inside the circle, and shallow bends are cut outside: both by less. */
  private static final double DOUBT = 0.02;

  /** Ways of more points are put together of pieces. */
  static final int LONG_WAY_POINTS = 256;

  /** Steps of a piece. */
  private static final int PIECE_STEPS = 4;

  private final double[] ends;
  private final LineString way;
  private final double reach;
  private Geometry area;

  Swath(LineString way, double reachMetres) {
    this.way = way;
    this.reach = reachMetres;
    this.ends = new double[2 * way.getNumPoints()];
    for (int i = 0; i < way.getNumPoints(); i++) {
      ends[2 * i] = way.getCoordinateN(i).x;
      ends[2 * i + 1] = way.getCoordinateN(i).y;
    }
  }

  /** Whether all of a square lies surely in it. */
  boolean covers(Envelope square) {
    double within = reach * (1 - DOUBT) - halfDiagonal(square);
    return within > 0 && isWithin(within, square);
  }

  /** Whether any of a square may lie in it. */
  boolean mayMeet(Envelope square) {
    return isWithin(reach * (1 + DOUBT) + halfDiagonal(square), square);
  }

  private static double halfDiagonal(Envelope square) {
    return square.getDiameter() / 2;
  }

  private boolean isWithin(double metres, Envelope square) {
    double x = (square.getMinX() + square.getMaxX()) / 2;
    double y = (square.getMinY() + square.getMaxY()) / 2;
    for (int i = 2; i < ends.length; i += 2) {
      double squared = Segments.squared(x, y, ends[i - 2], ends[i - 1], ends[i], ends[i + 1]);
      if (squared <= metres * metres) {
        return true;
      }
    }
    return false;
  }

  /** Polygons in metres; made when they are first asked for, since most swaths lie in others. */
  synchronized Geometry area() {
    if (area == null) {
      area = around(way, reach);
    }
    return area;
  }

  /**
   * The ground within reach of a way, or of several. Where somebody stood for hours the outline of
   * every step crosses those of all others, so that a buffer of the whole takes the square of their
   * number; those of its pieces, united two by two, take hardly more than their number.
   *
   * @param ways lines in metres
   */
  static Geometry around(Geometry ways, double reachMetres) {
    return ways.getNumPoints() <= LONG_WAY_POINTS
        ? ways.buffer(reachMetres, PlaneGeometries.QUADRANT_SEGMENTS)
        : OverlayNGRobust.union(
            pieces(ways).stream()
                .map(piece -> piece.buffer(reachMetres, PlaneGeometries.QUADRANT_SEGMENTS))
                .toList());
  }

  private static List<Geometry> pieces(Geometry ways) {
    List<Geometry> pieces = new ArrayList<>();
    for (int i = 0; i < ways.getNumGeometries(); i++) {
      Coordinate[] way = ways.getGeometryN(i).getCoordinates();
      for (int first = 0; first + 1 < way.length; first += PIECE_STEPS) {
        int end = Math.min(way.length, first + PIECE_STEPS + 1);
        pieces.add(ways.getFactory().createLineString(Arrays.copyOfRange(way, first, end)));
      }
    }
    return pieces;
  }
}
