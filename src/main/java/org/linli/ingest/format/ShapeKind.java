package org.linli.ingest.format;

import org.linli.layer.GeometryType;

/** The types of shape that a shapefile may hold, by their codes in ESRI's description of 1998. */
enum ShapeKind {
  POINT(1, GeometryType.POINT),
  LINES(3, GeometryType.LINE),
  RINGS(5, GeometryType.POLYGON),
  POINTS(8, GeometryType.POINT);

  /** Bodies of triangles in space. */
  static final int MULTIPATCH = 31;

  /** Codes from here on have a measure, and before that a height. */
  private static final int WITH_Z = 10;

  private static final int WITH_M = 20;

  private final int code;
  private final GeometryType geometry;

  ShapeKind(int code, GeometryType geometry) {
    this.code = code;
    this.geometry = geometry;
  }

  /**
   * @throws IllegalArgumentException if no shape has the code
   */
  static ShapeKind of(int code) {
    for (ShapeKind kind : values()) {
      if (code == kind.code || code == kind.code + WITH_Z || code == kind.code + WITH_M) {
        return kind;
      }
    }
    throw new IllegalArgumentException("type " + code);
  }

  static boolean hasZ(int code) {
    return code > WITH_Z && code < WITH_M;
  }

  GeometryType geometry() {
    return geometry;
  }

  boolean isInParts() {
    return this == LINES || this == RINGS;
  }
}
