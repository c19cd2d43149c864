package org.linli.analysis.equity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;
import org.linli.analysis.Series.Point;

/** The numbers of one measure. */
final class ShareMetrics {
  private static final double PER_RESIDENTS = 1000;
  private final Shares shares;
  private final Peers peers;
  private final Homes homes;
  private final Belonging belonging;
  private final Draft draft;
  private final String id;

  ShareMetrics(Shares shares, Peers peers, Homes homes, Belonging belonging, Draft draft) {
    this.shares = shares;
    this.peers = peers;
    this.homes = homes;
    this.belonging = belonging;
    this.draft = draft;
    this.id = shares.measure().id();
  }

  List<Metric> all() {
    return List.of(
        rate(),
        inequality(
            "gini", shares.byResidents().map(Inequality::lorenz).map(Lorenz::gini), residents()),
        inequality(
            "gini.chance",
            shares.byResidents().map(Inequality::chance).map(Chance::mean),
            residents()),
        asUnequal(),
        inequality("need.gini", shares.byNeed().map(Inequality::lorenz).map(Lorenz::gini), need()),
        inequality(
            "need.gini.chance", shares.byNeed().map(Inequality::chance).map(Chance::mean), need()));
  }

  private Metric rate() {
    return draft.metric(
        id,
        begun ->
            shares
                .measure()
                .absence()
                .map(begun::absent)
                .orElseGet(
                    () ->
                        begun
                            .counting(homes.counted(shares.contest()::has))
                            .without(left())
                            .quotient(
                                PER_RESIDENTS * shares.contest().sum(shares.tally().amounts()),
                                shares.contest().sum(homes.residents()),
                                "nobody_known")));
  }

  /** What came to one community. */
  Metric rate(int peer) {
    return draft.metric(
        id,
        begun -> {
          Optional<String> absence = shares.measure().absence();
          if (absence.isPresent()) {
            return begun.absent(absence.get());
          }
          return homes.hasAnybody(peer) && shares.tally().isUnknown(peer)
              ? begun.absent("amount_unknown")
              : begun
                  .counting(homes.counted(one -> one == peer && homes.hasAnybody(one)))
                  .quotient(
                      PER_RESIDENTS * shares.tally().amounts()[peer],
                      homes.residents()[peer],
                      "nobody_known");
        });
  }

  private Metric inequality(String what, Optional<Double> value, Basis basis) {
    return draft.metric(
        id + "." + what,
        begun ->
            begun
                .counting(peers.where(shares.contest()::has))
                .without(basis.left)
                .valueOr(
                    value.map(OptionalDouble::of).orElse(OptionalDouble.empty()), basis.absence));
  }

  private Metric asUnequal() {
    String name = id + ".gini.as_unequal";
    return draft.metric(
        name,
        begun ->
            shares
                .byResidents()
                .map(Inequality::chance)
                .map(c -> begun.quotient(c.asUnequal(), c.draws(), "nothing_to_share"))
                .orElseGet(() -> begun.absent(shares.whyNoInequality())));
  }

  /** Against what something is shared: what is left out, and why there may be no answer. */
  private record Basis(List<Exclusion> left, String absence) {}

  private Basis residents() {
    return new Basis(left(), shares.whyNoInequality());
  }

  private Basis need() {
    List<Exclusion> left = new ArrayList<>(left());
    left.add(shares.finderUnknown());
    return new Basis(left, shares.whyNoneByNeed());
  }

  private List<Exclusion> left() {
    List<Exclusion> left = new ArrayList<>(belonging.left());
    left.addAll(shares.measure().left());
    left.addAll(homes.left());
    left.addAll(unknownCommunities());
    return left;
  }

  private List<Exclusion> unknownCommunities() {
    RowSet nobody = peers.where(peer -> !homes.hasAnybody(peer));
    RowSet unknown = peers.where(peer -> homes.hasAnybody(peer) && shares.tally().isUnknown(peer));
    return List.of(
        new Exclusion("nobody_known", nobody),
        new Exclusion("amount_unknown", unknown),
        new Exclusion("other_level", peers.ofOtherLevels()));
  }

  /** Keyed by whole percents of the residents, so that it tells no community's number. */
  Series lorenz() {
    Optional<Lorenz> curve =
        shares.byResidents().map(Inequality::lorenz).filter(some -> draft.hasRecords());
    return new Series(
        EquityAnalysis.DEFINITION.getSeries(id + ".lorenz"),
        curve.stream()
            .flatMap(
                lorenz ->
                    IntStream.rangeClosed(0, 100)
                        .mapToObj(p -> Point.of(Integer.toString(p), lorenz.at(p / 100.0))))
            .toList());
  }
}
