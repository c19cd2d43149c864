package org.linli.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes a coordinate for people: 13211199.8832553, not 1.32111998832553E7. */
final class PlainNumber {

  /** Beyond this a number is no coordinate, and its digits would fill the page. */
  private static final double LARGEST = 1e15;

  private static final int DECIMALS = 7;

  private PlainNumber() {}

  static String of(double value) {
    if (!(Math.abs(value) < LARGEST)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
