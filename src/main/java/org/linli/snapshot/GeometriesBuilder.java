package org.linli.snapshot;

import java.util.Arrays;
import org.linli.geo.CoordinateGrid;
import org.linli.snapshot.Geometries.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Flattens geometries, row by row, into {@link Geometries}. */
final class GeometriesBuilder {
  private final boolean measured;
  private byte[] kinds = new byte[64];
  private int[] partStarts = new int[65];
  private int[] vertexStarts = new int[65];
  private long[] shells = new long[2];
  private int[] xy = new int[1024];
  private double[] m;
  private int rows;
  private int parts;
  private int vertices;

  GeometriesBuilder(boolean measured) {
    this.measured = measured;
    this.m = measured ? new double[512] : null;
  }

  /** Adds a row; null is a row without geometry. */
  void add(Geometry geometry) {
    Kind kind = geometry == null || geometry.isEmpty() ? Kind.NONE : addParts(geometry);
    endRow(kind);
  }

  /** Adds a row of one point, in grid units. */
  void addPoint(int x, int y) {
    addVertex(x, y, Double.NaN);
    endPart(false);
    endRow(Kind.POINT);
  }

  /** Adds a row as another holds it. */
  void copy(Geometries from, int row) {
    for (int part = from.firstPart(row); part < from.endPart(row); part++) {
      for (int v = from.firstVertex(part); v < from.endVertex(part); v++) {
        addVertex(from.xy()[2 * v], from.xy()[2 * v + 1], from.m(v));
      }
      endPart(from.isShell(part));
    }
    endRow(from.kind(row));
  }

  private Kind addParts(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      addPolygon(polygon);
      return Kind.POLYGON;
    }
    if (geometry instanceof Point || geometry instanceof LineString) {
      addPart(geometry, false);
      return geometry instanceof Point ? Kind.POINT : Kind.LINE;
    }
    return addMany(geometry);
  }

  private Kind addMany(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!geometry.getGeometryN(i).isEmpty()) {
        addParts(geometry.getGeometryN(i));
      }
    }
    if (geometry instanceof MultiPolygon) {
      return Kind.MULTI_POLYGON;
    }
    if (geometry instanceof MultiLineString) {
      return Kind.MULTI_LINE;
    }
    if (geometry instanceof MultiPoint) {
      return Kind.MULTI_POINT;
    }
    throw new IllegalArgumentException(
        "A layer holds points, lines and polygons, not a " + geometry.getGeometryType() + ".");
  }

  private void addPolygon(Polygon polygon) {
    addPart(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addPart(polygon.getInteriorRingN(i), false);
    }
  }

  private void addPart(Geometry part, boolean shell) {
    if (part instanceof Point point) {
      addSequence(point.getCoordinateSequence());
    } else {
      addSequence(((LineString) part).getCoordinateSequence());
    }
    endPart(shell);
  }

  private void addSequence(CoordinateSequence sequence) {
    for (int i = 0; i < sequence.size(); i++) {
      addVertex(
          CoordinateGrid.fromDegrees(sequence.getX(i)),
          CoordinateGrid.fromDegrees(sequence.getY(i)),
          measured && sequence.hasM() ? sequence.getM(i) : Coordinate.NULL_ORDINATE);
    }
  }

  private void addVertex(int x, int y, double measure) {
    if (2 * vertices == xy.length) {
      xy = Arrays.copyOf(xy, Math.multiplyExact(xy.length, 2));
    }
    xy[2 * vertices] = x;
    xy[2 * vertices + 1] = y;
    if (measured) {
      if (vertices == m.length) {
        m = Arrays.copyOf(m, m.length * 2);
      }
      m[vertices] = measure;
    }
    vertices++;
  }

  private void endPart(boolean shell) {
    if (parts >> 6 >= shells.length) {
      shells = Arrays.copyOf(shells, shells.length * 2);
    }
    if (shell) {
      shells[parts >> 6] |= 1L << parts;
    }
    parts++;
    if (parts == vertexStarts.length) {
      vertexStarts = Arrays.copyOf(vertexStarts, parts * 2);
    }
    vertexStarts[parts] = vertices;
  }

  private void endRow(Kind kind) {
    if (rows == kinds.length) {
      kinds = Arrays.copyOf(kinds, rows * 2);
      partStarts = Arrays.copyOf(partStarts, rows * 2 + 1);
    }
    kinds[rows++] = (byte) kind.ordinal();
    partStarts[rows] = parts;
  }

  Geometries finish() {
    return new Geometries(
        Arrays.copyOf(kinds, rows),
        Arrays.copyOf(partStarts, rows + 1),
        Arrays.copyOf(vertexStarts, parts + 1),
        Arrays.copyOf(shells, (parts >> 6) + 1),
        Arrays.copyOf(xy, 2 * vertices),
        measured ? Arrays.copyOf(m, vertices) : null);
  }
}
