package org.linli.snapshot;

import org.linli.layer.Expression.Sign;
import org.linli.snapshot.Column.RealColumn;

/** A field of real numbers beside one number; a run of them takes one pass over the array. */
record RealTest(RealColumn column, Sign sign, double constant) implements RowTest {
  private static final int MANTISSA_BITS = 52;
  private static final int EXPONENT_BITS = 11;

  /** As many of its bits are set only in what is no finite number. */
  private static final int EXPONENT = (1 << EXPONENT_BITS) - 1;

  @Override
  public int test(int row) {
    return of(column.get(row), RowTest.of(sign.holds(-1)), equal(), greater());
  }

  private int equal() {
    return RowTest.of(sign.holds(0));
  }

  private int greater() {
    return RowTest.of(sign.holds(1));
  }

  private int of(double number, int less, int equal, int greater) {
    if (number < constant) {
      return less;
    }
    return number > constant ? greater : number == constant ? equal : UNKNOWN;
  }

  /** Without a branch, which the processor could not foresee. */
  @Override
  public void run(int first, int count, byte[] values) {
    double[] numbers = column.values();
    int less = RowTest.of(sign.holds(-1));
    int equal = equal();
    int greater = greater();
    long most = key(constant == 0 ? 0.0 : constant);
    long least = constant == 0 ? key(-0.0) : most;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(numbers[first + i]);
      long key = key(bits);
      int below = -isLess(key, least);
      int above = -isLess(most, key);
      int missing = ((int) (bits >>> MANTISSA_BITS & EXPONENT) + 1) >>> EXPONENT_BITS;
      int value = below & less | above & greater | ~(below | above) & equal;
      values[i] = (byte) (value & missing - 1 | missing);
    }
  }

  private static long key(double number) {
    return key(Double.doubleToRawLongBits(number));
  }

  /** A whole number in the order of the reals of these bits, with -0 just before 0. */
  private static long key(long bits) {
    return bits ^ bits >> 63 >>> 1;
  }

  /** 1 or 0. */
  private static int isLess(long a, long b) {
    return (int) ((a & ~b | ~(a ^ b) & a - b) >>> 63);
  }

  @Override
  public boolean isSwift() {
    return true;
  }
}
