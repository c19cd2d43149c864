package org.linli.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Several conditions as one: the least of their values is their conjunction, the greatest their
 * disjunction. The swift ones are asked first, in runs, as long as many rows are open; then, and
 * the others, only about the rows that are.
 */
final class JoinedTest implements RowTest {
  /** Of fewer than one row in so many, one asks each rather than all. */
  private static final int SPARSE = 4;

  private final RowTest[] tests;
  private final int swift;

  /** What no other test can change; and 1 when the least counts, -1 when the greatest does. */
  private final int settled;

  private final int sense;
  private byte[] scratch = {};

  private JoinedTest(List<RowTest> tests, int settled, int sense) {
    this.tests =
        tests.stream()
            .sorted(Comparator.comparing(test -> !test.isSwift()))
            .toArray(RowTest[]::new);
    this.swift = (int) tests.stream().filter(RowTest::isSwift).count();
    this.settled = settled;
    this.sense = sense;
  }

  static RowTest least(List<RowTest> tests) {
    return new JoinedTest(tests, FALSE, 1);
  }

  static RowTest greatest(List<RowTest> tests) {
    return new JoinedTest(tests, TRUE, -1);
  }

  @Override
  public int test(int row) {
    return rest(0, TRUE - settled, row);
  }

  /** What the tests from one on make of a value. */
  private int rest(int start, int soFar, int row) {
    int value = soFar;
    for (int i = start; i < tests.length && value != settled; i++) {
      value = joined(value, tests[i].test(row));
    }
    return value;
  }

  private int joined(int a, int b) {
    return sense > 0 ? Math.min(a, b) : Math.max(a, b);
  }

  @Override
  public void run(int first, int count, byte[] values) {
    int asked = Math.min(1, swift);
    if (asked > 0) {
      tests[0].run(first, count, values);
    } else {
      Arrays.fill(values, 0, count, (byte) (TRUE - settled));
    }
    while (asked < swift && open(values, count) > count / SPARSE) {
      join(tests[asked++], first, count, values);
    }
    if (asked < tests.length) {
      askOfOpen(asked, first, count, values);
    }
  }

  /** How many rows are not settled yet. */
  private int open(byte[] values, int count) {
    int open = 0;
    int i = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      open += Long.bitCount(openOf(EightValues.get(values, i)));
    }
    for (; i < count; i++) {
      open += values[i] == settled ? 0 : 1;
    }
    return open;
  }

  private long openOf(long eight) {
    return settled == FALSE ? EightValues.notFalse(eight) : EightValues.notTrue(eight);
  }

  private void join(RowTest test, int first, int count, byte[] values) {
    scratch = scratch.length < count ? new byte[count] : scratch;
    byte[] others = scratch;
    test.run(first, count, others);
    int i = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      EightValues.set(
          values, i, joinedEight(EightValues.get(values, i), EightValues.get(others, i)));
    }
    for (; i < count; i++) {
      values[i] = (byte) joined(values[i], others[i]);
    }
  }

  private long joinedEight(long a, long b) {
    return sense > 0 ? EightValues.least(a, b) : EightValues.greatest(a, b);
  }

  private void askOfOpen(int start, int first, int count, byte[] values) {
    int i = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      for (long open = openOf(EightValues.get(values, i)); open != 0; open &= open - 1) {
        int at = i + EightValues.first(open);
        values[at] = (byte) rest(start, values[at], first + at);
      }
    }
    for (; i < count; i++) {
      values[i] = (byte) rest(start, values[i], first + i);
    }
  }

  @Override
  public boolean isSwift() {
    return swift == tests.length;
  }

  /** The contrary; what is unknown remains so. */
  record Not(RowTest test) implements RowTest {
    @Override
    public int test(int row) {
      return TRUE - test.test(row);
    }

    @Override
    public void run(int first, int count, byte[] values) {
      test.run(first, count, values);
      for (int i = 0; i < count; i++) {
        values[i] = (byte) (TRUE - values[i]);
      }
    }

    @Override
    public boolean isSwift() {
      return test.isSwift();
    }
  }
}
