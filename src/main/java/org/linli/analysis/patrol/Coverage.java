package org.linli.analysis.patrol;

import java.util.List;
import java.util.function.IntPredicate;
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
    return metrics(need, sums(need));
  }

  List<Metric> metrics(Need need, Sums sums) {
    Precinct precinct = watch.precinct();
    Exclusion unwatched =
        new Exclusion("not_watched_long_enough", scope.where(b -> standing(b) == Standing.UNKNOWN));
    Exclusion unpeopled = scope.residentsUnknown();
    IntPredicate known = b -> standing(b).isKnown();
    IntPredicate peopled = precinct::knowsResidents;
    return List.of(
        share(sums, 0, "coverage.buildings", known, unwatched),
        share(sums, 1, "coverage.buildings.strict", b -> true),
        share(sums, 2, "coverage.residents", known.and(peopled), unwatched, unpeopled),
        share(sums, 3, "coverage.residents.strict", peopled, unpeopled),
        share(
            sums,
            4,
            "coverage.need",
            known.and(peopled),
            unwatched,
            unpeopled,
            need.finderUnknown()));
  }

  private Metric share(Sums sums, int which, String id, IntPredicate counted, Exclusion... left) {
    return scope
        .over(id, b -> watch.isOwed(b) && counted.test(b), left)
        .quotient(sums.get(2 * which), sums.get(2 * which + 1), "nothing_to_count");
  }

  /** For each share what is covered, and of what. */
  Sums sums(Need need) {
    Sums sums = new Sums(10);
    scope.owed().forEach(b -> add(b, need, sums));
    return sums;
  }

  private void add(int building, Need need, Sums sums) {
    Precinct precinct = watch.precinct();
    boolean known = standing(building).isKnown();
    add(sums, 1, building, 1);
    if (known) {
      add(sums, 0, building, 1);
    }
    if (precinct.knowsResidents(building)) {
      add(sums, 3, building, precinct.residents(building));
      if (known) {
        add(sums, 2, building, precinct.residents(building));
        add(sums, 4, building, need.weight(building));
      }
    }
  }

  private void add(Sums sums, int which, int building, double weight) {
    sums.add(2 * which + 1, weight);
    if (standing(building).isCovered()) {
      sums.add(2 * which, weight);
    }
  }
}
