package org.linli.gpkg;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The type codes of WKB (OGC 06-103r4, table 7) and what they add up to with Z and M. */
final class WkbKind {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
  static final int MULTI_POINT = 4;
  static final int MULTI_LINE = 5;
  static final int MULTI_POLYGON = 6;
  static final int COLLECTION = 7;
  static final int M_OFFSET = 2000;

  private WkbKind() {}

  /** The code of a geometry, flat. */
  static int of(Geometry geometry) {
    if (geometry instanceof Polygon) {
      return POLYGON;
    }
    if (geometry instanceof Point) {
      return POINT;
    }
    if (geometry instanceof LineString) {
      return LINE;
    }
    if (geometry instanceof MultiPolygon) {
      return MULTI_POLYGON;
    }
    if (geometry instanceof MultiLineString) {
      return MULTI_LINE;
    }
    return geometry instanceof MultiPoint ? MULTI_POINT : COLLECTION;
  }
}
