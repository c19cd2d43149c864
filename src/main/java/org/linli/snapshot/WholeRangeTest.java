package org.linli.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import org.linli.layer.Expression.Sign;
import org.linli.snapshot.Column.ConstantColumn;
import org.linli.snapshot.Column.IntColumn;
import org.linli.snapshot.Column.LongColumn;
import org.linli.snapshot.Column.WholeColumn;

/**
 * Whether a whole number, day or moment lies from the least to the greatest, or outside of that; a
 * run of them takes one pass over the column's array.
 */
record WholeRangeTest(WholeColumn column, long least, long greatest, boolean inside)
    implements RowTest {

  /** A comparison with a constant in the column's unit. */
  static WholeRangeTest of(WholeColumn column, Sign sign, long constant) {
    return switch (sign) {
      case EQUAL -> between(column, constant, constant);
      case UNEQUAL -> new WholeRangeTest(column, constant, constant, false);
      case AT_MOST -> between(column, Long.MIN_VALUE, constant);
      case AT_LEAST -> between(column, constant, Long.MAX_VALUE);
      case LESS -> new WholeRangeTest(column, constant, Long.MAX_VALUE, false);
      case GREATER -> new WholeRangeTest(column, Long.MIN_VALUE, constant, false);
    };
  }

  static WholeRangeTest between(WholeColumn column, long least, long greatest) {
    return new WholeRangeTest(column, least, greatest, true);
  }

  @Override
  public int test(int row) {
    return column.isNull(row) ? UNKNOWN : of(column.get(row));
  }

  private int of(long value) {
    return RowTest.of((value >= least && value <= greatest) == inside);
  }

  @Override
  public boolean isSwift() {
    return true;
  }

  @Override
  public void run(int first, int count, byte[] values) {
    if (column instanceof IntColumn ints) {
      ints(ints.values(), first, count, values);
      missing(ints.nulls(), first, count, values);
    } else if (column instanceof LongColumn longs) {
      longs(longs.values(), first, count, values);
      missing(longs.nulls(), first, count, values);
    } else {
      Arrays.fill(values, 0, count, (byte) of(((ConstantColumn) column).constant()));
    }
  }

  /** Without a branch: a difference below zero tells that a number is outside. */
  private void ints(int[] numbers, int first, int count, byte[] values) {
    long low = Math.min(Math.max(least, Integer.MIN_VALUE), Integer.MAX_VALUE + 1L);
    long high = Math.max(Math.min(greatest, Integer.MAX_VALUE), Integer.MIN_VALUE - 1L);
    int flip = inside ? 1 : 0;
    for (int i = 0; i < count; i++) {
      long number = numbers[first + i];
      int outside = (int) ((number - low | high - number) >>> 63);
      values[i] = (byte) ((outside ^ flip) << 1);
    }
  }

  private void longs(long[] numbers, int first, int count, byte[] values) {
    for (int i = 0; i < count; i++) {
      values[i] = (byte) of(numbers[first + i]);
    }
  }

  private static void missing(BitSet nulls, int first, int count, byte[] values) {
    int end = first + count;
    for (int row = nulls.nextSetBit(first);
        row >= 0 && row < end;
        row = nulls.nextSetBit(row + 1)) {
      values[row - first] = UNKNOWN;
    }
  }
}
