package org.linli.encode;

import java.io.IOException;
import java.util.Arrays;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.Geometries.Kind;

/**
 * Writes geometries as well-known text (OGC 06-103r4), with M where the layer has times. Degrees
 * have 7 decimals, metres 4. Used by one thread.
 *
 * @param <T> the notation that it is part of
 */
public final class WktText<T extends TextBytes<T>> {
  private static final int METRE_DECIMALS = 4;
  private static final int DEGREE_DECIMALS = 9;
  private static final byte[][] PLAIN = names(" ");
  private static final byte[][] MEASURED = names(" M ");

  private final T out;
  private final CrsTransform transform;
  private final boolean inDegrees;
  private final int decimals;
  private final double[] xy = new double[2];

  public WktText(Crs crs, T out) {
    this.out = out;
    this.transform = crs.transform();
    this.inDegrees = transform.isIdentity();
    this.decimals = crs.isGeographic() ? DEGREE_DECIMALS : METRE_DECIMALS;
  }

  /** What each kind of geometry begins with. */
  private static byte[][] names(String after) {
    return Arrays.stream(Kind.values())
        .map(kind -> TextBytes.ascii(name(kind) + after))
        .toArray(byte[][]::new);
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case NONE -> "";
      case POINT -> "POINT";
      case MULTI_POINT -> "MULTIPOINT";
      case LINE -> "LINESTRING";
      case MULTI_LINE -> "MULTILINESTRING";
      case POLYGON -> "POLYGON";
      case MULTI_POLYGON -> "MULTIPOLYGON";
    };
  }

  /** The row's geometry; nothing when it has none. */
  public void write(Geometries geometries, int row) throws IOException {
    Kind kind = geometries.kind(row);
    if (kind == Kind.NONE) {
      return;
    }
    out.raw((geometries.isMeasured() ? MEASURED : PLAIN)[kind.ordinal()]);
    int first = geometries.firstPart(row);
    int end = geometries.endPart(row);
    switch (kind) {
      case MULTI_POLYGON -> polygons(geometries, first, end);
      case MULTI_POINT, MULTI_LINE, POLYGON -> list(geometries, first, end);
      default -> vertices(geometries, first);
    }
  }

  private void list(Geometries geometries, int first, int end) throws IOException {
    out.put('(');
    for (int part = first; part < end; part++) {
      if (part > first) {
        out.put(',');
      }
      vertices(geometries, part);
    }
    out.put(')');
  }

  private void polygons(Geometries geometries, int first, int end) throws IOException {
    out.put('(');
    for (int shell = first; shell < end; ) {
      int next = shell + 1;
      while (next < end && !geometries.isShell(next)) {
        next++;
      }
      list(geometries, shell, next);
      if (next < end) {
        out.put(',');
      }
      shell = next;
    }
    out.put(')');
  }

  private void vertices(Geometries geometries, int part) throws IOException {
    int first = geometries.firstVertex(part);
    out.put('(');
    for (int vertex = first; vertex < geometries.endVertex(part); vertex++) {
      if (vertex > first) {
        out.put(',');
      }
      position(geometries, vertex, ' ');
      if (geometries.isMeasured()) {
        out.put(' ').real(geometries.m(vertex));
      }
    }
    out.put(')');
  }

  /** A vertex's two numbers. */
  void position(Geometries geometries, int vertex, char between) throws IOException {
    int x = geometries.xy()[2 * vertex];
    int y = geometries.xy()[2 * vertex + 1];
    if (inDegrees) {
      out.gridPair(x, between, y);
      return;
    }
    xy[0] = CoordinateGrid.toDegrees(x);
    xy[1] = CoordinateGrid.toDegrees(y);
    transform.fromLonLat(xy);
    out.rounded(xy[0], decimals).put(between).rounded(xy[1], decimals);
  }
}
