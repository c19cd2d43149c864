package org.linli.snapshot;

import java.util.function.IntPredicate;
import org.linli.snapshot.Column.TextColumn;

/** A condition on a text field, worked out once for each different text that is met. */
final class DictionaryTest implements RowTest {
  private static final byte NOT_YET = -1;

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
    int id = column.id(row);
    if (id < 0) {
      return UNKNOWN;
    }
    if (known[id] == NOT_YET) {
      workedOut++;
      known[id] = (byte) RowTest.of(condition.test(id));
    }
    return known[id];
  }

  /** How many texts the condition was asked about. */
  int workedOut() {
    return workedOut;
  }
}
