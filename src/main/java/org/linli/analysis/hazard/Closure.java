package org.linli.analysis.hazard;

import java.util.List;
import java.util.function.IntPredicate;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/**
 * The rates by which offices are measured, of the hazards reported in the window. The first two
 * flatter: a closure counts at once, its unfinished peers only when they are due. The third counts
 * both only when due.
 */
final class Closure {
  private static final String NOTHING = "nothing_to_count";
  private final Scope scope;
  private final Casebook casebook;
  private final long asOf;

  Closure(Scope scope) {
    this.scope = scope;
    this.casebook = scope.casebook();
    this.asOf = scope.parameters().asOf();
  }

  List<Metric> metrics() {
    IntPredicate dueOrResolved = i -> isCounted(i) && (isDue(i) || isResolved(i));
    IntPredicate dated = casebook::hasDeadline;
    return List.of(
        metric("closure.rate", dueOrResolved, this::isResolved, i -> !isResolved(i)),
        metric("closure.on_time", dueOrResolved.and(dated), this::isOnTime, i -> true),
        metric("closure.due", i -> isCounted(i) && isDue(i), this::isOnTime, i -> true));
  }

  private boolean isCounted(int hazard) {
    return scope.isReportedInWindow(hazard)
        && !casebook.isRejectedBy(hazard, asOf)
        && !casebook.isEndUnknown(hazard, asOf);
  }

  private boolean isDue(int hazard) {
    return casebook.isDueBy(hazard, asOf);
  }

  private boolean isResolved(int hazard) {
    return casebook.isResolvedBy(hazard, asOf);
  }

  private boolean isOnTime(int hazard) {
    return isResolved(hazard) && casebook.isOnTime(hazard);
  }

  private Metric metric(
      String id, IntPredicate counted, IntPredicate good, IntPredicate needsDeadline) {
    RowSet all = scope.where(counted);
    return scope
        .metric(id)
        .counting(all)
        .without(left(counted, needsDeadline))
        .quotient(all.rows().filter(good).count(), all.size(), NOTHING);
  }

  private List<Exclusion> left(IntPredicate counted, IntPredicate needsDeadline) {
    IntPredicate uncounted = i -> isCounted(i) && !counted.test(i);
    return List.of(
        scope.reportedUnknown(),
        scope.without(
            "end_unknown", i -> scope.isReportedInWindow(i) && casebook.isEndUnknown(i, asOf)),
        scope.without(
            "rejected", i -> scope.isReportedInWindow(i) && casebook.isRejectedBy(i, asOf)),
        scope.without(
            "deadline_unknown", uncounted.and(needsDeadline).and(i -> !casebook.hasDeadline(i))),
        scope.without("not_due_yet", uncounted.and(casebook::hasDeadline)));
  }
}
