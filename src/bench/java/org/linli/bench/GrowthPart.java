package org.linli.bench;

import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

  /**
   * So many buildings are worked through at each size at the least, so that a pause weighs less.
   */
  private static final int BUILDINGS_A_SIZE = 600_000;

  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 21;

  private GrowthPart() {}

  static void run(Course course, Results results) {
    int[] sizes = sizes(course);
    table(results, sizes, "patrol coverage", GrowthPart::patrol);
    table(results, sizes, "walking access", GrowthPart::access);
  }

  private static int[] sizes(Course course) {
    return course.isFull() ? SIZES : IntStream.of(SIZES).map(size -> size / 10).toArray();
  }

  /** Makes one size's town; what it gives works everything out from its layers, once. */
  @FunctionalInterface
  private interface Town {
    LongSupplier of(int size);
  }

  private static void table(Results results, int[] sizes, String what, Town town) {
    cost(town.of(sizes[0]), sizes[0]);
    double first = 0;
    double worst = 0;
    for (int size : sizes) {
      Timings took = cost(town.of(size), size);
      double each = took.median() / (size * (Math.log(size) / Math.log(2)));
      first = first == 0 ? each : first;
      worst = Math.max(worst, each / first);
      results.add(row(what, size, each, took));
    }
    results.add(
        Figure.bound(
            what + ": the most that any size costs of n log n, against the smallest",
            worst,
            "times",
            1));
  }

  private static Figure row(String what, int size, double each, Timings took) {
    String title =
        String.format(
            Locale.ROOT, "%s of %,d buildings from nothing (%.1f ns × n log₂ n)", what, size, each);
    return new Figure(title, took.toString(), "", "", "", true);
  }

  /** Once for nothing, so that no size pays for what the machine first learns from it. */
  private static Timings cost(LongSupplier nanos, int size) {
    int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, BUILDINGS_A_SIZE / size));
    nanos.getAsLong();
    return new Timings(LongStream.generate(nanos).limit(rounds).boxed().toList());
  }

  private static LongSupplier patrol(int size) {
    LayerView buildings = PatrolTown.buildings(size);
    LayerView walks = PatrolTown.walks(buildings.extent(), size / BUILDINGS_A_WALK, FIXES, 2);
    Map<String, LayerView> layers = Map.of("buildings", buildings, "patrols", walks);
    return () -> {
      long start = System.nanoTime();
      DutyReview.of(new AnalysisInputs(layers), PatrolPart.PARAMETERS, Cancellation.NONE)
          .coverage();
      return System.nanoTime() - start;
    };
  }

  private static LongSupplier access(int size) {
    LayerView buildings = PatrolTown.buildings(size);
    int streets = (int) Math.sqrt(size / 3.6);
    Map<String, LayerView> layers = AccessPart.layers(buildings, streets, size / BUILDINGS_A_PARK);
    return () -> AccessPart.times(layers, "walk", 0, 1).median();
  }
}
