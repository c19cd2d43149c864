package org.linli.layer;

/**
 * What a layer's features are drawn as. Multi-part geometries belong to the type of their parts.
 */
public enum GeometryType {
  POINT,
  LINE,
  POLYGON,
  /** Points, lines or polygons, feature by feature. */
  ANY,
  /** A line whose M is the time at each vertex, in epoch seconds. */
  TRACK,
  /** A table without a place. */
  NONE;

  /**
   * Whether it has features of a geometry's dimension.
   *
   * @param dimension 0 for points, 1 for lines, 2 for areas
   */
  public boolean holds(int dimension) {
    return switch (this) {
      case POINT -> dimension == 0;
      case LINE, TRACK -> dimension == 1;
      case POLYGON -> dimension == 2;
      case ANY, NONE -> true;
    };
  }
}
