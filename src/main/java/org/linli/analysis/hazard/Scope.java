package org.linli.analysis.hazard;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Communities;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/**
 * The hazards and the buildings that a number is about: all, or those of one community.
 *
 * @param hazards ascending
 * @param buildings ascending
 */
record Scope(Ground ground, HazardParameters parameters, int[] hazards, int[] buildings) {
  private static final int[] NOTHING = {};

  static Scope all(Ground ground, HazardParameters parameters) {
    int homes = ground.homes().map(Homes::size).orElse(0);
    return new Scope(
        ground,
        parameters,
        IntStream.range(0, ground.casebook().size()).toArray(),
        IntStream.range(0, homes).toArray());
  }

  /** Gives the scope of every community, in the order of their codes. */
  static void ofEach(
      Communities tree, Ground ground, HazardParameters parameters, ScopeVisitor visitor) {
    Map<Integer, int[]> hazards =
        Ground.byArea(tree, tree.areasOf(ground.casebook().rows(), ground.places()));
    Map<Integer, int[]> buildings =
        ground
            .homes()
            .map(homes -> Ground.byArea(tree, tree.areasOf(homes.rows(), homes.shapes())))
            .orElse(Map.of());
    IntConsumer visit =
        area ->
            visitor.visit(
                area,
                new Scope(
                    ground,
                    parameters,
                    hazards.getOrDefault(area, NOTHING),
                    buildings.getOrDefault(area, NOTHING)));
    IntStream.range(0, tree.size()).forEach(visit);
  }

  /** Takes a community and its scope. */
  @FunctionalInterface
  interface ScopeVisitor {
    void visit(int area, Scope scope);
  }

  Casebook casebook() {
    return ground.casebook();
  }

  IntStream filter(IntPredicate test) {
    return IntStream.of(hazards).filter(test);
  }

  RowSet where(IntPredicate test) {
    return RowSet.of(casebook().rows(), filter(test).toArray());
  }

  Exclusion without(String reason, IntPredicate test) {
    return new Exclusion(reason, where(test));
  }

  Exclusion reportedUnknown() {
    return without("reported_unknown", casebook()::isReportedUnknown);
  }

  /** Those of which nobody can say whether they are open. */
  Exclusion endUnknown() {
    return without("end_unknown", i -> casebook().isEndUnknown(i, parameters.asOf()));
  }

  /** Begins a metric with its meaning and its moment. */
  Metric.Draft metric(String id) {
    return Metric.of(HazardAnalysis.DEFINITION.getMetric(id), parameters.asOfInstant());
  }

  /** Whether anything was recorded by the moment, here or elsewhere: without, 0 is not known. */
  boolean hasRecords() {
    return casebook().firstReport() <= parameters.asOf();
  }

  boolean isReportedInWindow(int hazard) {
    return parameters.isInWindow(casebook().reported(hazard));
  }
}
