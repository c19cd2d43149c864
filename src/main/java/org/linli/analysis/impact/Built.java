package org.linli.analysis.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** The projects that were completed by an instant, which every number is about. */
record Built(Projects projects, int[] rows, Instant asOf) {

  static Built by(Instant asOf, Projects projects) {
    return new Built(projects, projects.completed(asOf.toEpochMilli()), asOf);
  }

  IntStream stream() {
    return IntStream.of(rows);
  }

  RowSet where(IntPredicate test) {
    return RowSet.of(projects.rows(), stream().filter(test).toArray());
  }

  Exclusion without(String reason, IntPredicate test) {
    return new Exclusion(reason, where(test));
  }

  /** Begins a number that says what it counted and left out. */
  Metric.Draft draft(String id, RowSet counted, Exclusion... left) {
    List<Exclusion> exclusions = new ArrayList<>(List.of(left));
    exclusions.add(
        new Exclusion("completion_undated", RowSet.where(projects.rows(), projects::isUndated)));
    return Metric.of(ImpactAnalysis.DEFINITION.getMetric(id), asOf)
        .counting(counted)
        .without(exclusions);
  }
}
