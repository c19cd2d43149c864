package org.linli.ingest.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.IssueKind;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Feature;

/** One feature's bytes, and what they hold. */
final class FlatGeobufFeature {
  private final ByteBuffer bytes;
  private final FlatGeobufHeader header;

  FlatGeobufFeature(byte[] bytes, FlatGeobufHeader header) {
    this.bytes = FlatGeobufHeader.little(bytes);
    this.header = header;
  }

  /**
   * The geometry, if it has one.
   *
   * @throws ShapeFault if it is none that is read here
   */
  Optional<Geometry> shape() {
    try {
      return Optional.ofNullable(Feature.getRootAsFeature(bytes).geometry())
          .map(found -> FlatGeobufShape.read(found, header.geometryType(), bytes.limit()));
    } catch (IndexOutOfBoundsException outside) {
      throw lying();
    }
  }

  /**
   * One value a column of the file, or null.
   *
   * @throws ShapeFault if the bytes are no such values
   */
  Object[] values() {
    try {
      Feature feature = Feature.getRootAsFeature(bytes);
      if (feature.columnsLength() > 0) {
        throw new ShapeFault(IssueKind.OWN_COLUMNS);
      }
      return values(Optional.ofNullable(feature.propertiesAsByteBuffer()));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException out) {
      throw lying();
    }
  }

  private static ShapeFault lying() {
    return new ShapeFault(IssueKind.UNREADABLE_FEATURE);
  }

  /** Each value follows the index of its column, two bytes; what is missing is null. */
  private Object[] values(Optional<ByteBuffer> properties) {
    List<FlatGeobufColumn> columns = header.columns();
    Object[] values = new Object[columns.size()];
    if (properties.isEmpty()) {
      return values;
    }
    ByteBuffer left = properties.get().slice().order(bytes.order());
    while (left.hasRemaining()) {
      int index = Short.toUnsignedInt(left.getShort());
      if (index >= values.length) {
        throw lying();
      }
      values[index] = finite(columns.get(index).take(left));
    }
    return values;
  }

  private static Object finite(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new ShapeFault(IssueKind.NOT_FINITE);
    }
    return value;
  }
}
