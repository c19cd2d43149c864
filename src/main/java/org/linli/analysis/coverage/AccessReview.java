package org.linli.analysis.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.analysis.Alternative;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.Overlay;
import org.linli.analysis.Town;
import org.linli.analysis.Workings;
import org.linli.analysis.coverage.Answers.Standing;

/**
 * One look at who has what within reach. With other green spaces only those that are not as they
 * were are looked around from, and only the buildings about them are answered anew.
 */
final class AccessReview implements Workings {
  static final List<String> PLACED = List.of("buildings", "green_spaces", "paths", "communities");
  private static final String GREENS = "green_spaces";

  private final AnalysisInputs inputs;
  private final AccessParameters parameters;
  private final Town homes;
  private final Greens greens;
  private final Catchments straight;
  private final Optional<WalkReach> walk;
  private final Answers answers;
  private final DataEdge edge;
  private final AccessMetrics metrics;
  private AnalysisResult result;

  AccessReview(AnalysisInputs inputs, AccessParameters parameters, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.homes = Town.of(inputs, PLACED);
    this.greens = Greens.of(inputs, homes, parameters);
    this.straight = StraightReach.of(homes, greens, parameters.distance(), cancellation);
    this.walk =
        parameters.walks()
            ? Optional.of(WalkReach.of(inputs, homes, greens, straight, parameters))
            : Optional.empty();
    Catchments reach = walk.map(some -> some.catchments(cancellation)).orElse(straight);
    Standing[] standings = new Standing[homes.size()];
    this.answers = answers(reach, standings, IntStream.range(0, standings.length));
    cancellation.check();
    this.edge = DataEdge.of(homes, greens, parameters);
    this.metrics =
        new AccessMetrics(
            homes,
            greens,
            answers,
            new FloatingCatchment(homes, greens, answers),
            edge,
            parameters);
  }

  /** The same with other green spaces. */
  private AccessReview(
      AccessReview before, AnalysisInputs inputs, Overlay overlay, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = before.parameters;
    this.homes = before.homes;
    this.greens = Greens.of(inputs.rows(GREENS).orElseThrow(), homes, parameters);
    SameSites same = new SameSites(before.greens, greens, overlay);
    this.straight =
        StraightReach.of(before.straight, same, homes, greens, parameters.distance(), cancellation);
    this.walk = before.walk.map(some -> some.with(same, greens, straight));
    Catchments reach =
        walk.map(some -> some.catchments(before.answers.reach(), same, cancellation))
            .orElse(straight);
    BitSet affected = affected(before, reach, same);
    this.answers = answers(reach, before.answers.standings().clone(), affected.stream());
    this.edge = before.edge.with(greens);
    this.metrics =
        new AccessMetrics(
            homes,
            greens,
            answers,
            new FloatingCatchment(before.metrics.catchment(), greens, answers, same, affected),
            edge,
            parameters);
  }

  /** Those that have, or had, something within reach that is not the same. */
  private BitSet affected(AccessReview before, Catchments reach, SameSites same) {
    BitSet affected = new BitSet(homes.size());
    same.gone().forEach(site -> before.straight.mark(site, affected));
    same.gone().forEach(site -> before.answers.reach().mark(site, affected));
    same.come().forEach(site -> straight.mark(site, affected));
    same.come().forEach(site -> reach.mark(site, affected));
    return affected;
  }

  private Answers answers(Catchments reach, Standing[] standings, IntStream buildings) {
    buildings.forEach(b -> standings[b] = standing(reach, b));
    return new Answers(reach, standings, walk.map(WalkReach::unused).orElse(List.of()));
  }

  private Standing standing(Catchments reach, int building) {
    if (walk.isPresent()) {
      return walk.get().standing(reach, building);
    }
    return reach.isWithin(building) ? Standing.WITHIN : Standing.BEYOND;
  }

  @Override
  public synchronized AnalysisResult result() {
    if (result == null) {
      result =
          new AnalysisResult(
              AccessAnalysis.DEFINITION.id(),
              parameters.asOf(),
              Optional.empty(),
              false,
              metrics.all(),
              metrics.areas(),
              List.of(),
              List.of(metrics.layer().derived()));
    }
    return result;
  }

  @Override
  public Alternative alternative(Map<String, Overlay> overlays, Cancellation cancellation) {
    AnalysisInputs changed = Overlay.laidOver(inputs, overlays);
    boolean isLocal =
        overlays.keySet().equals(Set.of(GREENS))
            && homes.planes().areSameAs(LocalPlanes.of(changed, PLACED));
    AccessReview after =
        isLocal
            ? new AccessReview(this, changed, overlays.get(GREENS), cancellation)
            : new AccessReview(changed, parameters, cancellation);
    return new Alternative(
        after.metrics.all(),
        List.of(),
        List.of(
            isLocal
                ? metrics.layer().changesTo(after.metrics.layer())
                : LayerChanges.between(
                    metrics.layer().derived(), after.metrics.layer().derived())));
  }
}
