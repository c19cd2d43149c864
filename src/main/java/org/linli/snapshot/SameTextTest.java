package org.linli.snapshot;

import org.linli.snapshot.Column.TextColumn;

/**
 * Whether a field has one text, or another than that.
 *
 * @param wanted the text's number in the column's dictionary; negative if no row has it
 */
record SameTextTest(TextColumn column, int wanted, boolean equal) implements RowTest {
  @Override
  public int test(int row) {
    return of(column.id(row));
  }

  private int of(int id) {
    return id < 0 ? UNKNOWN : RowTest.of(id == wanted == equal);
  }

  /** Without a branch, which the processor could not foresee. */
  @Override
  public void run(int first, int count, byte[] values) {
    int[] ids = column.ids();
    int flip = equal ? 1 : 0;
    for (int i = 0; i < count; i++) {
      int id = ids[first + i];
      int difference = id ^ wanted;
      int missing = id >>> 31;
      int value = ((difference | -difference) >>> 31 ^ flip) << 1;
      values[i] = (byte) (value & missing - 1 | missing);
    }
  }

  @Override
  public boolean isSwift() {
    return true;
  }
}
