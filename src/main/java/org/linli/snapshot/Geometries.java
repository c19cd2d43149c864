package org.linli.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.PackedRTree;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * The geometry of many rows in flat arrays. A row is a run of parts; a part is a run of vertices: a
 * point, a line, or a ring. A polygon's rings follow each other, shell first, each ring closed.
 * Coordinates are EPSG:4326 lon-lat as ints on the 1e-7° grid, x and y in turn.
 */
public final class Geometries {
  /** What a row holds. */
  public enum Kind {
    NONE,
    POINT,
    MULTI_POINT,
    LINE,
    MULTI_LINE,
    POLYGON,
    MULTI_POLYGON;

    private static final Kind[] ALL = values();
  }

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private final byte[] kinds;
  private final int[] partStarts;
  private final int[] vertexStarts;
  private final long[] shells;
  private final int[] xy;
  private final double[] m;
  private volatile int[] unplaced;

  Geometries(
      byte[] kinds, int[] partStarts, int[] vertexStarts, long[] shells, int[] xy, double[] m) {
    this.kinds = kinds;
    this.partStarts = partStarts;
    this.vertexStarts = vertexStarts;
    this.shells = shells;
    this.xy = xy;
    this.m = m;
  }

  public int rows() {
    return kinds.length;
  }

  public Kind kind(int row) {
    return Kind.ALL[kinds[row]];
  }

  /** The row's first part. */
  public int firstPart(int row) {
    return partStarts[row];
  }

  /** The part after the row's last. */
  public int endPart(int row) {
    return partStarts[row + 1];
  }

  /** The part's first vertex; its x is {@code xy()[2 * vertex]}. */
  public int firstVertex(int part) {
    return vertexStarts[part];
  }

  /** The vertex after the part's last. */
  public int endVertex(int part) {
    return vertexStarts[part + 1];
  }

  /** How many vertices a row has. */
  public int vertices(int row) {
    return vertexStarts[partStarts[row + 1]] - vertexStarts[partStarts[row]];
  }

  /** A part of {@link Block#fetch}. */
  int fetch(int row) {
    int first = vertexStarts[partStarts[row]];
    int end = vertexStarts[partStarts[row + 1]];
    return first == end ? kinds[row] : kinds[row] + xy[2 * first] + xy[2 * end - 1];
  }

  /** Whether a part begins a polygon; false for its holes, and meaningless for points and lines. */
  public boolean isShell(int part) {
    return (shells[part >> 6] & 1L << part) != 0;
  }

  /** All coordinates, x and y in turn; for reading only. */
  public int[] xy() {
    return xy;
  }

  public boolean isMeasured() {
    return m != null;
  }

  /** The M of a vertex; NaN where there is none. */
  public double m(int vertex) {
    return m == null ? Double.NaN : m[vertex];
  }

  public long vertices() {
    return xy.length / 2;
  }

  /**
   * The row's box in grid units (minX, minY, maxX, maxY); minX &gt; maxX when it has no geometry.
   */
  public void box(int row, int[] box) {
    box[0] = box[1] = Integer.MAX_VALUE;
    box[2] = box[3] = Integer.MIN_VALUE;
    int end = vertexStarts[partStarts[row + 1]];
    for (int v = vertexStarts[partStarts[row]]; v < end; v++) {
      box[0] = Math.min(box[0], xy[2 * v]);
      box[1] = Math.min(box[1], xy[2 * v + 1]);
      box[2] = Math.max(box[2], xy[2 * v]);
      box[3] = Math.max(box[3], xy[2 * v + 1]);
    }
  }

  /** The rows that have no geometry, ascending; looked for once. */
  int[] unplaced() {
    if (unplaced == null) {
      unplaced = IntStream.range(0, rows()).filter(row -> kind(row) == Kind.NONE).toArray();
    }
    return unplaced;
  }

  PackedRTree index() {
    PackedRTree.Builder tree = new PackedRTree.Builder(rows());
    int[] box = new int[4];
    for (int row = 0; row < rows(); row++) {
      box(row, box);
      tree.add(box[0], box[1], box[2], box[3]);
    }
    return tree.finish();
  }

  /** The row's geometry, built anew, EPSG:4326 lon-lat; empty when it has none. */
  public Optional<Geometry> geometry(int row) {
    return switch (kind(row)) {
      case NONE -> Optional.empty();
      case POINT -> Optional.of(points(row).get(0));
      case MULTI_POINT -> Optional.of(FACTORY.createMultiPoint(points(row).toArray(Point[]::new)));
      case LINE -> Optional.of(lines(row).get(0));
      case MULTI_LINE ->
          Optional.of(FACTORY.createMultiLineString(lines(row).toArray(LineString[]::new)));
      case POLYGON -> Optional.of(polygons(row).get(0));
      case MULTI_POLYGON ->
          Optional.of(FACTORY.createMultiPolygon(polygons(row).toArray(Polygon[]::new)));
    };
  }

  private List<Point> points(int row) {
    List<Point> points = new ArrayList<>();
    for (int part = firstPart(row); part < endPart(row); part++) {
      points.add(FACTORY.createPoint(sequence(part)));
    }
    return points;
  }

  private List<LineString> lines(int row) {
    List<LineString> lines = new ArrayList<>();
    for (int part = firstPart(row); part < endPart(row); part++) {
      lines.add(FACTORY.createLineString(sequence(part)));
    }
    return lines;
  }

  private List<Polygon> polygons(int row) {
    List<Polygon> polygons = new ArrayList<>();
    int part = firstPart(row);
    while (part < endPart(row)) {
      LinearRing shell = FACTORY.createLinearRing(sequence(part++));
      List<LinearRing> holes = new ArrayList<>();
      while (part < endPart(row) && !isShell(part)) {
        holes.add(FACTORY.createLinearRing(sequence(part++)));
      }
      polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return polygons;
  }

  private CoordinateSequence sequence(int part) {
    int first = firstVertex(part);
    Coordinate[] coordinates = new Coordinate[endVertex(part) - first];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = coordinate(first + i);
    }
    return m == null
        ? new CoordinateArraySequence(coordinates, 2)
        : new CoordinateArraySequence(coordinates, 3, 1);
  }

  private Coordinate coordinate(int vertex) {
    double x = CoordinateGrid.toDegrees(xy[2 * vertex]);
    double y = CoordinateGrid.toDegrees(xy[2 * vertex + 1]);
    return m == null ? new Coordinate(x, y) : new CoordinateXYM(x, y, m[vertex]);
  }
}
