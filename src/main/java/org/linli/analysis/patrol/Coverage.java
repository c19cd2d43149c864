package org.linli.analysis.patrol;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;

/** Which buildings, and homes of how many people, somebody came to in time. */
final class Coverage {
  private final Watch watch;
  private final Precinct precinct;
  private final PatrolMetrics metrics;
  private final Standing[] standings;

  Coverage(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.metrics = new PatrolMetrics(watch);
    this.standings = new Standing[precinct.size()];
    for (int b = 0; b < standings.length; b++) {
      standings[b] = watch.standing(b, watch.parameters().asOf());
    }
  }

  Standing standing(int building) {
    return standings[building];
  }

  List<Metric> metrics(Need need) {
    Exclusion unwatched =
        watch.excluded(
            "not_watched_long_enough", precinct.where(b -> standings[b] == Standing.UNKNOWN));
    Exclusion residents = metrics.residentsUnknown();
    IntPredicate known = b -> standings[b].isKnown();
    IntPredicate peopled = precinct::knowsResidents;
    return List.of(
        share("coverage.buildings", known, b -> 1, unwatched),
        share("coverage.buildings.strict", watch::isOwed, b -> 1),
        share("coverage.residents", known.and(peopled), precinct::residents, unwatched, residents),
        share(
            "coverage.residents.strict",
            peopled.and(watch::isOwed),
            precinct::residents,
            residents),
        share(
            "coverage.need",
            known.and(peopled),
            need::weight,
            unwatched,
            residents,
            need.finderUnknown()));
  }

  private Metric share(
      String id, IntPredicate counted, IntToDoubleFunction weight, Exclusion... left) {
    double covered = sum(b -> counted.test(b) && standings[b].isCovered(), weight);
    return metrics
        .overBuildings(id, b -> watch.isOwed(b) && counted.test(b), left)
        .quotient(
            covered, sum(b -> watch.isOwed(b) && counted.test(b), weight), "nothing_to_count");
  }

  private double sum(IntPredicate counted, IntToDoubleFunction weight) {
    return IntStream.range(0, precinct.size()).filter(counted).mapToDouble(weight).sum();
  }
}
