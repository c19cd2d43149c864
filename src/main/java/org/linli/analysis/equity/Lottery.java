package org.linli.analysis.equity;

import java.util.Random;
import org.linli.analysis.Cancellation;

/**
 * Lets projects fall at random: each at a building drawn with odds of its weight, and from there to
 * communities as a project does, by the residents within reach. So a single draw divides projects
 * as coarsely or finely as the town really does.
 */
final class Lottery {
  /** Sums of the same numbers in another order differ by so little. */
  private static final double ROUNDING = 1e-12;

  private final Portioner portioner;
  private final Contest contest;
  private final double[] values;
  private final Places places;

  /**
   * @param values what each project that came to these communities brings
   * @param ofBuildings each building's weight, NaN where it is not known
   */
  Lottery(
      Portioner portioner, Homes homes, Contest contest, double[] values, double[] ofBuildings) {
    this.portioner = portioner;
    this.contest = contest;
    this.values = values;
    this.places =
        Places.of(
            ofBuildings, homes.peers(), b -> homes.isPlaced(b) && contest.has(homes.peers()[b]));
  }

  /** The chance of a Gini of at least so much. */
  Chance draw(int draws, long seed, double observed, Cancellation cancellation) {
    Random random = new Random(seed);
    double sum = 0;
    int asUnequal = 0;
    for (int i = 0; i < draws; i++) {
      cancellation.check();
      double gini = gini(random);
      sum += gini;
      asUnequal += gini >= observed - ROUNDING ? 1 : 0;
    }
    return new Chance(sum / draws, asUnequal, draws);
  }

  private double gini(Random random) {
    double[] amounts = new double[contest.size()];
    for (double value : values) {
      Portions portions = portioner.ofHome(places.draw(random));
      for (int i = 0; i < portions.peers().length; i++) {
        contest.add(amounts, portions.peers()[i], value * portions.shares()[i]);
      }
    }
    return contest.lorenz(amounts).orElseThrow().gini();
  }
}
