package org.linli.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.coverage.AccessAnalysis;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;

/**
 * Who can walk to a park: the whole analysis, with nothing kept from before, not even the index of
 * the buildings.
 */
final class AccessPart {
  private static final int STREETS_EACH_WAY = 225;
  private static final int PARKS = 600;
  private static final int WARMING = 3;
  private static final double MOST_MILLIS = 2_000;
  private static final AccessAnalysis ANALYSIS = new AccessAnalysis();

  private AccessPart() {}

  static void run(Course course, Results results) throws Exception {
    Setagaya setagaya = Setagaya.load(course);
    Map<String, LayerView> layers = layers(setagaya.buildings(), STREETS_EACH_WAY, PARKS);
    Timings walking = times(layers, "walk", WARMING, course.rounds() + 4);
    String what =
        String.format(
            Locale.ROOT,
            "walking access of %s along %,d edges to %d parks, all made anew",
            setagaya.named(),
            2 * STREETS_EACH_WAY * (STREETS_EACH_WAY - 1),
            PARKS);
    results.add(Figure.bound(what, walking.median() / 1e6, "ms", MOST_MILLIS));
    Timings straight = times(layers, "straight", WARMING, course.rounds() + 4);
    results.add(Figure.alone("straight access of the same", straight.median() / 1e6, "ms"));
  }

  static Map<String, LayerView> layers(LayerView buildings, int streets, int parks) {
    Bounds place = buildings.extent();
    return Map.of(
        "buildings",
        buildings,
        "paths",
        StreetTown.streets(place, streets, 3),
        "green_spaces",
        StreetTown.parks(place, parks, 4));
  }

  static Timings times(Map<String, LayerView> layers, String mode, int warming, int rounds) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < warming + rounds; i++) {
      long start = System.nanoTime();
      AnalysisResult result =
          ANALYSIS.result(
              new AnalysisInputs(layers),
              ANALYSIS
                  .definition()
                  .values(
                      Map.of(
                          "asOf", Instant.ofEpochSecond(PatrolTown.AS_OF).toString(), "mode", mode),
                      Audience.STAFF),
              Cancellation.NONE);
      long took = System.nanoTime() - start;
      requireSense(result);
      if (i >= warming) {
        nanos.add(took);
      }
    }
    return new Timings(nanos);
  }

  private static void requireSense(AnalysisResult result) {
    double share = result.getMetric("access.buildings").value().orElseThrow();
    if (share < 0.1 || share > 0.99) {
      throw new IllegalStateException("A share of " + share + " within reach tells nothing.");
    }
  }
}
