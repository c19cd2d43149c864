package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.MissingFieldException;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/**
 * Where patrols and visits came, and where they did not: one duty at one moment. Input in, {@link
 * #result} out; what is asked for on its own is computed on its own.
 */
public final class PatrolAnalysis {
  private final Watch watch;
  private final Need need;
  private final Coverage coverage;

  private PatrolAnalysis(Watch watch, Need need) {
    this.watch = watch;
    this.need = need;
    this.coverage = new Coverage(watch);
  }

  /**
   * @throws MissingFieldException if a layer lacks a field that the analysis cannot do without
   */
  public static PatrolAnalysis of(PatrolInputs inputs, PatrolParameters parameters) {
    return of(Precinct.of(inputs.buildings(), inputs.communities()), inputs, parameters);
  }

  /** With a precinct kept from an earlier run on the same buildings and communities. */
  public static PatrolAnalysis of(
      Precinct precinct, PatrolInputs inputs, PatrolParameters parameters) {
    Duty duty = parameters.duty();
    Optional<LayerView> walked = duty == Duty.DAILY_PATROL ? inputs.patrols() : Optional.empty();
    Tracks tracks = new Tracks(rows(walked, "patrols"), precinct.plane(), duty);
    Visits visits = Visits.of(rows(inputs.visits(), "visits"), precinct.rows(), duty);
    Watch watch = new Watch(precinct, tracks, visits, parameters);
    return new PatrolAnalysis(watch, new Need(precinct, inputs.hazards(), parameters));
  }

  private static LayerRows rows(Optional<LayerView> view, String role) {
    return new LayerRows(view.orElseGet(() -> LayerView.empty(definition(role), Audience.STAFF)));
  }

  private static LayerDefinition definition(String role) {
    return BuiltInLayers.find(role).orElseThrow();
  }

  Watch watch() {
    return watch;
  }

  /** How a building stands at {@code asOf}, by its place among the buildings' codes. */
  public Standing standing(int building) {
    return coverage.standing(building);
  }

  /** Coverage alone. */
  public List<Metric> coverage() {
    return coverage.metrics(need);
  }

  /** All numbers, series and layers. */
  public AnalysisResult result() {
    Effort effort = new Effort(watch);
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new DutyKept(watch).metric());
    metrics.addAll(coverage());
    metrics.addAll(new GapDays(watch).metrics());
    metrics.addAll(new PresenceMeasures(watch).metrics());
    BlindSpots blind = new BlindSpots(watch);
    metrics.add(blind.nights());
    metrics.addAll(effort.metrics());
    metrics.addAll(new EmptyCircle(watch, effort).metrics());
    metrics.addAll(completeness());
    Trend trend = new Trend(watch);
    PatrolLayers layers = new PatrolLayers(watch);
    return new AnalysisResult(
        "patrol",
        watch.parameters().asOfInstant(),
        watch.dataUntil().stream().mapToObj(Instant::ofEpochMilli).findFirst(),
        watch.isStale(),
        metrics,
        List.of(blind.byHour(), trend.kept(), trend.coverage()),
        List.of(layers.gaps(need), layers.zones(new GapZones(watch)), layers.grid()));
  }

  private List<Metric> completeness() {
    PatrolMetrics metrics = new PatrolMetrics(watch);
    Precinct precinct = watch.precinct();
    Tracks tracks = watch.tracks();
    long ofDuty = IntStream.range(0, tracks.size()).filter(tracks::isOfDuty).count();
    long peopled = IntStream.range(0, precinct.size()).filter(precinct::knowsResidents).count();
    Exclusion unpeopled =
        watch.excluded("residents_unknown", precinct.where(b -> !precinct.knowsResidents(b)));
    return List.of(
        metrics
            .of("completeness.residents")
            .without(List.of(unpeopled))
            .quotient(peopled, precinct.size(), "nothing_to_count"),
        metrics
            .of("completeness.tracks")
            .without(watch.unusableRecords())
            .quotient(ofDuty - tracks.untimed().size(), ofDuty, "nothing_to_count"));
  }
}
