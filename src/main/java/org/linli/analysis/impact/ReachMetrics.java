package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Communities;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;

/** Whom projects reach, each building counted once, and what that costs and moves. */
final class ReachMetrics {
  private static final String NOBODY = "nobody_reached";

  private final Town town;
  private final Built built;
  private final Reach reach;
  private final double[] costs;
  private final double[] contributions;

  ReachMetrics(Town town, Built built, Reach reach) {
    this.town = town;
    this.built = built;
    this.reach = reach;
    this.costs = built.projects().numbers("cost");
    this.contributions = built.projects().numbers("contributions");
  }

  List<Metric> all() {
    BitSet everybody = reach.of(built.stream());
    List<Metric> metrics = new ArrayList<>(people(everybody));
    metrics.add(
        quotient(
            "cost.per_resident", costs, "cost_unknown", town.residents(), "residents_unknown"));
    metrics.add(
        quotient(
            "contributions.per_household",
            contributions,
            "contributions_unknown",
            town.households(),
            "households_unknown"));
    return metrics;
  }

  /** The people reached in every community, with those in the ones below it. */
  List<AreaMetrics> areas() {
    if (town.communities().isEmpty()) {
      return List.of();
    }
    Communities tree = town.communities().get();
    BitSet everybody = reach.of(built.stream());
    Map<Integer, BitSet> reached = new TreeMap<>();
    for (int b = 0; b < town.size(); b++) {
      int area = town.areas()[b];
      for (int steps = 0; area >= 0 && steps <= tree.size(); steps++) {
        reached.computeIfAbsent(area, none -> new BitSet()).set(b, everybody.get(b));
        area = tree.parent(area);
      }
    }
    List<AreaMetrics> areas = new ArrayList<>();
    reached.forEach(
        (area, some) ->
            areas.add(
                new AreaMetrics(tree.rows().code(area), tree.parentCode(area), people(some))));
    return areas;
  }

  private List<Metric> people(BitSet reached) {
    return List.of(
        people("reach.residents", reached, town.residents(), "residents_unknown"),
        people("reach.households", reached, town.households(), "households_unknown"));
  }

  private Metric people(String id, BitSet reached, double[] counts, String unknown) {
    Exclusion left = unknown(reached, counts, unknown);
    RowSet known = known(reached, counts);
    Metric.Draft draft = built.draft(id, known, left, placeless());
    return known.isEmpty() && !reached.isEmpty()
        ? draft.absent(unknown)
        : draft.value(sum(known, counts));
  }

  /** Of the projects whose own number is known, and those that they reach. */
  private Metric quotient(
      String id, double[] numbers, String unknownNumber, double[] counts, String unknownCount) {
    IntPredicate known = project -> !Double.isNaN(numbers[project]) && hasPlace(project);
    RowSet counted = built.where(known);
    BitSet reached = reach.of(counted.rows());
    double numerator = counted.rows().mapToDouble(project -> numbers[project]).sum();
    return built
        .draft(
            id,
            counted,
            built.without(unknownNumber, project -> Double.isNaN(numbers[project])),
            placeless(),
            unknown(reached, counts, unknownCount))
        .quotient(numerator, sum(known(reached, counts), counts), NOBODY);
  }

  private boolean hasPlace(int project) {
    return !built.projects().shapes().isEmpty(project);
  }

  private Exclusion placeless() {
    return built.without("no_place", project -> !hasPlace(project));
  }

  private Exclusion unknown(BitSet reached, double[] counts, String reason) {
    return new Exclusion(
        reason,
        RowSet.of(town.rows(), reached.stream().filter(b -> Double.isNaN(counts[b])).toArray()));
  }

  private RowSet known(BitSet reached, double[] counts) {
    return RowSet.of(town.rows(), reached.stream().filter(b -> !Double.isNaN(counts[b])).toArray());
  }

  private static double sum(RowSet buildings, double[] counts) {
    return buildings.rows().mapToDouble(b -> counts[b]).sum();
  }
}
