package org.linli.snapshot;

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

  static int of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static RowTest always(int value) {
    return row -> value;
  }

  default RowTest negated() {
    return row -> TRUE - test(row);
  }

  default RowTest and(RowTest other) {
    return all(List.of(this, other));
  }

  /** The least of all: false before unknown before true. */
  static RowTest all(List<RowTest> tests) {
    RowTest[] each = tests.toArray(RowTest[]::new);
    return row -> {
      int least = TRUE;
      for (int i = 0; i < each.length && least != FALSE; i++) {
        least = Math.min(least, each[i].test(row));
      }
      return least;
    };
  }

  /** The greatest of all. */
  static RowTest any(List<RowTest> tests) {
    RowTest[] each = tests.toArray(RowTest[]::new);
    return row -> {
      int greatest = FALSE;
      for (int i = 0; i < each.length && greatest != TRUE; i++) {
        greatest = Math.max(greatest, each[i].test(row));
      }
      return greatest;
    };
  }
}
