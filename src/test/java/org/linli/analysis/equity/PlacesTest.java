package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final int MOST = 4096;
  private static final int DRAWS = 40_000;

  private static double[] shares(Places places, int[] communities, int of) {
    double[] shares = new double[of];
    Random random = new Random(3);
    for (int i = 0; i < DRAWS; i++) {
      shares[communities[places.draw(random)]] += 1.0 / DRAWS;
    }
    return shares;
  }

  /** Odds 1, 2, 5 of 8; an error is √(p(1 − p) ÷ 40,000) ≤ 0.0025; four of them. */
  @Test
  void aBuildingIsDrawnWithItsOddsAndNoneWithoutAny() {
    int[] each = {0, 1, 2, 3, 4};
    Places places = Places.of(new double[] {1, 0, 2, Double.NaN, 5}, each, b -> true);
    double[] shares = shares(places, each, 5);
    assertThat(places.size()).isEqualTo(3);
    assertThat(shares[0]).isCloseTo(1 / 8.0, within(0.01));
    assertThat(shares[1]).isZero();
    assertThat(shares[2]).isCloseTo(2 / 8.0, within(0.01));
    assertThat(shares[3]).isZero();
    assertThat(shares[4]).isCloseTo(5 / 8.0, within(0.01));
  }

  @Test
  void whatIsNotFitIsNotTaken() {
    Places places = Places.of(new double[] {1, 1, 1}, new int[3], b -> b == 1);
    assertThat(IntStream.range(0, 50).map(i -> places.draw(new Random(i)))).containsOnly(1);
  }

  /**
   * 30,000 buildings by turns in three communities with odds of 1, 2 and 3 each, so 1, 2 and 3 of
   * 6: the same from {@value #MOST} places.
   */
  @Test
  void aLargeTownIsThinnedWithoutChangingTheOddsOfItsCommunities() {
    int[] communities = IntStream.range(0, 30_000).map(b -> b % 3).toArray();
    double[] odds = IntStream.of(communities).mapToDouble(c -> c + 1).toArray();
    Places places = Places.of(odds, communities, b -> true);
    assertThat(places.size()).isEqualTo(MOST);
    double[] shares = shares(places, communities, 3);
    for (int c = 0; c < 3; c++) {
      assertThat(shares[c]).isCloseTo((c + 1) / 6.0, within(0.01));
    }
  }

  @Test
  void aTownOfAsManyBuildingsIsTakenWhole() {
    double[] odds = IntStream.range(0, MOST).mapToDouble(b -> 1 + b % 7).toArray();
    assertThat(Places.of(odds, new int[MOST], b -> true).size()).isEqualTo(MOST);
    assertThat(Places.of(odds, new int[MOST], b -> b < 4000).size()).isEqualTo(4000);
  }
}
