package org.linli.encode.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.linli.encode.Shape;
import org.linli.snapshot.Block;
import org.linli.snapshot.Geometries.Kind;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Turns features into the size-prefixed buffers of the format. Used by one thread. */
final class FeatureBytes {
  private final int headerType;
  private final PropertyBytes properties;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);

  /**
   * @param headerType the type that the header says all have; Unknown where each tells its own
   */
  FeatureBytes(int headerType, int fields) {
    this.headerType = headerType;
    this.properties = new PropertyBytes(fields);
  }

  /**
   * Writes a feature.
   *
   * @return how many bytes it takes
   */
  int write(Block block, int row, Shape shape, OutputStream out) throws IOException {
    builder.clear();
    int geometry = shape.parts() == 0 ? 0 : geometry(shape);
    int attributes = Feature.createPropertiesVector(builder, properties.of(block, row));
    Feature.startFeature(builder);
    if (geometry != 0) {
      Feature.addGeometry(builder, geometry);
    }
    Feature.addProperties(builder, attributes);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
    ByteBuffer bytes = builder.dataBuffer();
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    return bytes.remaining();
  }

  private int geometry(Shape shape) {
    int type = headerType == GeometryTypes.UNKNOWN ? GeometryTypes.of(shape.kind()) : headerType;
    int written = headerType == GeometryTypes.UNKNOWN ? type : GeometryTypes.UNKNOWN;
    return type == GeometryType.MultiPolygon
        ? polygons(shape, written)
        : simple(shape, 0, shape.parts(), written, type == GeometryType.MultiLineString);
  }

  private int polygons(Shape shape, int type) {
    int[] parts = new int[shape.parts()];
    int polygons = 0;
    for (int shell = 0; shell < shape.parts(); shell = shape.endOfPolygon(shell)) {
      parts[polygons++] =
          simple(shape, shell, shape.endOfPolygon(shell), GeometryType.Polygon, false);
    }
    Geometry.startPartsVector(builder, polygons);
    for (int i = polygons - 1; i >= 0; i--) {
      builder.addOffset(parts[i]);
    }
    int vector = builder.endVector();
    Geometry.startGeometry(builder);
    Geometry.addParts(builder, vector);
    Geometry.addType(builder, type);
    return Geometry.endGeometry(builder);
  }

  /**
   * A geometry whose parts lie in one run of vertices.
   *
   * @param listed whether GDAL wants to be told where a part ends even if there is only one
   */
  private int simple(Shape shape, int firstPart, int endPart, int type, boolean listed) {
    boolean points = shape.kind() == Kind.MULTI_POINT;
    boolean several = endPart - firstPart > 1 && !points;
    int ends = several || listed ? ends(shape, firstPart, endPart) : 0;
    int first = shape.start(firstPart);
    int end = shape.end(endPart - 1);
    int xy = xy(shape, first, end);
    int m = shape.isMeasured() ? m(shape, first, end) : 0;
    Geometry.startGeometry(builder);
    if (ends != 0) {
      Geometry.addEnds(builder, ends);
    }
    Geometry.addXy(builder, xy);
    if (m != 0) {
      Geometry.addM(builder, m);
    }
    Geometry.addType(builder, type);
    return Geometry.endGeometry(builder);
  }

  private int ends(Shape shape, int firstPart, int endPart) {
    Geometry.startEndsVector(builder, endPart - firstPart);
    int offset = shape.start(firstPart);
    for (int part = endPart - 1; part >= firstPart; part--) {
      builder.addInt(shape.end(part) - offset);
    }
    return builder.endVector();
  }

  private int xy(Shape shape, int first, int end) {
    Geometry.startXyVector(builder, 2 * (end - first));
    for (int vertex = end - 1; vertex >= first; vertex--) {
      builder.addDouble(shape.y(vertex));
      builder.addDouble(shape.x(vertex));
    }
    return builder.endVector();
  }

  private int m(Shape shape, int first, int end) {
    Geometry.startMVector(builder, end - first);
    for (int vertex = end - 1; vertex >= first; vertex--) {
      builder.addDouble(shape.m(vertex));
    }
    return builder.endVector();
  }
}
