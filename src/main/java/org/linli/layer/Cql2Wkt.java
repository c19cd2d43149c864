package org.linli.layer;

import org.linli.layer.Cql2Bounds.Allowance;
import org.linli.layer.Cql2Fault.Expected;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A geometry within a filter in text. Its end is found, and its vertices are counted, before it is
 * read.
 *
 * @param end where the filter goes on
 */
record Cql2Wkt(Geometry geometry, int end) {
  private static final int DEEPEST = 8;

  static Cql2Wkt at(String source, int start, Allowance vertices) {
    int end = end(source, start);
    String wkt = source.substring(start, end);
    vertices.take(1 + (int) wkt.chars().filter(c -> c == ',').count());
    try {
      return new Cql2Wkt(sound(new WKTReader().read(wkt)), end);
    } catch (ParseException | IllegalArgumentException malformed) {
      throw Cql2Fault.at(start, wkt, Expected.GEOMETRY);
    }
  }

  /** Behind the parenthesis that closes the first. */
  private static int end(String source, int start) {
    int depth = 0;
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > DEEPEST || !isOfWkt(c)) {
        throw Cql2Fault.at(i, String.valueOf(c), Expected.GEOMETRY);
      }
      if (depth == 0 && c == ')') {
        return i + 1;
      }
    }
    throw Cql2Fault.at(start, source.substring(start), Expected.GEOMETRY);
  }

  private static boolean isOfWkt(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || Character.isWhitespace(c))
        || "(),.+-".indexOf(c) >= 0;
  }

  /**
   * The geometry, which has a place and whose numbers are finite.
   *
   * @throws IllegalArgumentException otherwise
   */
  static Geometry sound(Geometry geometry) {
    for (Coordinate c : geometry.getCoordinates()) {
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        throw new IllegalArgumentException("A coordinate is no finite number.");
      }
    }
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("The geometry is empty.");
    }
    return geometry;
  }
}
