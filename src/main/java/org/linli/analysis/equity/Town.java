package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.layer.FieldType;

/**
 * The buildings in metres, with who lives in them and where.
 *
 * @param residents NaN where nobody knows
 * @param areas each building's lowest-level community; -1 for none
 */
record Town(
    LayerRows rows,
    LocalPlanes planes,
    PlaneShapes shapes,
    PlaneIndex index,
    double[] residents,
    Communities communities,
    int[] areas) {

  static Town of(AnalysisInputs inputs) {
    return inputs.once("equity town", () -> read(inputs));
  }

  private static Town read(AnalysisInputs inputs) {
    LayerRows rows =
        required(inputs, "buildings").require("residents", FieldType.INTEGER, FieldType.REAL);
    LocalPlanes planes = LocalPlanes.of(placed(inputs));
    PlaneShapes shapes = PlaneShapes.of(rows, planes);
    double[] residents =
        Arrays.stream(rows.numbers("residents")).map(n -> n >= 0 ? n : Double.NaN).toArray();
    Communities communities = new Communities(required(inputs, "communities"), planes);
    return new Town(
        rows,
        planes,
        shapes,
        new PlaneIndex(shapes),
        residents,
        communities,
        communities.areasOf(rows, shapes));
  }

  static LayerRows required(AnalysisInputs inputs, String role) {
    inputs.get(role);
    return inputs.rows(role).orElseThrow();
  }

  /** Every layer that lies on the planes, because a plane does not reach around the world. */
  private static LayerRows[] placed(AnalysisInputs inputs) {
    return Stream.of("buildings", "projects", "communities", "green_spaces", "hazards")
        .flatMap(role -> inputs.rows(role).stream())
        .toArray(LayerRows[]::new);
  }

  int size() {
    return rows.size();
  }

  boolean knowsResidents(int building) {
    return !Double.isNaN(residents[building]);
  }
}
