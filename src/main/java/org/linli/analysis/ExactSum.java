package org.linli.analysis;

import java.math.BigDecimal;

/**
 * A sum of numbers without rounding, so that what was added can be taken away again and nothing of
 * it is left, and the order does not matter. Whole numbers, which most are, cost an addition.
 */
public final class ExactSum {
  private static final double MOST_WHOLE = 1L << 53;
  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;

  public void add(double number) {
    if (number == Math.rint(number) && Math.abs(number) <= MOST_WHOLE) {
      add((long) number);
    } else {
      rest = rest.add(new BigDecimal(number));
    }
  }

  public void add(long number) {
    long sum = whole + number;
    if (((whole ^ sum) & (number ^ sum)) < 0) {
      rest = rest.add(BigDecimal.valueOf(whole));
      sum = number;
    }
    whole = sum;
  }

  public void add(ExactSum other) {
    add(other.whole);
    rest = rest.add(other.rest);
  }

  public void subtract(ExactSum other) {
    if (other.whole == Long.MIN_VALUE) {
      rest = rest.subtract(BigDecimal.valueOf(other.whole));
    } else {
      add(-other.whole);
    }
    rest = rest.subtract(other.rest);
  }

  /** The nearest double. */
  public double value() {
    return rest.signum() == 0 ? whole : rest.add(BigDecimal.valueOf(whole)).doubleValue();
  }
}
