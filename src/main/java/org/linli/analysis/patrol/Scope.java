package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Communities;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** The buildings that a number is about: all, or those of one community. */
final class Scope {
  private final Watch watch;
  private final int[] buildings;
  private final List<Exclusion> always;

  /** All buildings. */
  Scope(Watch watch) {
    this(watch, IntStream.range(0, watch.precinct().size()).toArray(), watch.records().unusable());
  }

  private Scope(Watch watch, int[] buildings, List<Exclusion> unusable) {
    this.watch = watch;
    this.buildings = buildings;
    this.always = new ArrayList<>(unusable);
    always.add(0, new Exclusion("no_duty", where(b -> !watch.isOwed(b))));
  }

  /** Some buildings, for what they add up to. */
  static Scope of(Watch watch, int[] some) {
    return new Scope(watch, some, List.of());
  }

  /** Each community in which the duty is owed, with the buildings in it and in those below it. */
  static Map<Integer, Scope> byArea(Watch watch, Communities communities) {
    Map<Integer, IntStream.Builder> members = new TreeMap<>();
    for (int b = 0; b < watch.precinct().size(); b++) {
      int area = watch.isOwed(b) ? watch.precinct().area(b) : -1;
      for (int steps = 0; area >= 0 && steps <= communities.size(); steps++) {
        members.computeIfAbsent(area, key -> IntStream.builder()).add(b);
        area = communities.parent(area);
      }
    }
    Map<Integer, Scope> scopes = new TreeMap<>();
    members.forEach(
        (area, some) -> scopes.put(area, new Scope(watch, some.build().toArray(), List.of())));
    return scopes;
  }

  Watch watch() {
    return watch;
  }

  /** The buildings that the duty is owed to. */
  IntStream owed() {
    return IntStream.of(buildings).filter(watch::isOwed);
  }

  RowSet where(IntPredicate test) {
    return RowSet.where(watch.precinct().rows(), buildings, test);
  }

  /** Begins a metric with its meaning and its moment. */
  Metric.Draft metric(String id) {
    return Metric.of(PatrolAnalysis.DEFINITION.getMetric(id), watch.parameters().asOfInstant());
  }

  /**
   * Begins a metric that counts the buildings of a test, leaving out those without the duty and the
   * others given.
   */
  Metric.Draft over(String id, IntPredicate counted, Exclusion... left) {
    List<Exclusion> all = new ArrayList<>(always);
    all.addAll(List.of(left));
    return metric(id).counting(where(counted)).without(all);
  }

  Exclusion residentsUnknown() {
    return new Exclusion(
        "residents_unknown", where(b -> watch.isOwed(b) && !watch.precinct().knowsResidents(b)));
  }
}
