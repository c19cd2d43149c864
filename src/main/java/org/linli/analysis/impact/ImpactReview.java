package org.linli.analysis.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;

/** Puts the parts of the impact analysis together. */
final class ImpactReview {
  /** When no hazard was reported for so long, it is rather that nobody sent any. */
  private static final Duration STALE = Duration.ofDays(30);

  private final AnalysisInputs inputs;
  private final ImpactParameters parameters;
  private final Cancellation cancellation;
  private final Town town;
  private final Built built;
  private final Optional<Hazards> hazards;

  ImpactReview(AnalysisInputs inputs, ImpactParameters parameters, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.cancellation = cancellation;
    this.town = Town.of(inputs);
    Projects projects = Projects.of(inputs, town);
    this.built = Built.by(parameters.asOf(), projects);
    this.hazards =
        inputs
            .rows("hazards")
            .map(rows -> new Hazards(rows, town, projects, parameters.asOfMillis()));
  }

  AnalysisResult result() {
    Reach reach = new Reach(town, built.projects(), parameters.reach());
    ReachMetrics people = new ReachMetrics(town, built, reach);
    ImpactLayer.Parts parts = parts();
    cancellation.check();
    return new AnalysisResult(
        ImpactAnalysis.DEFINITION.id(),
        parameters.asOf(),
        dataUntil(),
        isStale(),
        metrics(people, parts),
        people.areas(),
        parts.funding().series(),
        List.of(new ImpactLayer(built, town, reach, parts).layer()));
  }

  private ImpactLayer.Parts parts() {
    Optional<Study> study =
        hazards.map(some -> new Study(town, built.projects(), some, parameters));
    return new ImpactLayer.Parts(
        new Funding(built),
        new Restored(inputs.rows("green_spaces"), town, built),
        new Aftercare(built),
        new Ratings(built),
        new Stages(built),
        new Changes(built, study, List.of(Study.Question.values()), cancellation));
  }

  private List<Metric> metrics(ReachMetrics people, ImpactLayer.Parts parts) {
    List<Metric> metrics = new ArrayList<>(people.all());
    metrics.addAll(parts.funding().metrics());
    metrics.add(parts.restored().metric());
    metrics.addAll(parts.stages().metrics());
    metrics.addAll(parts.aftercare().metrics());
    metrics.addAll(parts.ratings().metrics());
    metrics.addAll(new ChangeMetrics(built, parts.changes(), hazards).all());
    return metrics;
  }

  private Optional<Instant> dataUntil() {
    return hazards.flatMap(Hazards::latest).map(Instant::ofEpochMilli);
  }

  private boolean isStale() {
    return dataUntil().filter(until -> until.plus(STALE).isBefore(parameters.asOf())).isPresent();
  }
}
