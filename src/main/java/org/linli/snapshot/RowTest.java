package org.linli.snapshot;

import java.util.Arrays;
import java.util.List;

/**
 * A condition on the rows of one block, in three values: what depends on a missing value is neither
 * true nor false. Used by one thread.
 */
interface RowTest {
  int FALSE = 0;
  int UNKNOWN = 1;
  int TRUE = 2;

  int test(int row);

  /** Tests rows that follow each other: {@code values[i]} becomes that of {@code first + i}. */
  default void run(int first, int count, byte[] values) {
    for (int i = 0; i < count; i++) {
      values[i] = (byte) test(first + i);
    }
  }

  /** Whether a run costs so little that to ask for its rows one by one saves nothing. */
  default boolean isSwift() {
    return false;
  }

  static int of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static RowTest always(int value) {
    return new Always((byte) value);
  }

  /** The same of every row. */
  record Always(byte value) implements RowTest {
    @Override
    public int test(int row) {
      return value;
    }

    @Override
    public void run(int first, int count, byte[] values) {
      Arrays.fill(values, 0, count, value);
    }

    @Override
    public boolean isSwift() {
      return true;
    }
  }

  default RowTest negated() {
    return new JoinedTest.Not(this);
  }

  /** The least of all: false before unknown before true. */
  static RowTest all(List<RowTest> tests) {
    return tests.size() == 1 ? tests.get(0) : JoinedTest.least(tests);
  }

  /** The greatest of all. */
  static RowTest any(List<RowTest> tests) {
    return tests.size() == 1 ? tests.get(0) : JoinedTest.greatest(tests);
  }
}
