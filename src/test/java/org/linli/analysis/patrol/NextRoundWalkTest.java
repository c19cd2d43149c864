package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.line;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.patrol.NextRoundTest.number;
import static org.linli.analysis.patrol.NextRoundTest.result;
import static org.linli.analysis.patrol.NextRoundTest.stops;
import static org.linli.analysis.patrol.NextRoundTest.streets;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.GridTown;
import org.linli.analysis.WalkNetwork;
import org.linli.geo.MetricPlane;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Rounds in random towns and in a very large one: that they can be walked as they say, and that no
 * more is worked out than need be.
 */
class NextRoundWalkTest {
  private static final MetricPlane PLANE = MetricPlane.at(GridTown.POST_LON, GridTown.POST_LAT);

  /** Half of the sides of a grid of streets, with homes along and off them. */
  private static GridTown randomTown(Random random) {
    GridTown town = new GridTown().layer("paths");
    for (int x = 0; x < 6; x++) {
      for (int y = 0; y < 6; y++) {
        if (random.nextDouble() < 0.8) {
          town.put("paths", "h" + x + y, line(100 * x, 100 * y, 100 * x + 100, 100 * y));
        }
        if (random.nextDouble() < 0.8) {
          town.put("paths", "v" + x + y, line(100 * x, 100 * y, 100 * x, 100 * y + 100));
        }
      }
    }
    for (int i = 0; i < 60; i++) {
      town.home("b" + i, 600 * random.nextDouble(), 600 * random.nextDouble(), random.nextInt(90));
    }
    return town.seen("b0", "06-01 12:00");
  }

  /**
   * Whoever walks the line at the speed comes to every stop when it says, by the patrol analysis
   * itself, which knows nothing of the round.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whoeverWalksTheRoundIsAtEveryStopInTime(long seed) {
    GridTown town = randomTown(new Random(seed));
    AnalysisResult round = result(town, "budget", "40");
    assertThat(stops(round)).as("seed %d", seed).hasSizeGreaterThan(5);
    assertThat(number(round, "round.minutes")).isLessThanOrEqualTo(40);
    Coordinate[] way =
        PLANE.toMetres(round.getLayer("next_round").list().get(0).shape()).getCoordinates();
    GridTown.Fix[] fixes = new GridTown.Fix[way.length];
    double metres = 0;
    for (int i = 0; i < way.length; i++) {
      metres += i == 0 ? 0 : way[i].distance(way[i - 1]);
      Instant at = GridTown.time("06-15 18:00").plusMillis(Math.round(metres * 600));
      double[] lonLat = new double[2];
      PLANE.toLonLat(way[i].x, way[i].y, lonLat);
      fixes[i] = new GridTown.Fix(lonLat[0], lonLat[1], at);
    }
    assertThat(metres / 1000)
        .as("seed %d", seed)
        .isCloseTo(number(round, "round.kilometres"), within(1e-3));
    town.put("patrols", "walked", onPlane(fixes), with("kind", "daily_patrol"));
    for (Feature stop : round.getLayer("next_round_stops").list()) {
      Instant arrives = (Instant) stop.value(4);
      DutyReview then = PatrolClassesTest.review(town, "asOf", arrives.plusSeconds(2).toString());
      int building = then.watch().precinct().rows().indexOf(stop.code());
      assertThat(then.standing(building))
          .as("seed %d, %s at %s", seed, stop.code(), arrives)
          .isEqualTo(Standing.FRESH);
    }
  }

  private static Geometry onPlane(GridTown.Fix... lonLats) {
    double[] xy = new double[2];
    GridTown.Fix[] fixes = new GridTown.Fix[lonLats.length];
    for (int i = 0; i < fixes.length; i++) {
      PLANE.toMetres(lonLats[i].x(), lonLats[i].y(), xy);
      fixes[i] = new GridTown.Fix(xy[0], xy[1], lonLats[i].at());
    }
    return GridTown.track(fixes);
  }

  /** From each place the network is walked once, however often its distances are asked for. */
  @Test
  void theNetworkIsWalkedOnceFromEachPlace() {
    GridTown town = randomTown(new Random(1));
    Precinct precinct = Precinct.of(town.inputs());
    WalkNetwork network =
        WalkNetwork.of(town.inputs().rows("paths").orElseThrow(), precinct.planes());
    PathGround ground =
        (PathGround)
            PathGround.find(
                    network,
                    new Coordinate(300, 300),
                    precinct.shapes(),
                    java.util.stream.IntStream.range(0, precinct.size()).toArray(),
                    new PathGround.Distances(5_000, 50, 20))
                .orElseThrow();
    int places = ground.buildings().length + 1;
    for (int round = 0; round < 3; round++) {
      for (int from = 0; from < places; from++) {
        for (int to = 0; to < places; to++) {
          assertThat(ground.metres(from, to)).isFinite();
        }
      }
    }
    assertThat(ground.settled()).isLessThanOrEqualTo((long) places * network.nodes());
  }

  /** Two thousand homes along one street: 400 are thought about, 401 walks over the network. */
  @Test
  void ofVeryManyHomesTheMostWorthAreThoughtAbout() {
    GridTown town = streets();
    for (int i = 0; i < 2_000; i++) {
      town.home(String.format(Locale.ROOT, "h%04d", i), 12 * i / 4.0 + 0.2, i % 2 * 30 - 20, 3);
    }
    AnalysisResult result = result(town.seen("h0000", "06-01 12:00"), "budget", "5");
    assertThat(stops(result)).hasSizeBetween(100, NextRound.MOST_PLACES);
    assertThat(number(result, "round.minutes")).isLessThanOrEqualTo(5);
    assertThat(number(result, "round.left.buildings") + stops(result).size()).isLessThan(2_001);
  }
}
