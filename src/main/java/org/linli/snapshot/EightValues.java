package org.linli.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight values of {@link RowTest} at once, one in each byte of a number, the first in its lowest.
 */
final class EightValues {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** {@link RowTest#UNKNOWN} in each. */
  private static final long UNKNOWNS = 0x0101010101010101L;

  /** {@link RowTest#TRUE} in each. */
  private static final long TRUES = UNKNOWNS << 1;

  private EightValues() {}

  static long get(byte[] values, int from) {
    return (long) EIGHT.get(values, from);
  }

  static void set(byte[] values, int from, long eight) {
    EIGHT.set(values, from, eight);
  }

  /** The lowest bit of each byte that holds a true. */
  static long trues(long eight) {
    return eight >>> 1 & UNKNOWNS;
  }

  /** The lowest bit of each byte that holds no false. */
  static long notFalse(long eight) {
    return (eight | eight >>> 1) & UNKNOWNS;
  }

  /** The lowest bit of each byte that holds no true. */
  static long notTrue(long eight) {
    return ~trues(eight) & UNKNOWNS;
  }

  static long least(long a, long b) {
    long trues = a & b & TRUES;
    return trues | notFalse(a) & notFalse(b) & ~(trues >>> 1);
  }

  static long greatest(long a, long b) {
    long trues = (a | b) & TRUES;
    return trues | (a | b) & UNKNOWNS & ~(trues >>> 1);
  }

  /** In which byte the lowest bit is. */
  static int first(long bits) {
    return Long.numberOfTrailingZeros(bits) / Byte.SIZE;
  }
}
