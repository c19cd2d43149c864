package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.patrol.DutyReview;
import org.linli.snapshot.LayerView;

/**
 * How the cost grows with the buildings, where everything else grows with them: walks, streets and
 * parks, equally thick everywhere. Each time all is made anew from the layers, the index too.
 */
final class GrowthPart {
  private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000};
  private static final int BUILDINGS_A_WALK = 100;
  private static final int BUILDINGS_A_PARK = 300;
  private static final int FIXES = 200;
  private static final int ROUNDS = 3;
  private static final int WARMING = 10;

  private GrowthPart() {}

  static void run(Course course, Results results) {
    int[] sizes = sizes(course);
    table(results, sizes, "patrol coverage", GrowthPart::patrol);
    table(results, sizes, "walking access", GrowthPart::access);
  }

  private static int[] sizes(Course course) {
    return course.isFull() ? SIZES : IntStream.of(SIZES).map(size -> size / 10).toArray();
  }

  private static void table(Results results, int[] sizes, String what, IntFunction<Timings> cost) {
    for (int i = 0; i < WARMING; i++) {
      cost.apply(sizes[0]);
    }
    double first = 0;
    double worst = 0;
    for (int size : sizes) {
      double millis = cost.apply(size).median() / 1e6;
      double each = millis / (size * (Math.log(size) / Math.log(2)));
      first = first == 0 ? each : first;
      worst = Math.max(worst, each / first);
      results.add(
          Figure.alone(
              String.format(
                  Locale.ROOT,
                  "%s of %,d buildings from nothing (%.1f ns × n log₂ n)",
                  what,
                  size,
                  each * 1e6),
              millis,
              "ms"));
    }
    results.add(
        Figure.bound(
            what + ": the most that any size costs of n log n, against the smallest",
            worst,
            "times",
            1));
  }

  private static Timings patrol(int size) {
    LayerView buildings = PatrolTown.buildings(size);
    LayerView walks = PatrolTown.walks(buildings.extent(), size / BUILDINGS_A_WALK, FIXES, 2);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      DutyReview.of(
              new AnalysisInputs(Map.of("buildings", buildings, "patrols", walks)),
              PatrolPart.PARAMETERS,
              Cancellation.NONE)
          .coverage();
      nanos.add(System.nanoTime() - start);
    }
    return new Timings(nanos);
  }

  private static Timings access(int size) {
    LayerView buildings = PatrolTown.buildings(size);
    int streets = (int) Math.sqrt(size / 3.6);
    return AccessPart.times(
        AccessPart.layers(buildings, streets, size / BUILDINGS_A_PARK), "walk", 1, ROUNDS);
  }
}
