package org.linli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The pen: geometries of a plan, in metres (x east, y north) from the place's origin. */
final class Drawing {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private Drawing() {}

  static Coordinate at(double xMetres, double yMetres) {
    return new Coordinate(xMetres, yMetres);
  }

  static Point point(Coordinate where) {
    return FACTORY.createPoint(where);
  }

  static LineString line(Coordinate... points) {
    return FACTORY.createLineString(points);
  }

  static LineString line(List<Coordinate> points) {
    return line(points.toArray(Coordinate[]::new));
  }

  /** A polygon of these corners; the ring is closed here. */
  static Polygon polygon(List<Coordinate> corners) {
    List<Coordinate> ring = new ArrayList<>(corners);
    ring.add(corners.get(0).copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  /** A polygon of corners given as x, y, x, y … */
  static Polygon polygon(double... xyMetres) {
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i < xyMetres.length; i += 2) {
      corners.add(at(xyMetres[i], xyMetres[i + 1]));
    }
    return polygon(corners);
  }

  static Polygon rectangle(double x0, double y0, double x1, double y1) {
    double west = Math.min(x0, x1);
    double east = Math.max(x0, x1);
    double south = Math.min(y0, y1);
    double north = Math.max(y0, y1);
    return polygon(west, south, east, south, east, north, west, north);
  }

  /** A polygon with one hole in it. */
  static Polygon withHole(Polygon shell, Polygon hole) {
    return FACTORY.createPolygon(
        shell.getExteriorRing(), new LinearRing[] {hole.getExteriorRing()});
  }

  /** What two geometries share. */
  static Geometry common(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  /** What is left of a geometry without another. */
  static Geometry without(Geometry whole, Geometry cut) {
    return OverlayNGRobust.overlay(whole, cut, OverlayNG.DIFFERENCE);
  }

  /** The polygons a geometry is made of. */
  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }

  /** The lines a geometry is made of. */
  static List<LineString> lines(Geometry geometry) {
    List<LineString> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
        parts.add(line);
      }
    }
    return parts;
  }

  /** The largest part of what is left after a cut, without holes. */
  static Polygon largest(Geometry geometry) {
    return polygons(geometry).stream()
        .max((a, b) -> Double.compare(a.getArea(), b.getArea()))
        .map(part -> FACTORY.createPolygon(part.getExteriorRing().getCoordinates()))
        .orElseThrow(() -> new IllegalStateException("nothing is left of " + geometry));
  }

  /** The line moved sideways by a distance, to its left when positive. */
  static LineString beside(LineString line, double leftMetres) {
    Coordinate[] points = line.getCoordinates();
    List<Coordinate> moved = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      Coordinate from = points[Math.max(0, i - 1)];
      Coordinate to = points[Math.min(points.length - 1, i + 1)];
      double length = from.distance(to);
      moved.add(
          at(
              points[i].x - (to.y - from.y) / length * leftMetres,
              points[i].y + (to.x - from.x) / length * leftMetres));
    }
    return line(moved);
  }

  /** The strip between two distances to the left of a line, shortened at both ends. */
  static Polygon strip(LineString line, double nearMetres, double farMetres, double endsMetres) {
    LineString middle = shortened(line, endsMetres);
    List<Coordinate> ring =
        new ArrayList<>(Arrays.asList(beside(middle, nearMetres).getCoordinates()));
    ring.addAll(Arrays.asList(beside(middle, farMetres).reverse().getCoordinates()));
    return polygon(ring);
  }

  private static LineString shortened(LineString line, double endsMetres) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    return (LineString) along.extractLine(endsMetres, line.getLength() - endsMetres);
  }
}
