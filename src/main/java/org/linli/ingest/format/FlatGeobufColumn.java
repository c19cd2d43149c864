package org.linli.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.linli.layer.FieldType;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;

/**
 * A column of a FlatGeobuf file, and how its values lie in a feature's properties; the library has
 * the types but no reader of values.
 *
 * @param type one of {@link ColumnType}
 */
record FlatGeobufColumn(String name, int type) {

  static FlatGeobufColumn of(Column column) {
    if (column.type() > ColumnType.Binary) {
      throw FlatGeobufHeader.damaged(
          "column " + column.name() + " is of the unknown type " + column.type(), null);
    }
    return new FlatGeobufColumn(String.valueOf(column.name()), column.type());
  }

  boolean isBinary() {
    return type == ColumnType.Binary;
  }

  FieldType declared() {
    return switch (type) {
      case ColumnType.Bool -> FieldType.BOOLEAN;
      case ColumnType.Float, ColumnType.Double -> FieldType.REAL;
      case ColumnType.String, ColumnType.Json, ColumnType.Binary -> FieldType.TEXT;
      // The format has no type of days; where no value has an hour, they are days.
      case ColumnType.DateTime -> FieldType.DATE;
      default -> FieldType.INTEGER;
    };
  }

  /**
   * Takes the value that the bytes are at.
   *
   * @return a String, Long, Double or Boolean; the bytes' number for a binary value
   * @throws java.nio.BufferUnderflowException if it ends beyond them
   */
  Object take(ByteBuffer bytes) {
    return switch (type) {
      case ColumnType.Byte -> (long) bytes.get();
      case ColumnType.UByte -> (long) Byte.toUnsignedInt(bytes.get());
      case ColumnType.Bool -> bytes.get() != 0;
      case ColumnType.Short -> (long) bytes.getShort();
      case ColumnType.UShort -> (long) Short.toUnsignedInt(bytes.getShort());
      case ColumnType.Int -> (long) bytes.getInt();
      case ColumnType.UInt -> Integer.toUnsignedLong(bytes.getInt());
      case ColumnType.Long -> bytes.getLong();
      case ColumnType.ULong -> unsigned(bytes.getLong());
      case ColumnType.Float -> shortest(bytes.getFloat());
      case ColumnType.Double -> bytes.getDouble();
      default -> text(bytes);
    };
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : Long.toUnsignedString(bits);
  }

  /** 0.1 in four bytes is meant as 0.1, and not as 0.10000000149011612. */
  private static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new java.nio.BufferUnderflowException();
    }
    ByteBuffer text = bytes.slice().limit(length);
    bytes.position(bytes.position() + length);
    return isBinary() ? length + " bytes" : StandardCharsets.UTF_8.decode(text).toString();
  }
}
