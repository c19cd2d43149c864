package org.linli.analysis.hazard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleFunction;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/**
 * How many days from the report to an event, of the hazards reported in the window. Those still
 * waiting count with the time they have waited.
 */
final class Delays {
  private static final int KEY_DECIMALS = 6;
  private static final long NEVER = LayerRows.NEVER;
  private final Scope scope;
  private final Casebook casebook;
  private final long asOf;
  private final String name;
  private final IntToLongFunction event;
  private final List<Exclusion> left;
  private final RowSet cohort;
  private final Survival survival;

  private Delays(Scope scope, String name, IntToLongFunction event, IntPredicate leaves) {
    this.scope = scope;
    this.casebook = scope.casebook();
    this.asOf = scope.parameters().asOf();
    this.name = name;
    this.event = event;
    IntPredicate unknown = i -> casebook.isEndUnknown(i, asOf) && event.applyAsLong(i) == NEVER;
    IntPredicate early = unknown.or(leaves).negate().and(this::isEarly);
    this.left =
        List.of(
            scope.reportedUnknown(),
            inWindow("end_unknown", unknown),
            inWindow("rejected", leaves),
            inWindow("ended_before_reported", early));
    this.cohort =
        scope.where(i -> scope.isReportedInWindow(i) && !unknown.or(leaves).or(early).test(i));
    int[] rows = cohort.rows().toArray();
    double[] days = new double[rows.length];
    boolean[] ended = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ended[i] = hasHappened(rows[i]);
      long until = ended[i] ? event.applyAsLong(rows[i]) : asOf;
      days[i] = (until - casebook.reported(rows[i])) / HazardParameters.MILLIS_PER_DAY;
    }
    this.survival = Survival.of(days, ended);
  }

  /** Until it is resolved; a rejected one leaves, for it was none. */
  static Delays toClose(Scope scope) {
    long asOf = scope.parameters().asOf();
    return new Delays(
        scope,
        "days.to_close",
        scope.casebook()::resolved,
        i -> scope.casebook().isRejectedBy(i, asOf));
  }

  /** Until anything is done about it; to reject it is to act. */
  static Delays toAct(Scope scope) {
    return new Delays(scope, "days.to_act", scope.casebook()::acted, i -> false);
  }

  private boolean hasHappened(int hazard) {
    return event.applyAsLong(hazard) != NEVER && event.applyAsLong(hazard) <= asOf;
  }

  private boolean isEarly(int hazard) {
    return hasHappened(hazard) && event.applyAsLong(hazard) < casebook.reported(hazard);
  }

  private Exclusion inWindow(String reason, IntPredicate test) {
    return scope.without(reason, i -> scope.isReportedInWindow(i) && test.test(i));
  }

  /** The median and the limits of its interval. */
  List<Metric> metrics() {
    return List.of(
        median(),
        draft("lower").valueOr(survival.medianLower(), absence()),
        draft("upper").valueOr(survival.medianUpper(), absence()));
  }

  Metric median() {
    return draft("median").valueOr(survival.median(), absence());
  }

  private Metric.Draft draft(String number) {
    return scope.metric(name + "." + number).counting(cohort).without(left);
  }

  private String absence() {
    return cohort.isEmpty() ? "nothing_to_count" : "not_reached";
  }

  /** The curve with its limits; its keys are days. */
  List<Series> curve() {
    return List.of(
        series("survival.open", Survival.Point::share),
        series("survival.lower", Survival.Point::lower),
        series("survival.upper", Survival.Point::upper));
  }

  private Series series(String id, ToDoubleFunction<Survival.Point> curve) {
    List<Series.Point> points = new ArrayList<>();
    if (!cohort.isEmpty()) {
      points.add(Series.Point.of("0", 1));
    }
    survival
        .points()
        .forEach(point -> points.add(Series.Point.of(key(point), curve.applyAsDouble(point))));
    return new Series(HazardAnalysis.DEFINITION.getSeries(id), points);
  }

  private static String key(Survival.Point point) {
    return BigDecimal.valueOf(point.time())
        .setScale(KEY_DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
