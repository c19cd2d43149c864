package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.LayerRows;

/**
 * The last moment found backward in time is that of all spans found forward, to the millisecond.
 */
class LastSeenTest {
  private static final int BUILDINGS = 400;
  private static final int WALKS = 40;
  private static final Instant FIRST = GridTown.time("06-15 06:00");

  /** Walks that overlap in time and place, with holes, fixes astray, stands and visits. */
  private static GridTown town(Random random) {
    GridTown town = new GridTown();
    for (int i = 0; i < BUILDINGS; i++) {
      double x = random.nextInt(15_000) / 10.0;
      double y = random.nextInt(15_000) / 10.0;
      double width = 5 + random.nextInt(i % 20 == 0 ? 150 : 25);
      town.put(
          "buildings",
          "b%03d".formatted(i),
          GridTown.box(x, y, x + width, y + 8 + random.nextInt(20)),
          GridTown.with("patrol_interval_hours", 1.0));
    }
    for (int i = 0; i < WALKS; i++) {
      town.patrol("p%02d".formatted(i), walk(random));
    }
    for (int i = 0; i < 30; i++) {
      String building = "b%03d".formatted(random.nextInt(BUILDINGS));
      town.visit("v" + i, building, "daily_patrol", later(random));
    }
    return town;
  }

  private static Instant later(Random random) {
    return FIRST.plusMillis(random.nextInt(6 * 3_600_000));
  }

  private static GridTown.Fix[] walk(Random random) {
    GridTown.Fix[] walk = new GridTown.Fix[2 + random.nextInt(60)];
    double x = random.nextInt(1500);
    double y = random.nextInt(1500);
    Instant at = later(random);
    for (int i = 0; i < walk.length; i++) {
      walk[i] = new GridTown.Fix(x, y, at);
      boolean stands = random.nextInt(15) == 0;
      x += stands ? 0 : random.nextInt(80) - 35;
      y += stands ? 0 : random.nextInt(80) - 35;
      at = at.plusMillis(random.nextInt(20) == 0 ? 400_000 : 15_000 + random.nextInt(30_000));
    }
    return walk;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theLastMomentAloneIsTheLastOfAll(long seed) {
    Random random = new Random(seed);
    AnalysisInputs inputs = town(random).inputs();
    for (int i = 0; i < 12; i++) {
      // Most of these cut walks short, some come before or after all.
      Instant asOf = FIRST.plusMillis(random.nextInt(8 * 3_600_000));
      PatrolParameters parameters = PatrolClassesTest.parameters("asOf", asOf.toString());
      long[] alone = new Sightings(inputs, parameters, Cancellation.NONE).last();
      Sightings whole = new Sightings(inputs, parameters, Cancellation.NONE);
      whole.presence();
      assertThat(alone).as("seed %d, as of %s", seed, asOf).containsExactly(whole.last());
    }
    PatrolParameters end =
        PatrolClassesTest.parameters("asOf", FIRST.plusSeconds(8 * 3600).toString());
    long[] last = new Sightings(inputs, end, Cancellation.NONE).last();
    assertThat(LongStream.of(last).filter(at -> at != LayerRows.NEVER).count())
        .as("buildings seen, seed %d", seed)
        .isBetween(BUILDINGS / 4L, BUILDINGS - 1L);
  }
}
