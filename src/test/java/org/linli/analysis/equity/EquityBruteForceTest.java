package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.equity.EquityTown.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.GridTown;
import org.locationtech.jts.geom.Geometry;

/**
 * Seeded towns, reckoned a second time in the plainest way: every project against every house by
 * JTS, Gini by the mean difference of all pairs, and chance by trying every way in which two or
 * three projects can fall.
 */
class EquityBruteForceTest {
  private static final double REACH_METRES = 300;
  private static final int COMMUNITIES = 5;
  private static final int HOUSES = 40;
  private static final String DRAWS = "4000";

  private final EquityTown town = new EquityTown();
  private final List<Geometry> houses = new ArrayList<>();
  private final List<Geometry> projects = new ArrayList<>();
  private final int[] communityOf = new int[HOUSES];
  private final Long[] residents = new Long[HOUSES];
  private final Double[] costs = new Double[20];

  private void build(long seed, int count, boolean complete) {
    Random random = new Random(seed);
    for (int c = 0; c < COMMUNITIES; c++) {
      town.compound("c" + c, 400 * c, 0);
    }
    for (int b = 0; b < HOUSES; b++) {
      double x = random.nextInt(20_000) / 10.0;
      double y = random.nextInt(8_000) / 10.0;
      communityOf[b] = random.nextInt(COMMUNITIES);
      residents[b] = !complete && random.nextInt(6) == 0 ? null : Long.valueOf(random.nextInt(90));
      houses.add(box(x, y, x + GridTown.SIDE_METRES, y + GridTown.SIDE_METRES));
      town.home("b%02d".formatted(b), "c" + communityOf[b], x, y, residents[b]);
    }
    for (int p = 0; p < count; p++) {
      double x = random.nextInt(24_000) / 10.0;
      double y = random.nextInt(8_000) / 10.0;
      Geometry place = random.nextBoolean() ? point(x, y) : box(x, y, x + 60, y + 25);
      projects.add(place);
      costs[p] = !complete && random.nextInt(5) == 0 ? null : Double.valueOf(random.nextInt(9000));
      town.paper()
          .put(
              "projects",
              "p%02d".formatted(p),
              place,
              with("status", "completed"),
              with("completed_at", EquityTown.COMPLETED),
              with("cost", costs[p]));
    }
  }

  private double[] residentsByCommunity() {
    double[] sums = new double[COMMUNITIES];
    for (int b = 0; b < HOUSES; b++) {
      sums[communityOf[b]] += residents[b] == null ? 0 : residents[b];
    }
    return sums;
  }

  /** The share of each community in what falls at a place; all 0 where nobody lives in reach. */
  private double[] shares(Geometry place) {
    double[] shares = new double[COMMUNITIES];
    for (int b = 0; b < HOUSES; b++) {
      if (residents[b] != null && houses.get(b).distance(place) <= REACH_METRES) {
        shares[communityOf[b]] += residents[b];
      }
    }
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(some -> all == 0 ? 0 : some / all).toArray();
  }

  /** Σᵢ Σⱼ wᵢ wⱼ |rᵢ − rⱼ| ÷ (2 W Σ a), with rates r = a ÷ w. */
  private static double gini(double[] weights, double[] amounts) {
    double differences = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        differences += Math.abs(amounts[i] * weights[j] - amounts[j] * weights[i]);
      }
    }
    return differences / (2 * Arrays.stream(weights).sum() * Arrays.stream(amounts).sum());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ratesAndGiniAreThoseOfTheNaiveReckoning(long seed) {
    build(seed, 20, false);
    double[] people = residentsByCommunity();
    double[] count = new double[COMMUNITIES];
    double[] money = new double[COMMUNITIES];
    for (int p = 0; p < projects.size(); p++) {
      double[] shares = shares(projects.get(p));
      for (int c = 0; c < COMMUNITIES; c++) {
        count[c] += shares[c];
        money[c] += costs[p] == null ? 0 : shares[c] * costs[p];
      }
    }
    AnalysisResult result = town.result();
    for (int c = 0; c < COMMUNITIES; c++) {
      assertThat(number(result, "c" + c, "equity.projects"))
          .as("projects of c%d, seed %d", c, seed)
          .isCloseTo(1000 * count[c] / people[c], within(1e-9));
      assertThat(number(result, "c" + c, "equity.money"))
          .as("money of c%d, seed %d", c, seed)
          .isCloseTo(1000 * money[c] / people[c], within(1e-6));
    }
    assertThat(number(result, "equity.projects.gini")).isCloseTo(gini(people, count), within(1e-9));
    assertThat(number(result, "equity.money.gini")).isCloseTo(gini(people, money), within(1e-9));
  }

  /** The mean over draws lies within five of its own standard errors of the mean over all ways. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void chanceIsTheMeanOverAllWaysInWhichTheProjectsCanFall(long seed) {
    build(seed, 2, true);
    // One of them surely reaches somebody: it stands where a house is.
    town.project("q", houses.get(0).getCoordinate().x, houses.get(0).getCoordinate().y);
    double[] people = residentsByCommunity();
    AnalysisResult result = town.result("draws", DRAWS, "seed", Long.toString(seed));
    int falling = (int) number(result, "equity.reached");
    double[][] ways = new double[HOUSES][];
    for (int b = 0; b < HOUSES; b++) {
      ways[b] = shares(houses.get(b));
    }
    double all = Arrays.stream(people).sum();
    double mean = 0;
    double squares = 0;
    int[] at = new int[falling];
    do {
      double[] amounts = new double[COMMUNITIES];
      double odds = 1;
      for (int house : at) {
        odds *= residents[house] / all;
        for (int c = 0; c < COMMUNITIES; c++) {
          amounts[c] += ways[house][c];
        }
      }
      if (odds > 0) {
        double gini = gini(people, amounts);
        mean += odds * gini;
        squares += odds * gini * gini;
      }
    } while (next(at));
    double error = Math.sqrt((squares - mean * mean) / Integer.parseInt(DRAWS));
    assertThat(number(result, "equity.projects.gini.chance"))
        .as("seed %d, %d projects", seed, falling)
        .isCloseTo(mean, within(5 * error));
  }

  private static boolean next(int[] at) {
    for (int i = 0; i < at.length; i++) {
      at[i] = (at[i] + 1) % HOUSES;
      if (at[i] != 0) {
        return true;
      }
    }
    return false;
  }
}
