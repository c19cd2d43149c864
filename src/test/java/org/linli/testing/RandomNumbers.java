package org.linli.testing;

import org.linli.testing.RandomFilters.Filter;

/** Random numbers and arithmetic, of the fields count and size. */
final class RandomNumbers {
  private final Dice dice;

  RandomNumbers(Dice dice) {
    this.dice = dice;
  }

  Term<Number> number(int depth) {
    return switch (dice.below(depth > 0 ? 6 : 4)) {
      case 0 -> new Term<>("count", f -> (Number) f.value(1));
      case 1 -> new Term<>("size", f -> (Number) f.value(3));
      case 2 -> wholeLiteral();
      case 3 -> {
        double value = dice.between(-8, 1000) / 8.0;
        yield value == Math.rint(value)
            ? new Term<>(String.valueOf(value), f -> (long) value)
            : new Term<>(String.valueOf(value), f -> value);
      }
      case 4 -> {
        Term<Number> inner = number(depth - 1);
        yield new Term<>("-1 * (" + inner.text() + ")", f -> result("*", -1L, inner.of().apply(f)));
      }
      default -> arithmetic(depth);
    };
  }

  private Term<Number> wholeLiteral() {
    long value =
        dice.oneOf(0L, 1L, -3L, 5L, 100L, 10_000_000_000L, 30_000_000_000L, Long.MAX_VALUE);
    return new Term<>(String.valueOf(value), f -> value);
  }

  private Term<Number> arithmetic(int depth) {
    String sign = dice.oneOf("+", "-", "*", "/", "%", "div", "^");
    Term<Number> left = number(depth - 1);
    Term<Number> right = number(depth - 1);
    return new Term<>(
        "(" + left.text() + ") " + sign + " (" + right.text() + ")",
        f -> result(sign, left.of().apply(f), right.of().apply(f)));
  }

  private static Number result(String sign, Number left, Number right) {
    if (left == null || right == null) {
      return null;
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    double result =
        switch (sign) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "%" -> a % b;
          case "div" -> a / b < 0 ? -Math.floor(-(a / b)) : Math.floor(a / b);
          default -> Math.pow(a, b);
        };
    return Double.isFinite(result) ? result : null;
  }

  Filter between() {
    Term<Number> value = number(1);
    Term<Number> low = number(1);
    Term<Number> high = number(1);
    boolean not = dice.below(3) == 0;
    return new Filter(
        value.text() + (not ? " NOT BETWEEN " : " BETWEEN ") + low.text() + " AND " + high.text(),
        f -> {
          Boolean above =
              Comparison.holds(">=", value.of().apply(f), low.of().apply(f), Comparison::byNumber);
          Boolean below =
              Comparison.holds("<=", value.of().apply(f), high.of().apply(f), Comparison::byNumber);
          Boolean within =
              Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)
                  ? Boolean.FALSE
                  : above == null || below == null ? null : Boolean.TRUE;
          return not ? Comparison.not(within) : within;
        });
  }
}
