package org.linli.layer;

import java.math.BigDecimal;

/** Reads a number of a filter; {@code 100.0} is the whole number 100. */
final class Cql2Number {
  private static final double BEYOND_LONG = 0x1p63;

  private Cql2Number() {}

  /**
   * @throws NumberFormatException if it is no decimal number, or beyond what a double holds
   */
  static Expression of(String text) {
    double value = Parameters.number(text);
    if (Math.abs(value) <= BEYOND_LONG && (value == 0 || Math.abs(value) >= 1)) {
      BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
      if (exact.scale() <= 0 && exact.toBigInteger().bitLength() < Long.SIZE) {
        return new Expression.Whole(exact.longValueExact());
      }
    }
    return new Expression.Real(value);
  }

  static Expression negated(Expression number) {
    return number instanceof Expression.Whole whole
        ? new Expression.Whole(Math.negateExact(whole.value()))
        : new Expression.Real(-((Expression.Real) number).value());
  }
}
