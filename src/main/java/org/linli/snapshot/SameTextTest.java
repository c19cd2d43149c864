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

  @Override
  public void run(int first, int count, byte[] values) {
    int[] ids = column.ids();
    for (int i = 0; i < count; i++) {
      values[i] = (byte) of(ids[first + i]);
    }
  }

  @Override
  public boolean isSwift() {
    return true;
  }
}
