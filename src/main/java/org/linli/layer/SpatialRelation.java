package org.linli.layer;

/** How two geometries lie to each other (OGC 06-103r4). */
public enum SpatialRelation {
  INTERSECTS,
  EQUALS,
  DISJOINT,
  TOUCHES,
  WITHIN,
  OVERLAPS,
  CROSSES,
  CONTAINS;

  /** The relation of the second to the first when this is that of the first to the second. */
  public SpatialRelation reversed() {
    return switch (this) {
      case WITHIN -> CONTAINS;
      case CONTAINS -> WITHIN;
      default -> this;
    };
  }
}
