package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.patrol.SpotSearch.Clearance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The emptiest spot is the one that asking every square metre finds, also when obstacles come. */
class SpotSearchTest {

  /** How far a place is from the nearest of some points; counts how often it is asked. */
  private static final class Points implements Clearance {
    private final List<Coordinate> points = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public double metres(double x, double y) {
      asked.incrementAndGet();
      return plainMetres(x, y);
    }

    double plainMetres(double x, double y) {
      double least = Double.POSITIVE_INFINITY;
      for (Coordinate point : points) {
        least = Math.min(least, Math.hypot(point.x - x, point.y - y));
      }
      return least;
    }

    /** Points as far apart as each other, but for a metre: nearly everywhere it is as empty. */
    void lattice(int metres, Random random, int side) {
      for (int x = 0; x < side; x += metres) {
        for (int y = 0; y < side; y += metres) {
          points.add(new Coordinate(x + random.nextDouble(), y + random.nextDouble()));
        }
      }
    }

    void scatter(int count, Random random, double side) {
      for (int i = 0; i < count; i++) {
        points.add(new Coordinate(random.nextDouble() * side, random.nextDouble() * side));
      }
    }
  }

  /** A slanted square without a disc in it. */
  private static EmptySpot.Ground ground(double side) {
    Geometry whole =
        PlaneGeometries.metres().toGeometry(new Envelope(side / 8, side, side / 8, side * 0.9));
    Geometry hole =
        PlaneGeometries.metres().createPoint(new Coordinate(side / 2, side / 2)).buffer(side / 6);
    return new EmptySpot.Ground(whole.difference(hole));
  }

  private static Optional<EmptySpot> plainly(EmptySpot.Ground ground, Points points, int side) {
    Optional<EmptySpot> best = Optional.empty();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        if (ground.holds(column + 0.5, row + 0.5)) {
          double metres = points.plainMetres(column + 0.5, row + 0.5);
          if (best.isEmpty() || metres > best.get().metres()) {
            best = Optional.of(new EmptySpot(column, row, metres));
          }
        }
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void itIsTheOneThatAskingEverySquareMetreFinds(long seed) {
    Random random = new Random(seed);
    EmptySpot.Ground ground = ground(120);
    Points points = new Points();
    points.scatter(12, random, 120);
    SpotSearch search = SpotSearch.of(ground, points, Cancellation.NONE);
    assertThat(search.spot()).as("seed %d", seed).isEqualTo(plainly(ground, points, 120));
    for (int come = 0; come < 25; come++) {
      search.spot().ifPresent(known -> points.points.add(new Coordinate(known.x(), known.y())));
      points.scatter(2, random, 120);
      search = search.with(points, Cancellation.NONE);
      assertThat(search.spot())
          .as("seed %d, after %d came", seed, come + 1)
          .isEqualTo(plainly(ground, points, 120));
    }
  }

  @Test
  void whereAnObstacleComesIntoItLittleIsLookedIntoAgain() {
    EmptySpot.Ground ground = ground(1_000);
    Points points = new Points();
    points.lattice(25, new Random(9), 1_000);
    SpotSearch search = SpotSearch.of(ground, points, Cancellation.NONE);
    int first = points.asked.getAndSet(0);
    EmptySpot known = search.spot().orElseThrow();
    points.points.add(new Coordinate(known.x() + 1, known.y()));
    SpotSearch again = search.with(points, Cancellation.NONE);
    assertThat(points.asked.get()).isPositive().isLessThan(first / 10);
    assertThat(again.spot()).isEqualTo(SpotSearch.of(ground, points, Cancellation.NONE).spot());
    assertThat(again.spot()).isNotEqualTo(search.spot());
  }

  @Test
  void thereIsNoneWhereThereIsNoGround() {
    EmptySpot.Ground nothing = new EmptySpot.Ground(PlaneGeometries.metres().createPolygon());
    Points points = new Points();
    points.scatter(1, new Random(1), 10);
    SpotSearch search = SpotSearch.of(nothing, points, Cancellation.NONE);
    assertThat(search.spot()).isEmpty();
    assertThat(search.with(points, Cancellation.NONE).spot()).isEmpty();
  }
}
