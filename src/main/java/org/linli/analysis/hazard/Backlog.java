package org.linli.analysis.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/** What is open at the moment, and how much of it is late by how long. */
final class Backlog {
  private static final int[] LEAST_DAYS_LATE = {0, 7, 30, 90, 365};
  private final Scope scope;
  private final Casebook casebook;
  private final long asOf;

  Backlog(Scope scope) {
    this.scope = scope;
    this.casebook = scope.casebook();
    this.asOf = scope.parameters().asOf();
  }

  List<Metric> metrics() {
    RowSet open = scope.where(casebook.openAt(asOf));
    return List.of(
        counted("hazards.open", open, List.of(scope.reportedUnknown(), scope.endUnknown())),
        weighted(),
        new PerResidents(scope).metric("hazards.open.per_1000", casebook.openAt(asOf)),
        overdue(),
        median("backlog.age", casebook::reported),
        median("backlog.late", casebook::deadline));
  }

  /** The number of open and of overdue hazards, for a community. */
  List<Metric> headline() {
    return List.of(metrics().get(0), metrics().get(2), overdue());
  }

  private Metric counted(String id, RowSet rows, List<Exclusion> left) {
    Metric.Draft draft = scope.metric(id).counting(rows).without(left);
    return scope.hasRecords() ? draft.value(rows.size()) : draft.absent("no_records");
  }

  private Metric weighted() {
    Severity severity = new Severity(casebook, scope.parameters().weights());
    IntPredicate open = casebook.openAt(asOf);
    RowSet counted = scope.where(open.and(severity::isKnown));
    Exclusion unknown = scope.without("severity_unknown", open.and(i -> !severity.isKnown(i)));
    Metric.Draft draft =
        scope
            .metric("hazards.open.weighted")
            .counting(counted)
            .without(List.of(scope.reportedUnknown(), scope.endUnknown(), unknown));
    if (!scope.hasRecords()) {
      return draft.absent("no_records");
    }
    return counted.isEmpty() && unknown.count() > 0
        ? draft.absent("severity_unknown")
        : draft.value(counted.rows().mapToDouble(severity::weight).sum());
  }

  /** At its very deadline a hazard can still be closed on time. */
  private boolean isOverdue(int hazard) {
    return casebook.isOpenAt(hazard, asOf) && casebook.isDueBy(hazard, asOf - 1);
  }

  private List<Exclusion> undated() {
    List<Exclusion> left = new ArrayList<>(List.of(scope.reportedUnknown(), scope.endUnknown()));
    left.add(
        scope.without(
            "deadline_unknown", i -> casebook.isOpenAt(i, asOf) && !casebook.hasDeadline(i)));
    return left;
  }

  private Metric overdue() {
    return counted("backlog.overdue", scope.where(this::isOverdue), undated());
  }

  private Metric median(String id, IntToLongFunction since) {
    RowSet rows = scope.where(this::isOverdue);
    double[] days =
        rows.rows()
            .mapToDouble(i -> (asOf - since.applyAsLong(i)) / HazardParameters.MILLIS_PER_DAY)
            .sorted()
            .toArray();
    return scope
        .metric(id)
        .counting(rows)
        .without(undated())
        .valueOr(median(days), "nothing_to_count");
  }

  private static OptionalDouble median(double[] ascending) {
    int size = ascending.length;
    return Arrays.stream(ascending, Math.max(0, (size - 1) / 2), Math.min(size, size / 2 + 1))
        .average();
  }

  /** How many are late by at least so many days and less than the next. */
  Series lateBy() {
    List<Series.Point> points = new ArrayList<>();
    for (int band = 0; band < LEAST_DAYS_LATE.length && scope.hasRecords(); band++) {
      double least = LEAST_DAYS_LATE[band];
      double end =
          band + 1 < LEAST_DAYS_LATE.length ? LEAST_DAYS_LATE[band + 1] : Double.POSITIVE_INFINITY;
      long count =
          scope
              .filter(this::isOverdue)
              .mapToDouble(i -> (asOf - casebook.deadline(i)) / HazardParameters.MILLIS_PER_DAY)
              .filter(late -> late >= least && late < end)
              .count();
      points.add(Series.Point.of(Integer.toString(LEAST_DAYS_LATE[band]), count));
    }
    return new Series(HazardAnalysis.DEFINITION.getSeries("backlog.late_by"), points);
  }
}
