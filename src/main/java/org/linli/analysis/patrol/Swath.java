package org.linli.analysis.patrol;

import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.Segments;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The ground within reach of one way. Thread-safe. */
final class Swath {
  /** Round corners are drawn inside the circle, and shallow bends are cut outside: both by less. */
  private static final double DOUBT = 0.02;

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
      area = way.buffer(reach, PlaneGeometries.QUADRANT_SEGMENTS);
    }
    return area;
  }
}
