package org.linli.analysis.equity;

import java.util.Optional;
import org.linli.analysis.Exclusion;

/** How one measure is shared among the communities: against residents, and against need. */
final class Shares {
  private final Measure measure;
  private final Belonging belonging;
  private final Draws draws;
  private final Tally tally;
  private final Contest contest;
  private final Optional<Inequality> byResidents;
  private final Optional<Inequality> byNeed;
  private final Need need;

  Shares(Measure measure, Belonging belonging, Homes homes, Need need, Draws draws) {
    this.measure = measure;
    this.belonging = belonging;
    this.draws = draws;
    this.need = need;
    this.tally = Tally.of(measure, belonging, homes.residents().length);
    this.contest = new Contest(homes.residents(), peer -> !tally.isUnknown(peer));
    this.byResidents = inequality(contest, homes.town().residents());
    this.byNeed =
        need.absence().isPresent()
            ? Optional.empty()
            : inequality(
                new Contest(homes.summed(need.ofBuildings()), peer -> contest.has(peer)),
                need.ofBuildings());
  }

  private Optional<Inequality> inequality(Contest among, double[] ofBuildings) {
    return among.size() < 2
        ? Optional.empty()
        : among
            .lorenz(among.of(tally.amounts()))
            .map(
                lorenz ->
                    new Inequality(lorenz, draws.of(among, values(), ofBuildings, lorenz.gini())));
  }

  /** What each project that came to any of the communities brings, where that is known. */
  private double[] values() {
    return belonging
        .counted()
        .rows()
        .mapToObj(measure::value)
        .filter(value -> value.orElse(0) > 0)
        .mapToDouble(value -> value.getAsDouble())
        .toArray();
  }

  Measure measure() {
    return measure;
  }

  Tally tally() {
    return tally;
  }

  /** The communities where it is known who lives there and what came to them. */
  Contest contest() {
    return contest;
  }

  Optional<Inequality> byResidents() {
    return byResidents;
  }

  Optional<Inequality> byNeed() {
    return byNeed;
  }

  /** Why nothing can be said of the inequality, if nothing can. */
  String whyNoInequality() {
    return measure
        .absence()
        .orElse(contest.size() < 2 ? "fewer_than_two_communities" : "nothing_to_share");
  }

  String whyNoneByNeed() {
    return measure.absence().or(need::absence).orElseGet(this::whyNoInequality);
  }

  Exclusion finderUnknown() {
    return need.finderUnknown();
  }
}
