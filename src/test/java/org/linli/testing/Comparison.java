package org.linli.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.linli.layer.Feature;
import org.linli.testing.RandomFilters.Filter;

/** What CQL2 says of values and truths, in the plainest way; null is unknown. */
final class Comparison {
  static final String[] SIGNS = {"=", "<>", "<", ">", "<=", ">="};
  private static final ZoneId COMMUNITY = ZoneId.of("Asia/Shanghai");

  private Comparison() {}

  interface Order<T> {
    int compare(T left, T right);
  }

  static <T> Filter compared(Dice dice, Term<T> left, Term<T> right, Order<T> order) {
    String sign = dice.oneOf(SIGNS);
    return new Filter(
        left.text() + " " + sign + " " + right.text(),
        f -> holds(sign, left.of().apply(f), right.of().apply(f), order));
  }

  static <T> Boolean holds(String sign, T left, T right, Order<T> order) {
    if (left == null || right == null) {
      return null;
    }
    int compared = order.compare(left, right);
    return switch (sign) {
      case "=" -> compared == 0;
      case "<>" -> compared != 0;
      case "<" -> compared < 0;
      case ">" -> compared > 0;
      case "<=" -> compared <= 0;
      default -> compared >= 0;
    };
  }

  static Boolean not(Boolean truth) {
    return truth == null ? null : !truth;
  }

  static Boolean joined(List<Filter> parts, Feature feature, boolean and) {
    boolean unknown = false;
    for (Filter part : parts) {
      Boolean truth = part.truth().apply(feature);
      if (truth == null) {
        unknown = true;
      } else if (truth != and) {
        return !and;
      }
    }
    return unknown ? null : and;
  }

  static int byCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
  }

  static int byNumber(Number left, Number right) {
    return left instanceof Long a && right instanceof Long b
        ? a.compareTo(b)
        : Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
  }

  static int byTime(Object left, Object right) {
    return left instanceof Instant a && right instanceof Instant b
        ? a.compareTo(b)
        : dayOf(left).compareTo(dayOf(right));
  }

  static LocalDate dayOf(Object time) {
    return time instanceof Instant instant
        ? LocalDate.ofInstant(instant, COMMUNITY)
        : (LocalDate) time;
  }
}
