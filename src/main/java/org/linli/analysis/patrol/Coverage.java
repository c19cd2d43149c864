package org.linli.analysis.patrol;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;

/** Which buildings, and homes of how many people, somebody came to in time. */
final class Coverage {
  private final Watch watch;
  private final Scope scope;

  Coverage(Scope scope) {
    this.scope = scope;
    this.watch = scope.watch();
  }

  private Standing standing(int building) {
    return watch.standing(building);
  }

  List<Metric> metrics(Need need) {
    Precinct precinct = watch.precinct();
    Exclusion unwatched =
        new Exclusion("not_watched_long_enough", scope.where(b -> standing(b) == Standing.UNKNOWN));
    Exclusion unpeopled = scope.residentsUnknown();
    IntPredicate known = b -> standing(b).isKnown();
    IntPredicate peopled = precinct::knowsResidents;
    return List.of(
        share("coverage.buildings", known, b -> 1, unwatched),
        share("coverage.buildings.strict", b -> true, b -> 1),
        share("coverage.residents", known.and(peopled), precinct::residents, unwatched, unpeopled),
        share("coverage.residents.strict", peopled, precinct::residents, unpeopled),
        share(
            "coverage.need",
            known.and(peopled),
            need::weight,
            unwatched,
            unpeopled,
            need.finderUnknown()));
  }

  private Metric share(
      String id, IntPredicate counted, IntToDoubleFunction weight, Exclusion... left) {
    double covered = sum(b -> counted.test(b) && standing(b).isCovered(), weight);
    return scope
        .over(id, b -> watch.isOwed(b) && counted.test(b), left)
        .quotient(covered, sum(counted, weight), "nothing_to_count");
  }

  private double sum(IntPredicate counted, IntToDoubleFunction weight) {
    return scope.owed().filter(counted).mapToDouble(weight).sum();
  }
}
