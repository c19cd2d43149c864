package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;

/** The walks found, against all walks that there are and against plainer ways to find one. */
class OrienteeringTest {
  private static final double LEAST_SHARE_OF_OPTIMA = 0.97;

  /** Places on a square kilometre, walked straight at 4 km/h within a fraction of what all take. */
  private static Errand errand(int places, Random random) {
    double[] x = random.doubles(places + 1, 0, 1_000).toArray();
    double[] y = random.doubles(places + 1, 0, 1_000).toArray();
    double[] people = IntStream.rangeClosed(0, places).mapToDouble(i -> people(random)).toArray();
    people[0] = 0;
    double[] intervals = new double[places + 1];
    Arrays.setAll(intervals, i -> random.nextInt(4) == 0 ? 1_800 : 86_400);
    return new Errand(
        (from, to) -> Math.hypot(x[from] - x[to], y[from] - y[to]) * 0.9,
        people,
        intervals,
        random.nextInt(3) * 60,
        300 + random.nextInt(3_000));
  }

  private static double people(Random random) {
    return random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(200);
  }

  private static Tour best(Errand errand) {
    return new Orienteering(errand, Cancellation.NONE).best();
  }

  /** Worked out anew from the order alone; -1 when it takes longer than the budget. */
  private static double worth(Errand errand, int... order) {
    double now = 0;
    double worth = 0;
    for (int i = 1; i < order.length; i++) {
      now += errand.legs().seconds(order[i - 1], order[i]);
      double left = Math.max(0, errand.intervalSeconds()[order[i]] - now);
      worth += errand.people()[order[i]] * left;
      now += errand.staySeconds();
    }
    return now <= errand.budgetSeconds() ? worth : -1;
  }

  /** The best of all walks through any of the places in any order. */
  private static double optimum(Errand errand, int[] order) {
    double most = worth(errand, order);
    if (most < 0) {
      return 0;
    }
    for (int next = 1; next < errand.places(); next++) {
      int place = next;
      if (Arrays.stream(order).noneMatch(visited -> visited == place)) {
        int[] longer = Arrays.copyOf(order, order.length + 1);
        longer[order.length] = next;
        most = Math.max(most, optimum(errand, longer));
      }
    }
    return most;
  }

  /** One step after the other to where people by time of the way are the most. */
  private static double greedy(Errand errand) {
    int[] order = {0};
    while (true) {
      int[] next = null;
      double most = 0;
      for (int place = 1; place < errand.places(); place++) {
        int candidate = place;
        if (Arrays.stream(order).noneMatch(visited -> visited == candidate)) {
          int[] longer = Arrays.copyOf(order, order.length + 1);
          longer[order.length] = place;
          double leg = errand.legs().seconds(order[order.length - 1], place);
          double gain = worth(errand, longer) - worth(errand, order);
          double rate = gain / Math.max(1e-3, leg + errand.staySeconds());
          if (worth(errand, longer) >= 0 && rate > most) {
            most = rate;
            next = longer;
          }
        }
      }
      if (next == null) {
        return worth(errand, order);
      }
      order = next;
    }
  }

  @Test
  void upToSevenPlacesTheWalkIsNearlyAlwaysTheBestThereIs() {
    long optima =
        LongStream.range(0, 300)
            .filter(
                seed -> {
                  Random random = new Random(seed);
                  Errand errand = errand(1 + random.nextInt(7), random);
                  double optimum = optimum(errand, new int[] {0});
                  double found = best(errand).worth();
                  assertThat(found).as("seed %d", seed).isLessThanOrEqualTo(optimum * (1 + 1e-9));
                  return found >= optimum * (1 - 1e-9);
                })
            .count();
    assertThat(optima / 300.0).isGreaterThanOrEqualTo(LEAST_SHARE_OF_OPTIMA);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 40, 90})
  void aWalkKeepsToItsTimeAndIsNeverWorseThanAGreedyOne(int places) {
    for (long seed = 0; seed < 40; seed++) {
      Errand errand = errand(places, new Random(seed));
      Tour tour = best(errand);
      BitSet once = new BitSet();
      Arrays.stream(tour.order()).forEach(once::set);
      assertThat(once.cardinality()).as("seed %d", seed).isEqualTo(tour.size());
      assertThat(tour.seconds()).as("seed %d", seed).isLessThanOrEqualTo(errand.budgetSeconds());
      assertThat(worth(errand, tour.order()))
          .as("seed %d", seed)
          .isCloseTo(tour.worth(), org.assertj.core.api.Assertions.within(1e-3))
          .isGreaterThanOrEqualTo(greedy(errand) * (1 - 1e-9));
    }
  }

  @Test
  void theSameErrandGivesTheSameWalk() {
    for (long seed = 0; seed < 10; seed++) {
      int[] first = best(errand(60, new Random(seed))).order();
      assertThat(best(errand(60, new Random(seed))).order()).as("seed %d", seed).isEqualTo(first);
    }
  }

  @Test
  void aPlaceThatCannotBeComeToIsNotVisited() {
    Errand cut =
        new Errand(
            (from, to) -> from == 2 || to == 2 ? Double.POSITIVE_INFINITY : 60,
            new double[] {0, 10, 1_000, 10},
            new double[] {0, 86_400, 86_400, 86_400},
            0,
            3_600);
    assertThat(best(cut).order()).containsExactly(0, 1, 3);
  }

  @Test
  void whereNothingFitsOneStaysAtHome() {
    Errand far =
        new Errand((from, to) -> 100, new double[] {0, 5}, new double[] {0, 86_400}, 0, 99);
    assertThat(best(far).order()).containsExactly(0);
    Errand late =
        new Errand((from, to) -> 100, new double[] {0, 5}, new double[] {0, 100}, 0, 1_000);
    assertThat(best(late).order()).containsExactly(0);
  }

  @Test
  void theSearchStopsWhenNobodyWaits() {
    AtomicInteger asked = new AtomicInteger();
    Orienteering search =
        new Orienteering(errand(40, new Random(3)), () -> asked.incrementAndGet() > 3);
    assertThatThrownBy(search::best).isInstanceOf(CancelledException.class);
    assertThat(asked).hasValue(4);
  }

  /** 250 places that all fit: the work stays within what two improved walks may take. */
  @Test
  void theWorkIsBounded() {
    Random random = new Random(7);
    double[] x = random.doubles(251, 0, 1_000).toArray();
    double[] y = random.doubles(251, 0, 1_000).toArray();
    double[] people = random.doubles(251, 1, 100).toArray();
    double[] day = new double[251];
    Arrays.fill(day, 86_400);
    Orienteering search =
        new Orienteering(
            new Errand(
                (from, to) -> Math.hypot(x[from] - x[to], y[from] - y[to]), people, day, 0, 20_000),
            Cancellation.NONE);
    Tour tour = search.best();
    assertThat(tour.size()).isGreaterThan(200);
    long building = 251L * 251 * 251;
    assertThat(search.steps()).isLessThan(2 * (building + Orienteering.MOST_STEPS + 251 * 251 * 3));
  }
}
