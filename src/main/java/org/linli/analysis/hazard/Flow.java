package org.linli.analysis.hazard;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleFunction;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/** What came and what went in the window, and how the stock of open hazards moved with it. */
final class Flow {
  private final Scope scope;
  private final Casebook casebook;
  private final HazardParameters parameters;

  Flow(Scope scope) {
    this.scope = scope;
    this.casebook = scope.casebook();
    this.parameters = scope.parameters();
  }

  List<Metric> metrics() {
    return List.of(
        reported(),
        ended("hazards.resolved", casebook::resolved),
        ended("hazards.rejected", casebook::rejected),
        new PerResidents(scope).metric("hazards.reported.per_1000", scope::isReportedInWindow));
  }

  Metric reported() {
    return counted(
        "hazards.reported",
        scope.where(scope::isReportedInWindow),
        List.of(scope.reportedUnknown()));
  }

  private Metric ended(String id, IntToLongFunction end) {
    return counted(
        id,
        scope.where(i -> parameters.isInWindow(end.applyAsLong(i))),
        List.of(scope.endUnknown()));
  }

  private Metric counted(String id, RowSet rows, List<Exclusion> left) {
    Metric.Draft draft = scope.metric(id).counting(rows).without(left);
    return scope.hasRecords() ? draft.value(rows.size()) : draft.absent("no_records");
  }

  /**
   * The stock at the end of each step, and what came and went in it. A step before the first report
   * says nothing: nobody knows what was open when nobody wrote it down.
   */
  List<Series> series() {
    Severity severity = new Severity(casebook, parameters.weights());
    return List.of(
        series("stock.open", step -> count(casebook.openAt(step.last()))),
        series(
            "stock.weighted",
            step ->
                scope
                    .filter(casebook.openAt(step.last()).and(severity::isKnown))
                    .mapToDouble(severity::weight)
                    .sum()),
        series("flow.reported", step -> count(i -> step.contains(casebook.reported(i)))),
        series("flow.resolved", step -> count(i -> step.contains(casebook.resolved(i)))),
        series("flow.rejected", step -> count(i -> step.contains(casebook.rejected(i)))));
  }

  private double count(IntPredicate test) {
    return scope.filter(test).count();
  }

  private Series series(String id, ToDoubleFunction<Steps.Step> number) {
    long first = casebook.firstReport();
    return new Series(
        HazardAnalysis.DEFINITION.getSeries(id),
        Steps.between(parameters.from(), parameters.asOf(), parameters.step()).stream()
            .map(
                step ->
                    Series.Point.of(
                        step.day().toString(),
                        step.last() < first ? Double.NaN : number.applyAsDouble(step)))
            .toList());
  }
}
