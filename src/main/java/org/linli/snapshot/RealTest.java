package org.linli.snapshot;

import org.linli.layer.Expression.Sign;
import org.linli.snapshot.Column.RealColumn;

/** A field of real numbers beside one number; a run of them takes one pass over the array. */
record RealTest(RealColumn column, Sign sign, double constant) implements RowTest {
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

  @Override
  public void run(int first, int count, byte[] values) {
    double[] numbers = column.values();
    int less = RowTest.of(sign.holds(-1));
    int equal = equal();
    int greater = greater();
    for (int i = 0; i < count; i++) {
      values[i] = (byte) of(numbers[first + i], less, equal, greater);
    }
  }

  @Override
  public boolean isSwift() {
    return true;
  }
}
