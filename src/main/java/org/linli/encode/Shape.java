package org.linli.encode;

import java.util.Arrays;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;
import org.linli.gpkg.FlatGeometry;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.Geometries.Kind;

/**
 * One feature's geometry in the system of a file, in flat arrays: a run of parts, each a run of
 * vertices; a polygon's rings follow each other, its shell first. Taken feature after feature by
 * one thread; nothing is allocated unless a feature is larger than all before.
 */
public final class Shape implements FlatGeometry {
  /** Which way shells run, seen with north up; holes run the other way. */
  public enum Winding {
    /** As RFC 7946, the simple features' right-hand rule, has it. */
    COUNTERCLOCKWISE,
    /** As shapefiles have it. */
    CLOCKWISE
  }

  private final CrsTransform transform;
  private final Winding winding;
  private final double[] position = new double[2];
  private Kind kind = Kind.NONE;
  private int parts;
  private int vertices;
  private int[] ends = new int[8];
  private boolean[] shells = new boolean[8];
  private double[] xy = new double[64];
  private double[] m = new double[32];
  private boolean measured;

  public Shape(Crs crs, Winding winding) {
    this.transform = crs.inFileOrder().transform();
    this.winding = winding;
  }

  /** Takes a row's geometry. */
  public void take(Geometries geometries, int row) {
    kind = geometries.kind(row);
    measured = geometries.isMeasured();
    parts = 0;
    vertices = 0;
    int end = geometries.endPart(row);
    room(end - geometries.firstPart(row), lastVertex(geometries, row));
    for (int part = geometries.firstPart(row); part < end; part++) {
      addPart(geometries, part);
    }
  }

  private static int lastVertex(Geometries geometries, int row) {
    return geometries.firstVertex(geometries.endPart(row))
        - geometries.firstVertex(geometries.firstPart(row));
  }

  private void room(int moreParts, int moreVertices) {
    if (moreParts > ends.length) {
      ends = Arrays.copyOf(ends, 2 * moreParts);
      shells = Arrays.copyOf(shells, 2 * moreParts);
    }
    if (2 * moreVertices > xy.length) {
      xy = Arrays.copyOf(xy, 4 * moreVertices);
      m = Arrays.copyOf(m, 2 * moreVertices);
    }
  }

  private void addPart(Geometries geometries, int part) {
    int first = geometries.firstVertex(part);
    int end = geometries.endVertex(part);
    boolean area = kind == Kind.POLYGON || kind == Kind.MULTI_POLYGON;
    shells[parts] = area && geometries.isShell(part);
    boolean turned = area && isTurned(geometries, part);
    for (int i = 0; i < end - first; i++) {
      addVertex(geometries, turned ? end - 1 - i : first + i);
    }
    ends[parts++] = vertices;
  }

  private boolean isTurned(Geometries geometries, int part) {
    double area =
        GeoJsonGeometry.doubleArea(
            geometries.xy(), geometries.firstVertex(part), geometries.endVertex(part));
    boolean wanted = (winding == Winding.COUNTERCLOCKWISE) == shells[parts];
    return wanted ? area < 0 : area > 0;
  }

  private void addVertex(Geometries geometries, int vertex) {
    double x = CoordinateGrid.toDegrees(geometries.xy()[2 * vertex]);
    double y = CoordinateGrid.toDegrees(geometries.xy()[2 * vertex + 1]);
    if (!transform.isIdentity()) {
      position[0] = x;
      position[1] = y;
      transform.fromLonLat(position);
      x = position[0];
      y = position[1];
    }
    xy[2 * vertices] = x;
    xy[2 * vertices + 1] = y;
    if (measured) {
      m[vertices] = geometries.m(vertex);
    }
    vertices++;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public int wkbKind() {
    return switch (kind) {
      case NONE -> 0;
      case POINT -> 1;
      case LINE -> 2;
      case POLYGON -> 3;
      case MULTI_POINT -> 4;
      case MULTI_LINE -> 5;
      case MULTI_POLYGON -> 6;
    };
  }

  /** How many parts there are: points, lines, or rings. */
  @Override
  public int parts() {
    return parts;
  }

  @Override
  public int start(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }

  @Override
  public int end(int part) {
    return ends[part];
  }

  /** Whether a part begins a polygon; false for holes, points and lines. */
  public boolean isShell(int part) {
    return shells[part];
  }

  @Override
  public int endOfPolygon(int shell) {
    int end = shell + 1;
    while (end < parts && !shells[end]) {
      end++;
    }
    return end;
  }

  /** How many vertices there are. */
  public int vertices() {
    return vertices;
  }

  @Override
  public double x(int vertex) {
    return xy[2 * vertex];
  }

  @Override
  public double y(int vertex) {
    return xy[2 * vertex + 1];
  }

  public boolean isMeasured() {
    return measured;
  }

  @Override
  public double m(int vertex) {
    return measured ? m[vertex] : Double.NaN;
  }

  /** {@code minX > maxX} when there is no geometry. */
  @Override
  public void box(double[] box) {
    box[0] = box[1] = Double.POSITIVE_INFINITY;
    box[2] = box[3] = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < vertices; i++) {
      box[0] = Math.min(box[0], xy[2 * i]);
      box[1] = Math.min(box[1], xy[2 * i + 1]);
      box[2] = Math.max(box[2], xy[2 * i]);
      box[3] = Math.max(box[3], xy[2 * i + 1]);
    }
  }
}
