package org.linli.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many texts as UTF-8 in one byte array, by number. Ordered by unsigned bytes, as code points are.
 */
public final class PackedText {
  private final byte[] bytes;
  private final int[] offsets;
  private final boolean plain;

  private PackedText(byte[] bytes, int[] offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.plain = isPlain(bytes);
  }

  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '"' || b == '\\' || (b >= 0 && b < 0x20)) {
        return false;
      }
    }
    return true;
  }

  /** Collects texts, numbered from 0. */
  static final class Builder {
    private byte[] bytes = new byte[1024];
    private int[] offsets = new int[64];
    private int count;

    int add(String text) {
      return add(text.getBytes(StandardCharsets.UTF_8));
    }

    int add(byte[] utf8) {
      int start = offsets[count];
      bytes = roomFor(bytes, Math.addExact(start, utf8.length));
      System.arraycopy(utf8, 0, bytes, start, utf8.length);
      if (count + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[count + 1] = start + utf8.length;
      return count++;
    }

    private static byte[] roomFor(byte[] array, int length) {
      if (length <= array.length) {
        return array;
      }
      return Arrays.copyOf(
          array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, array.length * 2L)));
    }

    int size() {
      return count;
    }

    PackedText finish() {
      return new PackedText(
          Arrays.copyOf(bytes, offsets[count]), Arrays.copyOf(offsets, count + 1));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public int size() {
    return offsets.length - 1;
  }

  public String get(int number) {
    return new String(bytes, offsets[number], length(number), StandardCharsets.UTF_8);
  }

  /** Where a text starts in {@link #bytes}. */
  public int start(int number) {
    return offsets[number];
  }

  public int length(int number) {
    return offsets[number + 1] - offsets[number];
  }

  /** A part of {@link Block#fetch}. */
  int fetch(int number) {
    int start = offsets[number];
    return start < bytes.length ? bytes[start] : 0;
  }

  /** The shared UTF-8 bytes; for reading only. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether no text needs an escape in JSON: no quote, backslash or control character in any. */
  public boolean isPlain() {
    return plain;
  }

  int compare(int left, int right) {
    return Arrays.compareUnsigned(
        bytes, offsets[left], offsets[left + 1], bytes, offsets[right], offsets[right + 1]);
  }

  int compare(int number, PackedText other, int otherNumber) {
    return Arrays.compareUnsigned(
        bytes,
        offsets[number],
        offsets[number + 1],
        other.bytes,
        other.offsets[otherNumber],
        other.offsets[otherNumber + 1]);
  }

  boolean startsWith(int number, byte[] utf8) {
    int start = offsets[number];
    return length(number) >= utf8.length
        && Arrays.equals(bytes, start, start + utf8.length, utf8, 0, utf8.length);
  }

  /** The number of a text, in any order; -1 when it is not here. */
  int indexOf(byte[] utf8) {
    for (int number = 0; number < size(); number++) {
      if (length(number) == utf8.length && compare(number, utf8) == 0) {
        return number;
      }
    }
    return -1;
  }

  int compare(int number, byte[] utf8) {
    return Arrays.compareUnsigned(
        bytes, offsets[number], offsets[number + 1], utf8, 0, utf8.length);
  }

  /** For texts in ascending order: the number of one, or -(where it would go) - 1. */
  int binarySearch(byte[] utf8) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, utf8);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
