package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;

/**
 * The buildings that a duty may be owed to, in metres, with who lives in them: what does not depend
 * on who went where. Never changes; remembered by the inputs it is made of.
 */
final class Precinct {
  private static final Set<String> ROLES = Set.of("buildings", "communities");
  private final LocalPlanes planes;
  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final PlaneIndex index;
  private final Terraces terraces;
  private final double[] residents;
  private final Optional<Communities> communities;
  private final int[] areas;
  private Neighbours neighbours;

  private Precinct(LayerRows buildings, Optional<LayerRows> communities) {
    this.rows = buildings;
    this.planes = LocalPlanes.of(rows);
    this.shapes = PlaneShapes.of(rows, planes);
    this.index = new PlaneIndex(shapes);
    this.terraces = new Terraces(shapes, index);
    this.residents = nonNegative(rows.numbers("residents"));
    this.communities = communities.map(areas -> new Communities(areas, planes));
    this.areas =
        this.communities
            .map(tree -> tree.areasOf(rows, shapes))
            .orElseGet(() -> allOf(rows.size(), -1));
  }

  static Precinct of(AnalysisInputs inputs) {
    return inputs.once(
        ROLES,
        "precinct",
        () -> {
          inputs.get("buildings");
          return new Precinct(inputs.rows("buildings").orElseThrow(), inputs.rows("communities"));
        });
  }

  private static double[] nonNegative(double[] numbers) {
    return Arrays.stream(numbers).map(n -> n >= 0 ? n : Double.NaN).toArray();
  }

  private static int[] allOf(int size, int value) {
    int[] all = new int[size];
    Arrays.fill(all, value);
    return all;
  }

  int size() {
    return rows.size();
  }

  LocalPlanes planes() {
    return planes;
  }

  LayerRows rows() {
    return rows;
  }

  PlaneShapes shapes() {
    return shapes;
  }

  PlaneIndex index() {
    return index;
  }

  Terraces terraces() {
    return terraces;
  }

  /** How the buildings lie to each other; kept for the distance that was last asked for. */
  synchronized Neighbours neighbours(double metres) {
    if (neighbours == null || neighbours.eps() != metres) {
      neighbours = new Neighbours(this, metres);
    }
    return neighbours;
  }

  /** NaN where nobody knows. */
  double residents(int building) {
    return residents[building];
  }

  boolean knowsResidents(int building) {
    return !Double.isNaN(residents[building]);
  }

  Optional<Communities> communities() {
    return communities;
  }

  /** The building's lowest-level community; -1 for none. */
  int area(int building) {
    return areas[building];
  }

  RowSet where(IntPredicate test) {
    return RowSet.where(rows, test);
  }
}
