package org.linli.snapshot;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A value by which rows are put in order: a number (as bits that sort as it does) or the first
 * bytes of a text; missing when it is neither.
 */
record SortValue(boolean missing, long number, byte[] text) {
  private static final byte[] NO_TEXT = {};
  static final SortValue MISSING = new SortValue(true, 0, NO_TEXT);
  private static final byte IS_MISSING = 0;
  private static final byte IS_NUMBER = 1;
  private static final byte IS_TEXT = 2;

  static SortValue of(long number) {
    return new SortValue(false, number, NO_TEXT);
  }

  /** Sorts as the doubles do, NaN left aside. */
  static long bits(double real) {
    long bits = Double.doubleToLongBits(real + 0.0);
    return bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
  }

  static SortValue of(byte[] text) {
    return new SortValue(false, 0, text);
  }

  int compare(SortValue other, boolean descending) {
    if (missing || other.missing) {
      return Boolean.compare(missing, other.missing);
    }
    int byNumber = Long.compare(number, other.number);
    int ascending = byNumber != 0 ? byNumber : Arrays.compareUnsigned(text, other.text);
    return descending ? -ascending : ascending;
  }

  void writeTo(ByteBuffer bytes) {
    if (missing) {
      bytes.put(IS_MISSING);
    } else if (text.length > 0 || number == 0 && text != NO_TEXT) {
      bytes.put(IS_TEXT).putShort((short) text.length).put(text);
    } else {
      bytes.put(IS_NUMBER).putLong(number);
    }
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  static SortValue readFrom(ByteBuffer bytes) {
    byte kind = bytes.get();
    if (kind == IS_TEXT) {
      int length = bytes.getShort();
      if (length < 0 || length > RowOrder.TEXT_BYTES) {
        throw new IllegalArgumentException("No text to sort by is so long: " + length);
      }
      byte[] text = new byte[length];
      bytes.get(text);
      return of(text);
    }
    if (kind != IS_NUMBER && kind != IS_MISSING) {
      throw new IllegalArgumentException("No kind of value to sort by: " + kind);
    }
    return kind == IS_NUMBER ? of(bytes.getLong()) : MISSING;
  }
}
