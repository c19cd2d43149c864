package org.linli.portal;

import java.nio.charset.StandardCharsets;

/**
 * Text made comparable for a search, byte by byte in UTF-8: capitals of ASCII and Latin-1 become
 * small, full-width ASCII (U+FF01 to U+FF5E, as Chinese keyboards type it) becomes plain. All else
 * stays. The result is never longer than the source.
 */
final class FoldedText {
  private byte[] bytes = new byte[64];
  private int length;

  static FoldedText of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    FoldedText folded = new FoldedText();
    folded.set(utf8, 0, utf8.length);
    return folded;
  }

  int length() {
    return length;
  }

  /** Becomes the folded form of a run of UTF-8. */
  void set(byte[] utf8, int start, int count) {
    if (bytes.length < count) {
      bytes = new byte[Math.max(count, 2 * bytes.length)];
    }
    length = 0;
    int end = start + count;
    int at = start;
    while (at < end) {
      at += fold(utf8, at, end);
    }
  }

  /** Appends what one character becomes; returns how many bytes of it were taken. */
  private int fold(byte[] utf8, int at, int end) {
    int first = utf8[at] & 0xFF;
    if (first < 0x80) {
      bytes[length++] = (byte) small(first);
      return 1;
    }
    if (first == 0xEF && at + 2 < end && isFullWidth(utf8[at + 1] & 0xFF, utf8[at + 2] & 0xFF)) {
      int ascii = ((utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F) - 0xF00 + 0x20;
      bytes[length++] = (byte) small(ascii);
      return 3;
    }
    if (first == 0xC3 && at + 1 < end) {
      bytes[length++] = (byte) first;
      bytes[length++] = (byte) smallLatin(utf8[at + 1] & 0xFF);
      return 2;
    }
    bytes[length++] = (byte) first;
    return 1;
  }

  /** U+FF01 to U+FF5E are EF BC 81 to EF BD 9E. */
  private static boolean isFullWidth(int second, int third) {
    return second == 0xBC && third >= 0x81 || second == 0xBD && third <= 0x9E;
  }

  private static int small(int ascii) {
    return ascii >= 'A' && ascii <= 'Z' ? ascii + 0x20 : ascii;
  }

  /** À to Þ but × (U+00C0 to U+00DE) are C3 80 to C3 9E, and their small ones 0x20 further. */
  private static int smallLatin(int second) {
    return second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second;
  }

  /** Where another text begins in this one; -1 if it does not. */
  int indexOf(FoldedText other) {
    for (int from = 0; from + other.length <= length; from++) {
      if (matchesAt(from, other)) {
        return from;
      }
    }
    return -1;
  }

  private boolean matchesAt(int from, FoldedText other) {
    for (int i = 0; i < other.length; i++) {
      if (bytes[from + i] != other.bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
