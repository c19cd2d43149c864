package org.linli.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as decimal ASCII, written into a byte array at a place that has {@link #MAX_LENGTH} bytes
 * of room; each method returns the place after the last digit. Nothing is allocated but for reals
 * of more than six decimals.
 */
public final class Decimals {
  /** No number takes more room while it is written. */
  public static final int MAX_LENGTH = 32;

  /** A position of two angles with brackets and comma takes no more room while it is written. */
  static final int MAX_POSITION_LENGTH = 32;

  /** The largest number of whole degrees that 32 bits of grid steps hold. */
  private static final int MAX_DEGREES = 214;

  private static final int GRID_STEPS = 10_000_000;
  private static final double REAL_STEPS = 1e6;
  private static final double EXACT_LIMIT = 1e15;
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle EIGHT_BYTES = TextBytes.EIGHT_BYTES;
  private static final long EIGHT_ZEROS = 0x0101010101010101L * '0';

  /** What makes eight digits ASCII, the first of which is 0 and becomes a point. */
  private static final long POINT_AND_ZEROS = EIGHT_ZEROS - '0' + '.';

  private static final int EIGHT_DIGITS = 100_000_000;
  private static final int[] DEGREES = degrees();
  private static final long[] TWO_DIGITS = twoDigits();
  private static final long[] POWERS_OF_TEN = powersOfTen();

  private Decimals() {}

  /** As many digits as each has, then what will be overwritten. */
  private static int[] degrees() {
    int[] table = new int[MAX_DEGREES + 1];
    for (int i = 0; i < table.length; i++) {
      String digits = (i + "    ").substring(0, Integer.BYTES);
      table[i] = ascii(digits.charAt(0), digits.charAt(1), digits.charAt(2), digits.charAt(3));
    }
    return table;
  }

  private static long[] twoDigits() {
    long[] table = new long[100];
    for (int i = 0; i < table.length; i++) {
      table[i] = ascii('0' + i / 10, '0' + i % 10, 0, 0);
    }
    return table;
  }

  private static int ascii(int first, int second, int third, int fourth) {
    return first | second << 8 | third << 16 | fourth << 24;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** Degrees that are a whole number of 1e-7 steps: the shortest decimal of that value. */
  static int grid(byte[] to, int at, int steps) {
    int next = at;
    long magnitude = steps;
    if (steps < 0) {
      to[next++] = '-';
      magnitude = -magnitude;
    }
    int whole = (int) (magnitude / GRID_STEPS);
    int fraction = (int) (magnitude - (long) whole * GRID_STEPS);
    FOUR_BYTES.set(to, next, DEGREES[whole]);
    next += whole < 10 ? 1 : whole < 100 ? 2 : 3;
    return decimals(to, next, eightDigits(fraction));
  }

  /**
   * Positions as JSON has them, with commas between.
   *
   * @param lead which of a vertex's two angles comes first: 0 or 1
   * @see TextBytes#gridPositions
   */
  static int gridPositions(byte[] to, int at, int[] xy, int first, int count, int step, int lead) {
    int next = at;
    for (int i = 0, vertex = first; i < count; i++, vertex += step) {
      to[next++] = '[';
      next = grid(to, next, xy[2 * vertex + lead]);
      to[next++] = ',';
      next = grid(to, next, xy[2 * vertex + 1 - lead]);
      to[next++] = ']';
      to[next++] = ',';
    }
    return next - 1;
  }

  /**
   * A number of up to eight digits, one in each byte, the first in the lowest. Two are parted in
   * four numbers at once, without a table: one of all fours of digits would push other things out
   * of the processor's cache.
   */
  private static long eightDigits(int number) {
    long fours = number / 10_000 | (long) (number % 10_000) << 32;
    long hundreds = fours * 10_486 >>> 20 & 0x0000_007F_0000_007FL;
    long twos = hundreds | fours - 100 * hundreds << 16;
    long tens = twos * 103 >>> 10 & 0x000F_000F_000F_000FL;
    return tens | twos - 10 * tens << 8;
  }

  /** A point and decimals without zeros at their end; nothing for zeros alone. */
  private static int decimals(byte[] to, int at, long zeroAndSeven) {
    EIGHT_BYTES.set(to, at, zeroAndSeven + POINT_AND_ZEROS);
    return at + Long.BYTES - Long.numberOfLeadingZeros(zeroAndSeven) / Byte.SIZE;
  }

  public static int whole(byte[] to, int at, long value) {
    if (value == Long.MIN_VALUE) {
      return text(to, at, Long.toString(value));
    }
    int next = at;
    if (value < 0) {
      to[next++] = '-';
    }
    return digits(to, next, Math.abs(value));
  }

  private static int digits(byte[] to, int at, long value) {
    if (value >= EIGHT_DIGITS) {
      return eight(to, digits(to, at, value / EIGHT_DIGITS), (int) (value % EIGHT_DIGITS));
    }
    long digits = eightDigits((int) value);
    int leading = Math.min(Long.numberOfTrailingZeros(digits) / Byte.SIZE, Long.BYTES - 1);
    EIGHT_BYTES.set(to, at, digits + EIGHT_ZEROS >>> leading * Byte.SIZE);
    return at + Long.BYTES - leading;
  }

  private static int eight(byte[] to, int at, int value) {
    EIGHT_BYTES.set(to, at, eightDigits(value) + EIGHT_ZEROS);
    return at + Long.BYTES;
  }

  /** A number that is not negative, with zeros in front up to a length of at most 16. */
  public static int padded(byte[] to, int at, long value, int length) {
    if (length > Long.BYTES) {
      int next = padded(to, at, value / EIGHT_DIGITS, length - Long.BYTES);
      return eight(to, next, (int) (value % EIGHT_DIGITS));
    }
    long digits = eightDigits((int) value) + EIGHT_ZEROS;
    EIGHT_BYTES.set(to, at, digits >>> (Long.BYTES - length) * Byte.SIZE);
    return at + length;
  }

  /** Two numbers below 100, each of two digits behind a sign; takes eight bytes of room. */
  static void twoPairs(byte[] to, int at, char firstSign, int first, char secondSign, int second) {
    long pairs = TWO_DIGITS[first] << Byte.SIZE | TWO_DIGITS[second] << 4 * Byte.SIZE;
    EIGHT_BYTES.set(to, at, pairs | firstSign | (long) secondSign << 3 * Byte.SIZE);
  }

  /** A finite number such that it reads back as the same double; a whole one ends in {@code .0}. */
  public static int real(byte[] to, int at, double value) {
    double scaled = Math.rint(value * REAL_STEPS);
    // The quotient of two exact doubles is what a parser makes of these decimals.
    if (Math.abs(scaled) < EXACT_LIMIT && scaled / REAL_STEPS == value) {
      return sixDecimals(to, at, (long) scaled);
    }
    return text(to, at, Double.toString(value));
  }

  private static int sixDecimals(byte[] to, int at, long millionths) {
    int next = at;
    if (millionths < 0) {
      to[next++] = '-';
    }
    long magnitude = Math.abs(millionths);
    next = digits(to, next, magnitude / 1_000_000);
    long decimals = eightDigits((int) (magnitude % 1_000_000) * 10);
    return Math.max(decimals(to, next, decimals), next + 2);
  }

  /** A finite number rounded to so many decimals, 0 to 9, without zeros at its end. */
  static int rounded(byte[] to, int at, double value, int decimals) {
    long scale = POWERS_OF_TEN[decimals];
    long scaled = Math.round(value * scale);
    int next = at;
    if (scaled < 0) {
      to[next++] = '-';
    }
    long magnitude = Math.abs(scaled);
    next = digits(to, next, magnitude / scale);
    if (magnitude % scale == 0) {
      return next;
    }
    to[next++] = '.';
    return withoutZeros(to, padded(to, next, magnitude % scale, decimals));
  }

  private static int withoutZeros(byte[] to, int end) {
    int next = end;
    while (to[next - 1] == '0') {
      next--;
    }
    return next;
  }

  private static int text(byte[] to, int at, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, to, at, bytes.length);
    return at + bytes.length;
  }
}
