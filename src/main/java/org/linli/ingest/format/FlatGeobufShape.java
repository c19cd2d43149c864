package org.linli.ingest.format;

import org.linli.geo.GeometryRepair;
import org.linli.ingest.source.IssueKind;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Turns a FlatGeobuf geometry into JTS. The library makes arrays of the lengths that the bytes
 * announce, and follows references that may lead to the same part again and again, so the whole is
 * counted before it is given to it.
 */
final class FlatGeobufShape {
  private static final int DEEPEST = 4;
  private final int featureBytes;
  private long vertices;
  private long parts;

  private FlatGeobufShape(int featureBytes) {
    this.featureBytes = featureBytes;
  }

  /**
   * @param layerType what the header says all features are; 0 if each tells its own
   * @param featureBytes the size of the feature that the geometry is part of
   * @throws ShapeFault if it is no geometry that is read here
   */
  static org.locationtech.jts.geom.Geometry read(
      Geometry geometry, int layerType, int featureBytes) {
    int type = layerType == GeometryType.Unknown ? geometry.type() : layerType;
    try {
      new FlatGeobufShape(featureBytes).count(geometry, 0);
      return shape(geometry, type);
    } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
      throw new ShapeFault(IssueKind.UNREADABLE_GEOMETRY, String.valueOf(refused.getMessage()));
    }
  }

  private void count(Geometry geometry, int depth) {
    requireThat(depth <= DEEPEST, "collections are nested too deep");
    int positions = geometry.xyLength() / 2;
    vertices += positions;
    parts += geometry.partsLength() + (long) geometry.endsLength();
    // Two doubles a position and four bytes a reference: more than the bytes hold is a lie.
    requireThat(16 * vertices <= featureBytes, "it announces more positions than it has");
    requireThat(4 * parts <= featureBytes, "it announces more parts than it has");
    if (vertices > GeometryRepair.MOST_VERTICES) {
      throw new ShapeFault(IssueKind.TOO_MANY_VERTICES, GeometryRepair.MOST_VERTICES);
    }
    requireLength(geometry.zLength(), positions);
    requireLength(geometry.mLength(), positions);
    requireEnds(geometry, positions);
    for (int i = 0; i < geometry.partsLength(); i++) {
      count(geometry.parts(i), depth + 1);
    }
  }

  private static void requireThat(boolean right, String otherwise) {
    if (!right) {
      throw new ShapeFault(IssueKind.UNREADABLE_GEOMETRY, otherwise);
    }
  }

  private static void requireLength(int ordinates, int positions) {
    requireThat(
        ordinates == 0 || ordinates == positions, "its heights or measures are not one a position");
  }

  private static void requireEnds(Geometry geometry, int positions) {
    long last = 0;
    for (int i = 0; i < geometry.endsLength(); i++) {
      long end = geometry.ends(i);
      requireThat(end >= last && end <= positions, "its parts end outside of it");
      last = end;
    }
  }

  private static org.locationtech.jts.geom.Geometry shape(Geometry geometry, int type) {
    if (type == GeometryType.GeometryCollection) {
      return collection(geometry);
    }
    requireThat(
        type >= GeometryType.Point && type <= GeometryType.MultiPolygon,
        "geometries of type " + GeometryType.name(type) + " are not read; turn curves into lines");
    requireFinite(geometry);
    return GeometryConversions.deserialize(geometry, type);
  }

  private static org.locationtech.jts.geom.Geometry collection(Geometry geometry) {
    var members = new org.locationtech.jts.geom.Geometry[geometry.partsLength()];
    for (int i = 0; i < members.length; i++) {
      members[i] = shape(geometry.parts(i), geometry.parts(i).type());
    }
    return Shapes.FACTORY.createGeometryCollection(members);
  }

  private static void requireFinite(Geometry geometry) {
    for (int i = 0; i < geometry.xyLength(); i++) {
      if (!Double.isFinite(geometry.xy(i))) {
        throw new ShapeFault(IssueKind.NOT_FINITE);
      }
    }
    for (int i = 0; i < geometry.partsLength(); i++) {
      requireFinite(geometry.parts(i));
    }
  }
}
