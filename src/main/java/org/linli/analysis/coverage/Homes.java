package org.linli.analysis.coverage;

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
 * @param areas each building's lowest-level community; -1 for none
 */
record Homes(
    LayerRows rows,
    LocalPlanes planes,
    PlaneShapes shapes,
    PlaneIndex index,
    double[] residents,
    Optional<Communities> communities,
    int[] areas) {

  static Homes of(AnalysisInputs inputs) {
    return inputs.once("homes", () -> read(inputs));
  }

  private static Homes read(AnalysisInputs inputs) {
    inputs.get("buildings");
    LayerRows rows = inputs.rows("buildings").orElseThrow();
    LocalPlanes planes = LocalPlanes.of(placed(inputs));
    PlaneShapes shapes = PlaneShapes.of(rows, planes);
    double[] residents =
        Arrays.stream(rows.numbers("residents")).map(n -> n >= 0 ? n : Double.NaN).toArray();
    Optional<Communities> communities =
        inputs.rows("communities").map(areas -> new Communities(areas, planes));
    int[] none = new int[rows.size()];
    Arrays.fill(none, -1);
    return new Homes(
        rows,
        planes,
        shapes,
        new PlaneIndex(shapes),
        residents,
        communities,
        communities.map(tree -> tree.areasOf(rows, shapes)).orElse(none));
  }

  /** Every layer that lies on the planes, because a plane does not reach around the world. */
  private static LayerRows[] placed(AnalysisInputs inputs) {
    return Stream.of("buildings", "green_spaces", "paths", "communities")
        .flatMap(role -> inputs.rows(role).stream())
        .toArray(LayerRows[]::new);
  }

  int size() {
    return rows.size();
  }

  boolean hasPlace(int building) {
    return !shapes.isEmpty(building);
  }

  boolean knowsResidents(int building) {
    return !Double.isNaN(residents[building]);
  }
}
