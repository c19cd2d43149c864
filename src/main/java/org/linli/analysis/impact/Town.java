package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/**
 * The buildings in metres, with who lives in them.
 *
 * @param residents NaN where nobody knows
 * @param households NaN where nobody knows
 * @param areas each building's lowest-level community; -1 for none
 */
record Town(
    LayerRows rows,
    LocalPlanes planes,
    PlaneShapes shapes,
    PlaneIndex index,
    double[] residents,
    double[] households,
    Optional<Communities> communities,
    int[] areas) {

  static Town of(AnalysisInputs inputs) {
    return inputs.once("impact town", () -> read(inputs));
  }

  private static Town read(AnalysisInputs inputs) {
    inputs.get("buildings");
    LayerRows rows = inputs.rows("buildings").orElseThrow();
    LocalPlanes planes = LocalPlanes.of(placed(inputs));
    PlaneShapes shapes = PlaneShapes.of(rows, planes);
    Optional<Communities> communities =
        inputs.rows("communities").map(areas -> new Communities(areas, planes));
    int[] none = new int[rows.size()];
    Arrays.fill(none, -1);
    return new Town(
        rows,
        planes,
        shapes,
        new PlaneIndex(shapes),
        counts(rows, "residents"),
        counts(rows, "households"),
        communities,
        communities.map(tree -> tree.areasOf(rows, shapes)).orElse(none));
  }

  /** Every layer that lies on the planes, because a plane does not reach around the world. */
  private static LayerRows[] placed(AnalysisInputs inputs) {
    return Stream.of("buildings", "projects", "hazards", "green_spaces", "communities")
        .flatMap(role -> inputs.rows(role).stream())
        .toArray(LayerRows[]::new);
  }

  private static double[] counts(LayerRows rows, String field) {
    return Arrays.stream(rows.numbers(field)).map(n -> n >= 0 ? n : Double.NaN).toArray();
  }

  int size() {
    return rows.size();
  }
}
