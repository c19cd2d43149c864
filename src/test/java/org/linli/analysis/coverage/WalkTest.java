package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.line;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.GridTown;
import org.linli.analysis.Join;
import org.linli.analysis.Town;
import org.linli.analysis.Walk;
import org.linli.analysis.WalkNetwork;

class WalkTest {

  private static WalkNetwork network(GridTown town) {
    town.building("A", 0, 0);
    return WalkReach.network(town.inputs(), Town.of(town.inputs(), AccessReview.PLACED));
  }

  /** Some of the sides of a grid of squares of 100 m. */
  private static GridTown streets(int squares, double share, Random random) {
    GridTown town = new GridTown().layer("paths");
    for (int x = 0; x <= squares; x++) {
      for (int y = 0; y <= squares; y++) {
        if (x < squares && random.nextDouble() < share) {
          town.put("paths", "h" + x + "-" + y, line(100 * x, 100 * y, 100 * x + 100, 100 * y));
        }
        if (y < squares && random.nextDouble() < share) {
          town.put("paths", "v" + x + "-" + y, line(100 * x, 100 * y, 100 * x, 100 * y + 100));
        }
      }
    }
    return town;
  }

  /** By Floyd's algorithm, which has nothing in common with the other but the answer. */
  private static double[][] allDistances(WalkNetwork network) {
    double[][] metres = new double[network.nodes()][network.nodes()];
    for (double[] row : metres) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int n = 0; n < metres.length; n++) {
      metres[n][n] = 0;
    }
    for (int s = 0; s < network.segments(); s++) {
      metres[network.from(s)][network.to(s)] = network.length(s);
      metres[network.to(s)][network.from(s)] = network.length(s);
    }
    for (int k = 0; k < metres.length; k++) {
      for (int i = 0; i < metres.length; i++) {
        for (int j = 0; j < metres.length; j++) {
          metres[i][j] = Math.min(metres[i][j], metres[i][k] + metres[k][j]);
        }
      }
    }
    return metres;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theShortestWaysAreThoseOfFloydsAlgorithm(long seed) {
    Random random = new Random(seed);
    WalkNetwork network = network(streets(8, 0.6, random));
    double[][] expected = allDistances(network);
    Walk walk = new Walk(network, 700);
    for (int round = 0; round < 20; round++) {
      int from = random.nextInt(network.segments());
      int to = random.nextInt(network.segments());
      walk.from(List.of(new Join(from, 0, 7)));

      double least =
          7
              + Math.min(
                  expected[network.from(from)][network.from(to)],
                  expected[network.from(from)][network.to(to)] + network.length(to));
      double found = walk.metresTo(new Join(to, 0, 0));

      if (least <= 700) {
        assertThat(found).as("seed %d, round %d", seed, round).isCloseTo(least, within(1e-6));
      } else {
        assertThat(found).as("seed %d, round %d", seed, round).isGreaterThan(700);
      }
    }
  }

  /** A segment that begins so far east and north of the network's south-western corner. */
  private static int segmentFrom(WalkNetwork network, double east, double north) {
    int[] all = IntStream.range(0, network.segments()).toArray();
    double west = Arrays.stream(all).mapToDouble(network::fromX).min().orElseThrow();
    double south = Arrays.stream(all).mapToDouble(network::fromY).min().orElseThrow();
    return Arrays.stream(all)
        .filter(s -> Math.abs(network.fromX(s) - west - east) < 5)
        .filter(s -> Math.abs(network.fromY(s) - south - north) < 5)
        .findFirst()
        .orElseThrow();
  }

  /** Within 250 m of a crossing lie the crossing, 4 at 100 m and 8 at 200 m. */
  @Test
  void aWalkLooksAtTheNodesWithinTheLimitOnly() {
    WalkNetwork network = network(streets(40, 2, new Random(0)));
    Walk walk = new Walk(network, 250);
    int middle = segmentFrom(network, 2_000, 2_000);

    walk.from(List.of(new Join(middle, 0, 0)));

    assertThat(network.nodes()).isEqualTo(41 * 41);
    assertThat(walk.reached()).hasSize(13);
    assertThat(walk.settled()).isEqualTo(13);
  }
}
