package org.linli.analysis;

import java.util.ArrayList;
import java.util.List;
import org.linli.geo.CoordinateGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Shapes of a plane as JTS geometries, for unions and buffers, and back to stored coordinates. */
public final class PlaneGeometries {
  /** How finely round corners are drawn: segments a quarter circle. */
  public static final int QUADRANT_SEGMENTS = 16;

  private static final GeometryFactory METRES = new GeometryFactory();
  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

  private PlaneGeometries() {}

  /** The polygons of a shape, in metres; empty unless it is an area. */
  public static Geometry area(PlaneShapes shapes, int shape) {
    List<Polygon> polygons = new ArrayList<>();
    int part = shapes.firstPart(shape);
    while (shapes.isArea(shape) && part < shapes.endPart(shape)) {
      LinearRing shell = METRES.createLinearRing(vertices(shapes, part++));
      List<LinearRing> holes = new ArrayList<>();
      while (part < shapes.endPart(shape) && !shapes.isShell(part)) {
        holes.add(METRES.createLinearRing(vertices(shapes, part++)));
      }
      polygons.add(METRES.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : METRES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** A shape of any dimension, in metres. */
  public static Geometry geometry(PlaneShapes shapes, int shape) {
    if (shapes.isArea(shape)) {
      return area(shapes, shape);
    }
    List<Geometry> parts = new ArrayList<>();
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      Coordinate[] vertices = vertices(shapes, part);
      parts.add(
          vertices.length == 1
              ? METRES.createPoint(vertices[0])
              : METRES.createLineString(vertices));
    }
    return METRES.buildGeometry(parts);
  }

  private static Coordinate[] vertices(PlaneShapes shapes, int part) {
    Coordinate[] vertices = new Coordinate[shapes.partEnd(part) - shapes.partStart(part)];
    for (int i = 0; i < vertices.length; i++) {
      int v = shapes.partStart(part) + i;
      vertices[i] = new Coordinate(shapes.x(v), shapes.y(v));
    }
    return vertices;
  }

  /** A geometry of the plane in EPSG:4326 lon-lat on the coordinate grid, repaired if need be. */
  public static Geometry stored(Geometry metres, LocalPlanes planes) {
    Geometry rounded = CoordinateGrid.round(planes.toLonLat(metres));
    Geometry valid = rounded.isValid() ? rounded : GeometryFixer.fix(rounded);
    return DEGREES.createGeometry(valid);
  }

  public static GeometryFactory metres() {
    return METRES;
  }
}
