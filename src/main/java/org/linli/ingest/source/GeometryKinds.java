package org.linli.ingest.source;

import java.util.EnumSet;
import java.util.Set;
import org.linli.layer.GeometryType;

/** Gathers which kinds of geometry a source holds. */
public final class GeometryKinds {
  private final Set<GeometryType> seen = EnumSet.noneOf(GeometryType.class);

  /** Takes note of a geometry's type name, in any case, as GeoJSON, WKT and JTS spell it. */
  public void add(String typeName) {
    String name = typeName.toLowerCase(java.util.Locale.ROOT);
    if (name.endsWith("point")) {
      seen.add(GeometryType.POINT);
    } else if (name.endsWith("linestring")) {
      seen.add(GeometryType.LINE);
    } else if (name.endsWith("polygon")) {
      seen.add(GeometryType.POLYGON);
    }
  }

  /** The one kind that was seen; ANY if none or several were. */
  public GeometryType type() {
    return seen.size() == 1 ? seen.iterator().next() : GeometryType.ANY;
  }
}
