package org.linli.encode.flatgeobuf;

import java.util.EnumSet;
import java.util.Set;
import org.linli.snapshot.Geometries.Kind;
import org.wololo.flatgeobuf.generated.GeometryType;

/** The format's numbers for kinds of geometry. */
final class GeometryTypes {
  static final int UNKNOWN = GeometryType.Unknown;

  private GeometryTypes() {}

  static int of(Kind kind) {
    return switch (kind) {
      case NONE -> GeometryType.Unknown;
      case POINT -> GeometryType.Point;
      case MULTI_POINT -> GeometryType.MultiPoint;
      case LINE -> GeometryType.LineString;
      case MULTI_LINE -> GeometryType.MultiLineString;
      case POLYGON -> GeometryType.Polygon;
      case MULTI_POLYGON -> GeometryType.MultiPolygon;
    };
  }

  /** The one type that holds them all; a single geometry fits into its multiple. */
  static int of(Set<Kind> kinds) {
    if (kinds.size() == 1) {
      return of(kinds.iterator().next());
    }
    for (EnumSet<Kind> pair : PAIRS) {
      if (pair.containsAll(kinds)) {
        return kinds.stream().mapToInt(GeometryTypes::of).max().orElse(UNKNOWN);
      }
    }
    return UNKNOWN;
  }

  private static final Set<EnumSet<Kind>> PAIRS =
      Set.of(
          EnumSet.of(Kind.POINT, Kind.MULTI_POINT),
          EnumSet.of(Kind.LINE, Kind.MULTI_LINE),
          EnumSet.of(Kind.POLYGON, Kind.MULTI_POLYGON));
}
