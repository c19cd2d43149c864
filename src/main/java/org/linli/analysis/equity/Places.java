package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The buildings at which a project may fall, each with its odds. In a large town not all of them:
 * then they are taken evenly along the odds, community after community, so that the odds of each
 * community are kept to one in {@link #MOST}, and each stands for the same part of the whole. What
 * a project divides into is reckoned once for a place, so this bounds the work.
 */
final class Places {
  static final int MOST = 4096;

  private final int[] buildings;
  private final double[] odds;

  /**
   * @param odds summed up to and with each building
   */
  private Places(int[] buildings, double[] odds) {
    this.buildings = buildings;
    this.odds = odds;
  }

  /**
   * @param ofBuildings the odds of each building; NaN and 0 for those at which nothing falls
   * @param communities of the buildings
   * @param fit which buildings may be taken
   */
  static Places of(double[] ofBuildings, int[] communities, IntPredicate fit) {
    int[] all =
        IntStream.range(0, ofBuildings.length)
            .filter(b -> ofBuildings[b] > 0 && fit.test(b))
            .boxed()
            .sorted(Comparator.comparingInt(b -> communities[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] odds = Arrays.stream(all).mapToDouble(b -> ofBuildings[b]).toArray();
    for (int i = 1; i < odds.length; i++) {
      odds[i] += odds[i - 1];
    }
    Places places = new Places(all, odds);
    return all.length > MOST ? places.thinned() : places;
  }

  private Places thinned() {
    double step = odds[odds.length - 1] / MOST;
    return new Places(
        IntStream.range(0, MOST).map(i -> at((i + 0.5) * step)).toArray(),
        IntStream.range(0, MOST).mapToDouble(i -> i + 1).toArray());
  }

  int size() {
    return buildings.length;
  }

  /** A building, with its odds. */
  int draw(Random random) {
    return at(random.nextDouble() * odds[odds.length - 1]);
  }

  private int at(double sum) {
    int found = Arrays.binarySearch(odds, sum);
    return buildings[Math.min(odds.length - 1, found < 0 ? -found - 1 : found + 1)];
  }
}
