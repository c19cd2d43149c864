package org.linli.analysis.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Alternative;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.Metric;
import org.linli.analysis.Overlay;
import org.linli.analysis.Town;
import org.linli.analysis.Workings;

/**
 * Puts the parts of the impact analysis together. With other projects, what is known of those that
 * are the same is kept, as far as the others were not under way beside them.
 */
final class ImpactReview implements Workings {
  /** When no hazard was reported for so long, it is rather that nobody sent any. */
  private static final Duration STALE = Duration.ofDays(30);

  static final List<String> PLACED =
      List.of("buildings", "projects", "hazards", "green_spaces", "communities");

  private static final String PROJECTS = "projects";

  private final AnalysisInputs inputs;
  private final ImpactParameters parameters;
  private final Town town;
  private final Built built;
  private final Optional<Hazards> hazards;
  private final Optional<Study> study;
  private final Reach reach;
  private final ImpactLayer.Parts parts;
  private final ImpactLayer layer;
  private AnalysisResult result;

  ImpactReview(AnalysisInputs inputs, ImpactParameters parameters, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.town = Town.of(inputs, PLACED);
    Projects projects = Projects.of(inputs, town);
    this.built = Built.by(parameters.asOf(), projects);
    this.hazards = hazards(projects);
    this.study = hazards.map(some -> new Study(town, projects, some, parameters));
    this.reach = new Reach(town, projects, parameters.reach());
    this.parts = parts(new Changes(built, study, List.of(Study.Question.values()), cancellation));
    this.layer = new ImpactLayer(built, town, reach, parts);
  }

  /** The same with other projects. */
  private ImpactReview(
      ImpactReview before, AnalysisInputs inputs, Overlay overlay, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = before.parameters;
    this.town = before.town;
    Projects projects = Projects.of(inputs, town);
    Projects projectsBefore = before.built.projects();
    int[] same = overlay.sameRows(projectsBefore.rows(), projects.rows());
    this.built = Built.by(parameters.asOf(), projects);
    this.hazards = hazards(projects);
    this.study = before.study.map(some -> some.with(projects, hazards.orElseThrow(), same));
    this.reach = before.reach.with(projects, same);
    int[] come = IntStream.range(0, same.length).filter(p -> same[p] < 0).toArray();
    BitSet kept = new BitSet();
    IntStream.of(same).filter(p -> p >= 0).forEach(kept::set);
    int[] gone = IntStream.range(0, projectsBefore.size()).filter(p -> !kept.get(p)).toArray();
    IntPredicate stays =
        p ->
            study
                .filter(
                    some ->
                        some.isAbout(p, projects, come) || some.isAbout(p, projectsBefore, gone))
                .isEmpty();
    this.parts = parts(before.parts.changes().with(built, study, same, stays, cancellation));
    this.layer = new ImpactLayer(built, town, reach, parts);
  }

  private Optional<Hazards> hazards(Projects projects) {
    return inputs
        .rows("hazards")
        .map(rows -> new Hazards(rows, town, projects, parameters.asOfMillis()));
  }

  private ImpactLayer.Parts parts(Changes changes) {
    return new ImpactLayer.Parts(
        new Funding(built),
        new Restored(inputs.rows("green_spaces"), town, built),
        new Aftercare(built),
        new Ratings(built),
        new Stages(built),
        changes);
  }

  @Override
  public synchronized AnalysisResult result() {
    if (result == null) {
      ReachMetrics people = new ReachMetrics(town, built, reach);
      result =
          new AnalysisResult(
              ImpactAnalysis.DEFINITION.id(),
              parameters.asOf(),
              dataUntil(),
              isStale(),
              metrics(people),
              people.areas(),
              parts.funding().series(),
              List.of(layer.layer()));
    }
    return result;
  }

  @Override
  public Alternative alternative(Map<String, Overlay> overlays, Cancellation cancellation) {
    AnalysisInputs changed = Overlay.laidOver(inputs, overlays);
    boolean isLocal =
        overlays.keySet().equals(Set.of(PROJECTS))
            && town.planes().areSameAs(LocalPlanes.of(changed, PLACED));
    ImpactReview after =
        isLocal
            ? new ImpactReview(this, changed, overlays.get(PROJECTS), cancellation)
            : new ImpactReview(changed, parameters, cancellation);
    return new Alternative(
        after.metrics(new ReachMetrics(after.town, after.built, after.reach)),
        after.parts.funding().series(),
        List.of(layer.changesTo(after.layer)));
  }

  private List<Metric> metrics(ReachMetrics people) {
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
