package org.linli.analysis.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/** What came and what went in the window, and how the stock of open hazards moved with it. */
final class Flow {
  private final Scope scope;
  private final Casebook casebook;
  private final HazardParameters parameters;
  private final List<Steps.Step> steps;
  private final long[] ends;

  Flow(Scope scope) {
    this.scope = scope;
    this.casebook = scope.casebook();
    this.parameters = scope.parameters();
    this.steps = Steps.between(parameters.from(), parameters.asOf(), parameters.step());
    this.ends = steps.stream().mapToLong(Steps.Step::last).toArray();
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
        series("stock.open", stock(i -> true, i -> 1)),
        series("stock.weighted", stock(severity::isKnown, severity::weight)),
        series("flow.reported", flow(casebook::reported)),
        series("flow.resolved", flow(casebook::resolved)),
        series("flow.rejected", flow(casebook::rejected)));
  }

  /** What is open at the end of each step: all that came up to then less all that went. */
  private double[] stock(IntPredicate counted, IntToDoubleFunction weight) {
    double[] sums = new double[steps.size() + 1];
    scope
        .filter(counted.and(i -> !casebook.isReportedUnknown(i) && !casebook.isEndUnknown(i)))
        .filter(i -> stepUpTo(casebook.ended(i)) > stepUpTo(casebook.reported(i)))
        .forEach(
            i -> {
              sums[stepUpTo(casebook.reported(i))] += weight.applyAsDouble(i);
              sums[stepUpTo(casebook.ended(i))] -= weight.applyAsDouble(i);
            });
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  private double[] flow(IntToLongFunction event) {
    double[] counts = new double[steps.size() + 1];
    scope
        .filter(i -> event.applyAsLong(i) >= parameters.from())
        .forEach(i -> counts[stepUpTo(event.applyAsLong(i))]++);
    return counts;
  }

  /** The first step that ends at or after a moment; one more than the last when there is none. */
  private int stepUpTo(long moment) {
    int found = Arrays.binarySearch(ends, moment);
    return found >= 0 ? found : -found - 1;
  }

  private Series series(String id, double[] numbers) {
    long first = casebook.firstReport();
    return new Series(
        HazardAnalysis.DEFINITION.getSeries(id),
        IntStream.range(0, steps.size())
            .mapToObj(
                i ->
                    Series.Point.of(
                        steps.get(i).day().toString(), ends[i] < first ? Double.NaN : numbers[i]))
            .toList());
  }
}
