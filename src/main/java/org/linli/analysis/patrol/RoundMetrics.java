package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** What a round is worth, and what it leaves. */
final class RoundMetrics {
  private static final double SECONDS_A_MINUTE = 60;
  private final NextRound round;
  private final Precinct precinct;
  private final Instant asOf;
  private final int[] gone;

  RoundMetrics(NextRound round, Instant asOf) {
    this.round = round;
    this.precinct = round.watch().precinct();
    this.asOf = asOf;
    this.gone = IntStream.range(0, round.stops()).map(round::building).sorted().toArray();
  }

  List<Metric> all() {
    double avoided = IntStream.range(0, round.stops()).mapToDouble(round::personDays).sum();
    double people = IntStream.of(gone).mapToDouble(precinct::residents).sum();
    double left = IntStream.of(round.left()).mapToDouble(round::personDaysIfNobody).sum();
    return List.of(
        over("round.person_days", gone).value(avoided),
        over("round.share", gone).quotient(avoided, ifNobodyComes(left), "nothing_in_gap"),
        over("round.buildings", gone).value(gone.length),
        over("round.residents", gone).value(people),
        over("round.minutes", gone).value(round.seconds() / SECONDS_A_MINUTE),
        over("round.kilometres", gone).value(round.metres() / 1000),
        over("round.left.buildings", round.left()).value(round.left().length),
        over("round.left.person_days", round.left()).value(left));
  }

  /** At all buildings in gap whose residents are known, reachable or not. */
  private double ifNobodyComes(double left) {
    return left
        + IntStream.of(gone).mapToDouble(round::personDaysIfNobody).sum()
        + IntStream.of(round.unreachable()).mapToDouble(round::personDaysIfNobody).sum();
  }

  private Metric.Draft over(String id, int[] buildings) {
    return Metric.of(NextRoundAnalysis.DEFINITION.getMetric(id), asOf)
        .counting(RowSet.of(precinct.rows(), buildings))
        .without(exclusions());
  }

  private List<Exclusion> exclusions() {
    List<Exclusion> exclusions = new ArrayList<>();
    exclusions.add(exclusion("not_reachable", round.unreachable()));
    exclusions.add(exclusion("residents_unknown", round.unknownResidents()));
    exclusions.add(exclusion("no_place", round.placeless()));
    exclusions.addAll(round.watch().records().unusable());
    return exclusions;
  }

  private Exclusion exclusion(String reason, int[] buildings) {
    return new Exclusion(reason, RowSet.of(precinct.rows(), buildings));
  }
}
