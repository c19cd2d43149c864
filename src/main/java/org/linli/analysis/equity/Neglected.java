package org.linli.analysis.equity;

import java.util.List;
import java.util.function.IntPredicate;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Series;
import org.linli.analysis.Series.Point;

/** The communities that no project reaches, named. */
final class Neglected {
  private final Peers peers;
  private final Homes homes;
  private final Belonging belonging;
  private final Shares projects;

  /**
   * @param projects how many came to each community
   */
  Neglected(Peers peers, Homes homes, Belonging belonging, Shares projects) {
    this.peers = peers;
    this.homes = homes;
    this.belonging = belonging;
    this.projects = projects;
  }

  private boolean hasNothing(int peer) {
    return projects.contest().has(peer) && projects.tally().amounts()[peer] == 0;
  }

  List<Metric> metrics(Draft draft) {
    return List.of(reached(draft), nothing(draft));
  }

  private Metric reached(Draft draft) {
    return draft.metric(
        "equity.reached",
        begun ->
            begun
                .counting(belonging.counted())
                .without(belonging.left())
                .value(belonging.counted().size()));
  }

  /**
   * How many projects reach one community; at least so many, where some homes are not counted. It
   * rests on projects, which all may see one by one, so it counts no rows that few could be of.
   */
  Metric reached(Draft draft, int peer) {
    return draft.metric(
        "equity.reached",
        begun -> {
          if (!homes.hasAnybody(peer)) {
            return begun.absent("nobody_known");
          }
          return projects.tally().isUnknown(peer)
              ? begun.absent("amount_unknown")
              : begun.bound(belonging.reaching(peer), projects.tally().doubted()[peer]);
        });
  }

  private Metric nothing(Draft draft) {
    IntPredicate somebody = homes::hasAnybody;
    return draft.metric(
        "equity.nothing",
        begun ->
            begun
                .counting(peers.where(projects.contest()::has))
                .without(
                    List.of(
                        new Exclusion("nobody_known", peers.where(somebody.negate())),
                        new Exclusion(
                            "amount_unknown",
                            peers.where(somebody.and(projects.tally()::isUnknown))),
                        new Exclusion("other_level", peers.ofOtherLevels())))
                .quotient(
                    peers.where(this::hasNothing).size(),
                    projects.contest().size(),
                    "nobody_known"));
  }

  /** Each by its code, with how far the nearest project that stands is from it. */
  Series series(Draft draft) {
    List<Point> points =
        peers
            .where(peer -> draft.hasRecords() && hasNothing(peer))
            .rows()
            .mapToObj(area -> Point.of(peers.tree().rows().code(area), nearest(area)))
            .toList();
    return new Series(EquityAnalysis.DEFINITION.getSeries("equity.nothing.nearest"), points);
  }

  private double nearest(int area) {
    PlaneShapes areas = peers.tree().shapes();
    PlaneShapes places = belonging.shapes();
    double[] least = {Double.POSITIVE_INFINITY};
    belonging
        .projects()
        .filter(p -> areas.boxDistance(area, places, p) < least[0])
        .forEach(p -> least[0] = Math.min(least[0], areas.distance(area, places, p)));
    return least[0];
  }
}
