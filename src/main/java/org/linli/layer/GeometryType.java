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
  NONE
}
