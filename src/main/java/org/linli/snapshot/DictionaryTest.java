package org.linli.snapshot;

import java.util.function.IntPredicate;
import org.linli.snapshot.Column.TextColumn;

/** A condition on a text field, worked out once for each different text that is met. */
final class DictionaryTest implements RowTest {
  private static final byte NOT_YET = -1;

  /** With more texts, those that another condition excludes had better not be worked out. */
  private static final int FEW = 1000;

  private final TextColumn column;
  private final IntPredicate condition;
  private final byte[] known;
  private int workedOut;

  /**
   * @param condition of the text of a number in the column's dictionary
   */
  DictionaryTest(TextColumn column, IntPredicate condition) {
    this.column = column;
    this.condition = condition;
    this.known = new byte[column.dictionary().size()];
    java.util.Arrays.fill(known, NOT_YET);
  }

  @Override
  public int test(int row) {
    return of(column.id(row));
  }

  private int of(int id) {
    if (id < 0) {
      return UNKNOWN;
    }
    return known[id] == NOT_YET ? workOut(id) : known[id];
  }

  private int workOut(int id) {
    workedOut++;
    known[id] = (byte) RowTest.of(condition.test(id));
    return known[id];
  }

  @Override
  public void run(int first, int count, byte[] values) {
    int[] ids = column.ids();
    for (int i = 0; i < count; i++) {
      values[i] = (byte) of(ids[first + i]);
    }
  }

  /** It is once the texts are known, of which there are seldom many. */
  @Override
  public boolean isSwift() {
    return known.length <= FEW;
  }

  /** How many texts the condition was asked about. */
  int workedOut() {
    return workedOut;
  }
}
