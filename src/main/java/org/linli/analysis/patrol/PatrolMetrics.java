package org.linli.analysis.patrol;

import java.util.List;
import java.util.function.IntPredicate;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;

/** Begins the metrics of a watch with their meaning, their moment and what they leave out. */
final class PatrolMetrics {
  private static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("patrol");
  private final Watch watch;

  PatrolMetrics(Watch watch) {
    this.watch = watch;
  }

  Metric.Draft of(String id) {
    return Metric.of(DEFINITION.getMetric(id), watch.parameters().asOfInstant());
  }

  /** Counts the buildings of a test, leaving out those without the duty and the others given. */
  Metric.Draft overBuildings(String id, IntPredicate counted, Exclusion... left) {
    List<Exclusion> all = new java.util.ArrayList<>(List.of(left));
    all.add(0, watch.withoutDuty());
    all.addAll(watch.unusableRecords());
    return of(id).counting(watch.precinct().where(counted)).without(all);
  }

  Exclusion residentsUnknown() {
    Precinct precinct = watch.precinct();
    return watch.excluded(
        "residents_unknown", precinct.where(b -> watch.isOwed(b) && !precinct.knowsResidents(b)));
  }
}
