package org.linli.analysis.hazard;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/**
 * Hazards per 1,000 residents. A building whose residents nobody knows leaves the denominator, and
 * with it the hazards at it leave the numerator.
 */
record PerResidents(Scope scope) {

  Metric metric(String id, IntPredicate hazards) {
    RowSet counted = scope.where(hazards.and(i -> !scope.ground().isAtUnknownResidents(i)));
    Metric.Draft draft = scope.metric(id).counting(counted).without(left(hazards));
    return scope.hasRecords()
        ? draft.quotient(1000.0 * counted.size(), residents(), "no_residents")
        : draft.absent("no_records");
  }

  private List<Exclusion> left(IntPredicate hazards) {
    return List.of(
        scope.reportedUnknown(),
        scope.endUnknown(),
        scope.without("at_residents_unknown", hazards.and(scope.ground()::isAtUnknownResidents)),
        new Exclusion("residents_unknown", unpeopled()));
  }

  private RowSet unpeopled() {
    return scope
        .ground()
        .homes()
        .map(
            homes ->
                RowSet.of(
                    homes.rows(),
                    IntStream.of(scope.buildings())
                        .filter(b -> !homes.knowsResidents(b))
                        .toArray()))
        .orElse(RowSet.NONE);
  }

  private double residents() {
    Optional<Homes> homes = scope.ground().homes();
    return IntStream.of(scope.buildings())
        .filter(b -> homes.orElseThrow().knowsResidents(b))
        .mapToDouble(b -> homes.orElseThrow().residents()[b])
        .sum();
  }
}
