package org.linli.analysis.hazard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/** The hazards looked at from one moment. Inputs in, {@link #result} out. */
final class HazardReview {
  private final AnalysisInputs inputs;
  private final Ground ground;
  private final HazardParameters parameters;
  private final Cancellation cancellation;
  private final Scope all;

  HazardReview(
      AnalysisInputs inputs,
      Ground ground,
      HazardParameters parameters,
      Cancellation cancellation) {
    this.inputs = inputs;
    this.ground = ground;
    this.parameters = parameters;
    this.cancellation = cancellation;
    this.all = Scope.all(ground, parameters);
  }

  AnalysisResult result() {
    long until = ground.casebook().latestUpTo(parameters.asOf());
    Optional<Instant> dataUntil =
        Optional.of(until).filter(at -> at != LayerRows.NEVER).map(Instant::ofEpochMilli);
    Backlog backlog = new Backlog(all);
    Flow flow = new Flow(all);
    Delays toClose = Delays.toClose(all);
    cancellation.check();
    HotspotMap map = new HotspotMap(inputs, all, cancellation);
    return new AnalysisResult(
        HazardAnalysis.DEFINITION.id(),
        parameters.asOfInstant(),
        dataUntil,
        dataUntil.isEmpty() || parameters.asOf() - until > parameters.quietMillis(),
        metrics(backlog, flow, toClose, map),
        areas(),
        series(backlog, flow, toClose),
        List.of(map.layer()));
  }

  private List<Metric> metrics(Backlog backlog, Flow flow, Delays toClose, HotspotMap map) {
    List<Metric> metrics = new ArrayList<>(backlog.metrics());
    metrics.addAll(flow.metrics());
    metrics.add(new PatrolHours(all, inputs.rows("patrols")).metric());
    metrics.addAll(new Closure(all).metrics());
    metrics.addAll(toClose.metrics());
    metrics.addAll(Delays.toAct(all).metrics());
    metrics.addAll(map.metrics());
    metrics.add(new Reopenings(all, inputs.rows("hazard_events")).metric());
    metrics.addAll(completeness());
    return metrics;
  }

  private static List<Series> series(Backlog backlog, Flow flow, Delays toClose) {
    List<Series> series = new ArrayList<>(flow.series());
    series.add(backlog.lateBy());
    series.addAll(toClose.curve());
    return series;
  }

  private List<Metric> completeness() {
    Casebook casebook = ground.casebook();
    RowSet reported = all.where(all::isReportedInWindow);
    long dated = reported.rows().filter(casebook::hasDeadline).count();
    long placed = reported.rows().filter(i -> !ground.places().isEmpty(i)).count();
    return List.of(
        all.metric("completeness.deadlines")
            .counting(reported)
            .quotient(dated, reported.size(), "nothing_to_count"),
        all.metric("completeness.places")
            .counting(reported)
            .quotient(placed, reported.size(), "nothing_to_count"));
  }

  /** Stock, flow, closure and days to close of every community. */
  private List<AreaMetrics> areas() {
    List<AreaMetrics> areas = new ArrayList<>();
    ground
        .communities()
        .ifPresent(
            tree ->
                Scope.ofEach(
                    tree,
                    ground,
                    parameters,
                    (area, scope) -> areas.add(ofArea(tree, area, scope))));
    return areas;
  }

  private AreaMetrics ofArea(Communities tree, int area, Scope scope) {
    cancellation.check();
    List<Metric> metrics = new ArrayList<>(new Backlog(scope).headline());
    metrics.addAll(new Flow(scope).metrics());
    metrics.addAll(new Closure(scope).metrics());
    metrics.add(Delays.toClose(scope).median());
    return new AreaMetrics(tree.rows().code(area), tree.parentCode(area), metrics);
  }
}
