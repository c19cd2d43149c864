package org.linli.encode;

import java.io.IOException;
import org.linli.snapshot.Geometries;

/**
 * Writes geometries as GeoJSON (RFC 7946): shells run counterclockwise and holes clockwise, seen
 * with longitude to the east.
 */
final class GeoJsonGeometry {
  private static final byte[] POINT = open("Point");
  private static final byte[] MULTI_POINT = open("MultiPoint");
  private static final byte[] LINE = open("LineString");
  private static final byte[] MULTI_LINE = open("MultiLineString");
  private static final byte[] POLYGON = open("Polygon");
  private static final byte[] MULTI_POLYGON = open("MultiPolygon");

  private final Positions positions;
  private final JsonBytes out;

  GeoJsonGeometry(Positions positions, JsonBytes out) {
    this.positions = positions;
    this.out = out;
  }

  private static byte[] open(String type) {
    return JsonBytes.ascii("{\"type\":\"" + type + "\",\"coordinates\":");
  }

  /** The row's geometry, or {@code null} when it has none. */
  void write(Geometries geometries, int row) throws IOException {
    switch (geometries.kind(row)) {
      case NONE -> out.nothing();
      case POINT -> point(geometries, row);
      case MULTI_POINT -> multiPoint(geometries, row);
      case LINE -> line(geometries, row);
      case MULTI_LINE -> multiLine(geometries, row);
      case POLYGON -> polygon(geometries, row);
      case MULTI_POLYGON -> multiPolygon(geometries, row);
    }
  }

  private void point(Geometries geometries, int row) throws IOException {
    int vertex = geometries.firstVertex(geometries.firstPart(row));
    out.raw(POINT);
    positions.write(geometries.xy(), vertex, 1, 1, out);
    out.put('}');
  }

  /** Each part is one vertex, so all of them lie in a row. */
  private void multiPoint(Geometries geometries, int row) throws IOException {
    int first = geometries.firstVertex(geometries.firstPart(row));
    out.raw(MULTI_POINT);
    forward(geometries.xy(), first, geometries.firstVertex(geometries.endPart(row)));
    out.put('}');
  }

  private void line(Geometries geometries, int row) throws IOException {
    int part = geometries.firstPart(row);
    out.raw(LINE);
    forward(geometries.xy(), geometries.firstVertex(part), geometries.endVertex(part));
    out.put('}');
  }

  private void multiLine(Geometries geometries, int row) throws IOException {
    out.raw(MULTI_LINE).put('[');
    int first = geometries.firstPart(row);
    for (int part = first; part < geometries.endPart(row); part++) {
      if (part > first) {
        out.put(',');
      }
      forward(geometries.xy(), geometries.firstVertex(part), geometries.endVertex(part));
    }
    out.put(']').put('}');
  }

  private void polygon(Geometries geometries, int row) throws IOException {
    out.raw(POLYGON);
    rings(geometries, geometries.firstPart(row), geometries.endPart(row));
    out.put('}');
  }

  private void multiPolygon(Geometries geometries, int row) throws IOException {
    out.raw(MULTI_POLYGON).put('[');
    int shell = geometries.firstPart(row);
    int endPart = geometries.endPart(row);
    while (shell < endPart) {
      int end = shell + 1;
      while (end < endPart && !geometries.isShell(end)) {
        end++;
      }
      rings(geometries, shell, end);
      if (end < endPart) {
        out.put(',');
      }
      shell = end;
    }
    out.put(']').put('}');
  }

  private void rings(Geometries geometries, int shell, int end) throws IOException {
    out.put('[');
    for (int part = shell; part < end; part++) {
      if (part > shell) {
        out.put(',');
      }
      ring(geometries, part, part == shell);
    }
    out.put(']');
  }

  private void ring(Geometries geometries, int part, boolean counterclockwise) throws IOException {
    int[] xy = geometries.xy();
    int first = geometries.firstVertex(part);
    int end = geometries.endVertex(part);
    double area = doubleArea(xy, first, end);
    if (counterclockwise ? area >= 0 : area <= 0) {
      forward(xy, first, end);
    } else {
      backward(xy, first, end);
    }
  }

  /** Twice the signed area of a closed ring; positive when it runs counterclockwise. */
  static double doubleArea(int[] xy, int first, int end) {
    double originX = xy[2 * first];
    double originY = xy[2 * first + 1];
    double area = 0;
    double lastX = 0;
    double lastY = 0;
    for (int v = first + 1; v < end; v++) {
      double x = xy[2 * v] - originX;
      double y = xy[2 * v + 1] - originY;
      area += lastX * y - x * lastY;
      lastX = x;
      lastY = y;
    }
    return area;
  }

  private void forward(int[] xy, int first, int end) throws IOException {
    out.put('[');
    positions.write(xy, first, end - first, 1, out);
    out.put(']');
  }

  private void backward(int[] xy, int first, int end) throws IOException {
    out.put('[');
    positions.write(xy, end - 1, end - first, -1, out);
    out.put(']');
  }
}
