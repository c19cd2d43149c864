package org.linli.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Several conditions as one: the least of their values is their conjunction, the greatest their
 * disjunction. The swift ones are asked first, in runs; the others only about the rows that those
 * have left open.
 */
final class JoinedTest implements RowTest {
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
    Arrays.fill(values, 0, count, (byte) (TRUE - settled));
    for (int i = 0; i < swift; i++) {
      join(tests[i], first, count, values);
    }
    for (int i = 0; i < count && !isSwift(); i++) {
      values[i] = (byte) rest(swift, values[i], first + i);
    }
  }

  private void join(RowTest test, int first, int count, byte[] values) {
    scratch = scratch.length < count ? new byte[count] : scratch;
    byte[] others = scratch;
    test.run(first, count, others);
    if (sense > 0) {
      for (int i = 0; i < count; i++) {
        values[i] = (byte) Math.min(values[i], others[i]);
      }
    } else {
      for (int i = 0; i < count; i++) {
        values[i] = (byte) Math.max(values[i], others[i]);
      }
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
