package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Protocol buffers' wire format, written into an array that grows. */
final class ProtoBytes {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;

  private byte[] bytes;
  private int size;

  ProtoBytes(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
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
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /**
   * A packed field of unsigned 32-bit numbers.
   *
   * @param length how many bytes they take
   */
  ProtoBytes packed(int field, int length, int[] numbers, int count) {
    open(field, length);
    reserve(length);
    byte[] to = bytes;
    int at = size;
    for (int i = 0; i < count; i++) {
      int rest = numbers[i];
      while ((rest & ~0x7F) != 0) {
        to[at++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      to[at++] = (byte) rest;
    }
    size = at;
    return this;
  }

  /** A field that holds a number. */
  ProtoBytes number(int field, long value) {
    return varint(field << 3 | VARINT).varint(value);
  }

  /** A field that holds a double. */
  ProtoBytes real(int field, double value) {
    varint(field << 3 | FIXED_64);
    reserve(8);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) {
      bytes[size++] = (byte) (bits >>> 8 * i);
    }
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
}
