package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.layer.InvalidParameterException;

/**
 * One duty looked at from one moment. Inputs in, {@link #result} out; what is asked for on its own
 * is computed on its own.
 */
public final class DutyReview {
  private final Watch watch;
  private final Need need;
  private final Cancellation cancellation;

  private DutyReview(Watch watch, Need need, Cancellation cancellation) {
    this.watch = watch;
    this.need = need;
    this.cancellation = cancellation;
  }

  /**
   * @throws InvalidParameterException if a layer lacks a field that the analysis cannot do without
   */
  public static DutyReview of(
      AnalysisInputs inputs, PatrolParameters parameters, Cancellation cancellation) {
    Watch watch = Watch.of(inputs, parameters, cancellation);
    Need need = new Need(watch.precinct(), inputs.rows("hazards"), parameters);
    return new DutyReview(watch, need, cancellation);
  }

  Watch watch() {
    return watch;
  }

  /** How a building stands at {@code asOf}, by its place among the buildings' codes. */
  public Standing standing(int building) {
    return watch.standing(building);
  }

  /** Coverage alone. */
  public List<Metric> coverage() {
    return new Coverage(new Scope(watch)).metrics(need);
  }

  /** All numbers, series and layers. */
  public AnalysisResult result() {
    watch.passes();
    Scope all = new Scope(watch);
    DutyKept kept = new DutyKept(all);
    Trend trend = new Trend(watch, kept);
    BlindSpots blind = new BlindSpots(all);
    PatrolLayers layers = new PatrolLayers(watch);
    return new AnalysisResult(
        PatrolAnalysis.DEFINITION.id(),
        watch.parameters().asOfInstant(),
        watch.dataUntil().stream().mapToObj(Instant::ofEpochMilli).findFirst(),
        watch.isStale(),
        metrics(all, kept, blind),
        areas(),
        series(all, blind, trend),
        List.of(
            layers.gaps(need),
            layers.zones(new GapZones(watch)),
            layers.grid(),
            new CoverageSquares(watch).layer()));
  }

  private static List<Series> series(Scope all, BlindSpots blind, Trend trend) {
    List<Series> series = new ArrayList<>();
    series.add(blind.byHour());
    series.add(trend.kept());
    series.add(trend.coverage());
    series.addAll(new GapAges(all).series());
    return series;
  }

  private List<Metric> metrics(Scope all, DutyKept kept, BlindSpots blind) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(kept.metric());
    metrics.addAll(new Coverage(all).metrics(need));
    cancellation.check();
    metrics.addAll(new GapDays(watch).metrics(all));
    metrics.addAll(new PresenceMeasures(watch).metrics(all));
    metrics.add(blind.nights());
    cancellation.check();
    Effort effort = new Effort(watch, cancellation);
    metrics.addAll(effort.metrics());
    metrics.addAll(new EmptyCircle(watch, effort).metrics());
    cancellation.check();
    metrics.addAll(completeness(all));
    return metrics;
  }

  private List<Metric> completeness(Scope all) {
    Precinct precinct = watch.precinct();
    Tracks tracks = watch.records().tracks();
    long ofDuty = IntStream.range(0, tracks.size()).filter(tracks::isOfDuty).count();
    long peopled = IntStream.range(0, precinct.size()).filter(precinct::knowsResidents).count();
    Exclusion unpeopled =
        new Exclusion("residents_unknown", precinct.where(b -> !precinct.knowsResidents(b)));
    return List.of(
        all.metric("completeness.residents")
            .without(List.of(unpeopled))
            .quotient(peopled, precinct.size(), "nothing_to_count"),
        all.metric("completeness.tracks")
            .without(watch.records().unusable())
            .quotient(ofDuty - tracks.untimed().size(), ofDuty, "nothing_to_count"));
  }

  /** The headline, coverage, gap and nights of every community in which the duty is owed. */
  private List<AreaMetrics> areas() {
    return watch
        .precinct()
        .communities()
        .map(
            communities ->
                Scope.byArea(watch, communities).entrySet().stream()
                    .map(
                        area ->
                            new AreaMetrics(
                                communities.rows().code(area.getKey()),
                                communities.parentCode(area.getKey()),
                                ofArea(area.getValue())))
                    .toList())
        .orElse(List.of());
  }

  private List<Metric> ofArea(Scope area) {
    cancellation.check();
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new DutyKept(area).metric());
    metrics.addAll(new Coverage(area).metrics(need));
    metrics.add(new GapDays(watch).openNow(area));
    metrics.add(new BlindSpots(area).nights());
    return metrics;
  }
}
