package org.linli.analysis.impact;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * The rate ratios that the data do not rule out.
 *
 * @param low 0 where the interval is open below
 * @param high empty where it is open above
 */
record Interval(double low, OptionalDouble high) {
  private static final double FAR = 40;
  private static final double STEP = 1.0 / 16;
  private static final int HALVINGS = 60;

  /**
   * The smallest interval that holds every ratio that is allowed, solved from outside inward along
   * the logarithm.
   *
   * @param allows tells of a rate ratio, 0 and infinity among them
   * @param inside the logarithm of a ratio that is allowed; infinite where only an end is
   */
  static Interval of(DoublePredicate allows, double inside) {
    double middle = Math.max(-FAR, Math.min(FAR, inside));
    double low = allows.test(0) ? 0 : Math.exp(edge(allows, -FAR, middle));
    OptionalDouble high =
        allows.test(Double.POSITIVE_INFINITY)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.exp(edge(allows, FAR, middle)));
    return new Interval(low, high);
  }

  private static double edge(DoublePredicate allows, double outer, double inner) {
    double step = Math.copySign(STEP, inner - outer);
    double out = outer;
    double in = outer + step;
    while ((inner - in) * step > 0 && !allows.test(Math.exp(in))) {
      out = in;
      in += step;
    }
    in = (inner - in) * step > 0 ? in : inner;
    for (int i = 0; i < HALVINGS; i++) {
      double half = (out + in) / 2;
      if (allows.test(Math.exp(half))) {
        in = half;
      } else {
        out = half;
      }
    }
    return in;
  }

  boolean holds(double ratio) {
    return ratio >= low && (high.isEmpty() || ratio <= high.getAsDouble());
  }

  boolean isBelow(double ratio) {
    return high.isPresent() && high.getAsDouble() < ratio;
  }

  boolean isAbove(double ratio) {
    return low > ratio;
  }
}
