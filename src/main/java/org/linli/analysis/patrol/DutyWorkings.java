package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.analysis.Alternative;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.Metric;
import org.linli.analysis.Overlay;
import org.linli.analysis.Workings;

/** One duty at one moment, and what would be otherwise if somebody had walked elsewhere. */
final class DutyWorkings implements Workings {
  private static final String WALKS = "patrols";
  private final AnalysisInputs inputs;
  private final Watch watch;
  private final Need need;
  private final DutyFigures figures;
  private final PatrolLayers layers;
  private final GapZones zones;
  private final CoverageSquares squares;
  private final AnalysisResult brief;
  private AnalysisResult whole;

  DutyWorkings(AnalysisInputs inputs, Watch watch, Need need, Cancellation cancellation) {
    this.inputs = inputs;
    this.watch = watch;
    this.need = need;
    this.figures = new DutyFigures(watch, need, cancellation);
    this.layers = new PatrolLayers(watch);
    this.zones = new GapZones(watch);
    this.squares = new CoverageSquares(watch);
    this.brief = brief(cancellation);
  }

  private AnalysisResult brief(Cancellation cancellation) {
    return new AnalysisResult(
        PatrolAnalysis.DEFINITION.id(),
        watch.parameters().asOfInstant(),
        watch.dataUntil().stream().mapToObj(Instant::ofEpochMilli).findFirst(),
        watch.isStale(),
        figures.brief(),
        areas(cancellation),
        figures.series(),
        List.of(layers.gaps(need), layers.zones(zones), layers.grid(), squares.layer()));
  }

  /** The headline, coverage, gap and nights of every community in which the duty is owed. */
  private List<AreaMetrics> areas(Cancellation cancellation) {
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
                                ofArea(area.getValue(), cancellation)))
                    .toList())
        .orElse(List.of());
  }

  private List<Metric> ofArea(Scope area, Cancellation cancellation) {
    cancellation.check();
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new DutyKept(area).metric());
    metrics.addAll(new Coverage(area).metrics(need));
    metrics.add(new GapDays(watch).openNow(area));
    metrics.add(new BlindSpots(area).nights());
    return metrics;
  }

  @Override
  public AnalysisResult brief() {
    return brief;
  }

  @Override
  public synchronized void complete(Cancellation cancellation) {
    if (whole == null) {
      whole = brief.with(figures.metrics(cancellation));
    }
  }

  @Override
  public synchronized AnalysisResult result() {
    complete(Cancellation.NONE);
    return whole;
  }

  @Override
  public synchronized boolean isWhole() {
    return whole != null;
  }

  @Override
  public Alternative alternative(Map<String, Overlay> overlays, Cancellation cancellation) {
    AnalysisInputs changed = Overlay.laidOver(inputs, overlays);
    if (overlays.keySet().equals(Set.of(WALKS))
        && watch.parameters().duty() == Duty.DAILY_PATROL
        && inputs.find(WALKS).isPresent()) {
      OtherWalks walks =
          new OtherWalks(
              watch, changed.rows(WALKS).orElseThrow(), overlays.get(WALKS), cancellation);
      if (walks.beginTheSame()) {
        return alternative(walks, cancellation);
      }
    }
    complete(cancellation);
    return Alternative.of(
        result(), DutyReview.of(changed, watch.parameters(), cancellation).result());
  }

  private Alternative alternative(OtherWalks walks, Cancellation cancellation) {
    OtherWalks.Result other = walks.result();
    Meanwhile<List<LayerChanges>> changes = Meanwhile.begin(() -> changes(other));
    DutyFigures then = figures.with(walks, other, cancellation);
    return new Alternative(then.metrics(cancellation), then.series(), changes.get());
  }

  private List<LayerChanges> changes(OtherWalks.Result other) {
    int[] affected = other.affected();
    PatrolLayers others = new PatrolLayers(other.watch());
    return List.of(
        layers.gapsChangedTo(others, affected, need),
        layers.zonesChangedTo(zones, new GapZones(other.watch())),
        layers.gridChangedTo(others, affected),
        squares.changesTo(new CoverageSquares(other.watch()), affected));
  }
}
