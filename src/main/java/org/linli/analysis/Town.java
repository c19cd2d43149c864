package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The buildings in metres, with who lives in them and where.
 *
 * @param residents NaN where nobody knows
 * @param households NaN where nobody knows
 * @param areas each building's lowest-level community; -1 for none
 */
public record Town(
    LayerRows rows,
    LocalPlanes planes,
    PlaneShapes shapes,
    PlaneIndex index,
    double[] residents,
    double[] households,
    Optional<Communities> communities,
    int[] areas) {
  private static final Set<String> ROLES = Set.of("buildings", "communities");

  /**
   * The town of some inputs, remembered as long as its buildings and communities are the same and
   * nothing that lies elsewhere moves the planes.
   *
   * @param placed the roles of every layer that is measured on the town's planes, because a plane
   *     does not reach around the world
   */
  public static Town of(AnalysisInputs inputs, List<String> placed) {
    inputs.get("buildings");
    return inputs.once(ROLES, "town", Latest::new).on(LocalPlanes.of(inputs, placed), inputs);
  }

  /** The town as it was last asked for. */
  private static final class Latest {
    private Town town;

    synchronized Town on(LocalPlanes planes, AnalysisInputs inputs) {
      if (town == null || !town.planes.areSameAs(planes)) {
        town = read(inputs, planes);
      }
      return town;
    }
  }

  private static Town read(AnalysisInputs inputs, LocalPlanes planes) {
    LayerRows rows = inputs.rows("buildings").orElseThrow();
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

  private static double[] counts(LayerRows rows, String field) {
    return Arrays.stream(rows.numbers(field)).map(n -> n >= 0 ? n : Double.NaN).toArray();
  }

  public int size() {
    return rows.size();
  }

  public boolean hasPlace(int building) {
    return !shapes.isEmpty(building);
  }

  public boolean knowsResidents(int building) {
    return !Double.isNaN(residents[building]);
  }
}
