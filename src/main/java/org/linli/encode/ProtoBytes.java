package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Protocol buffers' wire format, written into an array that grows. */
final class ProtoBytes {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;

  /** The longest bytes of which the length, with that of a head, is a varint of one byte. */
  static final int MAX_SHORT = 125;

  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int size;

  ProtoBytes(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  void writeTo(int start, OutputStream out) throws IOException {
    out.write(bytes, start, size - start);
  }

  /** Leaves room for so many bytes. */
  void skip(int length) {
    reserve(length);
    size += length;
  }

  void append(ProtoBytes more) {
    reserve(more.size);
    System.arraycopy(more.bytes, 0, bytes, size, more.size);
    size += more.size;
  }

  /** Puts other bytes where there are some already. */
  void overwrite(int start, ProtoBytes other) {
    System.arraycopy(other.bytes, 0, bytes, start, other.size);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** How many bytes a number takes as a varint. */
  static int lengthOf(long value) {
    return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }

  static int zigZag(int value) {
    return value << 1 ^ value >> 31;
  }

  static long zigZag(long value) {
    return value << 1 ^ value >> 63;
  }

  ProtoBytes varint(long value) {
    reserve(10);
    if ((value & ~0x7FL) == 0) {
      bytes[size++] = (byte) value;
    } else {
      longVarint(value);
    }
    return this;
  }

  private void longVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /**
   * Puts an unsigned 32-bit number as a varint where there is room for five bytes.
   *
   * @return the place after it
   */
  static int put(byte[] to, int at, int value) {
    int next = at;
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      to[next++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[next++] = (byte) rest;
    return next;
  }

  /** A field that holds a number. */
  ProtoBytes number(int field, long value) {
    return varint(field << 3 | VARINT).varint(value);
  }

  /** A field that holds the bits of a double. */
  ProtoBytes real(int field, long bits) {
    varint(field << 3 | FIXED_64);
    reserve(Double.BYTES);
    EIGHT_BYTES.set(bytes, size, bits);
    size += Double.BYTES;
    return this;
  }

  /** The beginning of a field that holds so many bytes, which must follow. */
  ProtoBytes open(int field, int length) {
    return varint(field << 3 | LENGTH_DELIMITED).varint(length);
  }

  /** A field that holds bytes, such as a text in UTF-8. */
  ProtoBytes bytes(int field, byte[] from, int start, int length) {
    open(field, length);
    reserve(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
    return this;
  }

  /**
   * A message that holds nothing but a field of bytes, at most {@value #MAX_SHORT} of them; both
   * fields are below 16.
   */
  void shortBytes(int message, int field, byte[] from, int start, int length) {
    reserve(Integer.BYTES + length);
    int head =
        (message << 3 | LENGTH_DELIMITED)
            | length + 2 << 8
            | (field << 3 | LENGTH_DELIMITED) << 16
            | length << 24;
    FOUR_BYTES.set(bytes, size, head);
    System.arraycopy(from, start, bytes, size + Integer.BYTES, length);
    size += Integer.BYTES + length;
  }
}
