package org.linli.ingest.values;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Numbers as text files write them: ASCII digits, a minus, a decimal point. Digits that look like a
 * name rather than a quantity (a leading zero, more than 15 of them) are no number: rounding would
 * change them.
 */
public final class TextNumbers {
  /** Doubles, and with them JavaScript and spreadsheets, keep 15 decimal digits apart. */
  public static final int MOST_DIGITS = 15;

  private TextNumbers() {}

  /** Whether the text is a whole number that stands for a quantity. */
  static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    return digits > 0
        && digits <= MOST_DIGITS
        && allDigits(text, start, text.length())
        && (digits == 1 || text.charAt(start) != '0');
  }

  /** Whether the text is a number that stands for a quantity. */
  static boolean isReal(String text) {
    return isInteger(text) || isDecimal(text) && findReal(text).isPresent();
  }

  private static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return end > start && end < text.length() && !leadingZero && end - start <= MOST_DIGITS;
  }

  private static boolean allDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The whole number that the text stands for, written as {@code 12}, {@code 012} or {@code 12.0}.
   */
  public static OptionalLong findInteger(String text) {
    OptionalDouble real = findReal(text);
    double value = real.orElse(Double.NaN);
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? OptionalLong.of((long) value) : OptionalLong.empty();
  }

  /** The finite number that the text stands for. */
  public static OptionalDouble findReal(String text) {
    if (text.isEmpty() || !isPlain(text)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notOne) {
      return OptionalDouble.empty();
    }
  }

  /** Java would also read {@code 1d}, {@code 0x1p3} and {@code NaN}. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }
}
