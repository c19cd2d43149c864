package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.GridTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Seeded towns, judged a second time in the plainest way there is: every building against every
 * step of every walk, the step cut into points a tenth of a second apart, the distance by JTS.
 * Coverage must agree but where a walk's nearest point is within 2 cm of the reach, presence to a
 * few tenths of a second.
 */
class PatrolBruteForceTest {
  private static final double REACH_METRES = 25;
  private static final long HOLE_MILLIS = 300_000;
  private static final double HOLE_METRES_PER_SECOND = 15;
  private static final long MERGE_MILLIS = 600_000;
  private static final long STEP_MILLIS = 100;
  private static final long INTERVAL_MILLIS = 24 * 3_600_000L;
  private static final Instant AS_OF = Instant.parse("2026-06-15T10:00:00Z");
  private static final GeometryFactory METRES = new GeometryFactory();

  private final GridTown town = new GridTown();
  private final List<Geometry> buildings = new ArrayList<>();
  private final List<Long> residents = new ArrayList<>();
  private final List<GridTown.Fix[]> walks = new ArrayList<>();
  private final List<Long> visitTimes = new ArrayList<>();
  private final List<Integer> visitBuildings = new ArrayList<>();

  private void build(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      double x = random.nextInt(8000) / 10.0 - 400;
      double y = random.nextInt(8000) / 10.0 - 400;
      Geometry shape = shape(random, x, y);
      Long people = random.nextInt(5) == 0 ? null : (long) random.nextInt(200);
      buildings.add(shape);
      residents.add(people);
      town.put(
          "buildings",
          "b%02d".formatted(i),
          shape,
          with("patrol_interval_hours", 24.0),
          with("residents", people));
    }
    for (int i = 0; i < 12; i++) {
      GridTown.Fix[] walk = walk(random);
      walks.add(walk);
      town.patrol("p%02d".formatted(i), walk);
    }
    for (int i = 0; i < 8; i++) {
      long at = AS_OF.toEpochMilli() - random.nextInt(120 * 3600) * 1000L;
      int building = random.nextInt(buildings.size());
      visitTimes.add(at);
      visitBuildings.add(building);
      town.visit("v" + i, "b%02d".formatted(building), "daily_patrol", Instant.ofEpochMilli(at));
    }
  }

  /** A box, an L, or a block with a court. */
  private static Geometry shape(Random random, double x, double y) {
    double size = 8 + random.nextInt(60);
    Geometry box = GridTown.box(x, y, x + size, y + size);
    return switch (random.nextInt(3)) {
      case 0 -> box;
      case 1 -> box.difference(GridTown.box(x + size / 2, y + size / 2, x + size, y + size));
      default ->
          box.difference(
              GridTown.box(x + size / 4, y + size / 4, x + size * 0.75, y + size * 0.75));
    };
  }

  /** Mostly on foot; now and then a fix goes astray or is late. */
  private static GridTown.Fix[] walk(Random random) {
    GridTown.Fix[] walk = new GridTown.Fix[20];
    double x = random.nextInt(800) - 400;
    double y = random.nextInt(800) - 400;
    long at = AS_OF.toEpochMilli() - random.nextInt(100 * 3600) * 1000L - 60_000;
    for (int i = 0; i < walk.length; i++) {
      walk[i] = new GridTown.Fix(x, y, Instant.ofEpochMilli(at));
      boolean astray = random.nextInt(12) == 0;
      x += random.nextInt(120) - 60 + (astray ? 500 : 0);
      y += random.nextInt(120) - 60;
      at += random.nextInt(12) == 0 ? 400_000 : 20_000 + random.nextInt(50_000);
    }
    return walk;
  }

  /** Moments of presence, a tenth of a second apart along walks. */
  private TreeSet<Long> moments(int building, double reach) {
    TreeSet<Long> moments = new TreeSet<>();
    for (int i = 0; i < visitTimes.size(); i++) {
      if (visitBuildings.get(i) == building) {
        moments.add(visitTimes.get(i));
      }
    }
    for (GridTown.Fix[] walk : walks) {
      for (int i = 0; i + 1 < walk.length; i++) {
        step(walk[i], walk[i + 1], buildings.get(building), reach, moments);
      }
    }
    return moments;
  }

  private static void step(
      GridTown.Fix a, GridTown.Fix b, Geometry building, double reach, TreeSet<Long> moments) {
    long start = a.at().toEpochMilli();
    long end = b.at().toEpochMilli();
    double metres = Math.hypot(b.x() - a.x(), b.y() - a.y());
    boolean hole =
        end - start > HOLE_MILLIS || metres / ((end - start) / 1000.0) > HOLE_METRES_PER_SECOND;
    if (hole || building.distance(line(a, b)) > reach) {
      look(a, a, start, start, building, reach, moments);
      look(b, b, end, end, building, reach, moments);
      return;
    }
    for (long at = start; at <= end; at += STEP_MILLIS) {
      look(a, b, start, at, building, reach, moments);
    }
    look(b, b, end, end, building, reach, moments);
  }

  private static Geometry line(GridTown.Fix a, GridTown.Fix b) {
    return METRES.createLineString(
        new Coordinate[] {new Coordinate(a.x(), a.y()), new Coordinate(b.x(), b.y())});
  }

  private static void look(
      GridTown.Fix a,
      GridTown.Fix b,
      long start,
      long at,
      Geometry building,
      double reach,
      TreeSet<Long> moments) {
    double whole = b.at().toEpochMilli() - (double) start;
    double t = whole == 0 ? 0 : (at - start) / whole;
    Coordinate where = new Coordinate(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
    if (at <= AS_OF.toEpochMilli() && building.distance(METRES.createPoint(where)) <= reach) {
      moments.add(at);
    }
  }

  private static Standing naive(TreeSet<Long> moments, long watchedFrom) {
    long now = AS_OF.toEpochMilli();
    if (moments.isEmpty()) {
      return now - watchedFrom >= INTERVAL_MILLIS ? Standing.NEVER : Standing.UNKNOWN;
    }
    double r = (now - moments.last()) / (double) INTERVAL_MILLIS;
    if (r <= 1) {
      return r < 0.8 ? Standing.FRESH : Standing.DUE;
    }
    return r <= 2 ? Standing.OVERDUE : Standing.NEGLECTED;
  }

  private long earliest() {
    long earliest = visitTimes.stream().mapToLong(Long::longValue).min().orElseThrow();
    for (GridTown.Fix[] walk : walks) {
      earliest = Math.min(earliest, walk[0].at().toEpochMilli());
    }
    return earliest;
  }

  private static int passes(TreeSet<Long> moments) {
    int passes = 0;
    long last = Long.MIN_VALUE;
    for (long moment : moments) {
      passes += last == Long.MIN_VALUE || moment - last >= MERGE_MILLIS ? 1 : 0;
      last = moment;
    }
    return passes;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theFastWayAndThePlainWayAgree(long seed) {
    build(seed);
    DutyReview review = PatrolClassesTest.review(town);
    Watch watch = review.watch();
    PresenceMeasures measures = new PresenceMeasures(watch);
    long now = AS_OF.toEpochMilli();
    double personMillis = 0;
    int covered = 0;
    int known = 0;
    for (int b = 0; b < buildings.size(); b++) {
      String building = "b%02d of seed %d".formatted(b, seed);
      TreeSet<Long> moments = moments(b, REACH_METRES);
      TreeSet<Long> narrower = moments(b, REACH_METRES - 0.02);
      TreeSet<Long> wider = moments(b, REACH_METRES + 0.02);
      Standing standing = review.standing(b);
      assertThat(List.of(naive(narrower, earliest()), naive(wider, earliest())))
          .as(building)
          .contains(standing);
      if (naive(narrower, earliest()) == naive(wider, earliest())) {
        assertThat(standing).as(building).isEqualTo(naive(moments, earliest()));
      }
      if (passes(narrower) == passes(wider)) {
        assertThat(measures.passes(b)).as("passes of " + building).isEqualTo(passes(moments));
      }
      if (!moments.isEmpty() && narrower.size() > wider.size() - 100) {
        assertThat(watch.elapsed(b, now))
            .as("elapsed at " + building)
            .isCloseTo(now - moments.last(), within(10 * STEP_MILLIS));
      }
      covered += standing == Standing.FRESH || standing == Standing.DUE ? 1 : 0;
      known += standing == Standing.UNKNOWN ? 0 : 1;
      if (residents.get(b) != null) {
        long elapsed = moments.isEmpty() ? now - earliest() : now - moments.last();
        personMillis += residents.get(b) * (double) Math.max(0, elapsed - INTERVAL_MILLIS);
      }
    }
    AnalysisResult result = review.result();
    assertThat(result.getMetric("coverage.buildings").value())
        .as("coverage of seed %d", seed)
        .hasValue((double) covered / known);
    double personDays = personMillis / 86_400_000;
    // A second more or less at each of the homes.
    assertThat(result.getMetric("gap.person_days").value().orElseThrow())
        .as("person-days of seed %d", seed)
        .isCloseTo(personDays, within(personDays * 1e-3 + 0.01));
  }
}
