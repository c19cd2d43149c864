package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.Optional;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.geo.MetricPlane;
import org.linli.snapshot.LayerView;

/**
 * The buildings that a duty is owed to, in metres of one plane, with who lives in them: what does
 * not depend on who went where. Immutable; may be kept for as long as its layers' versions last.
 */
public final class Precinct {
  private final MetricPlane plane;
  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final PlaneIndex index;
  private final double[] residents;
  private final Optional<Communities> communities;
  private final int[] areas;

  private Precinct(LayerView buildings, Optional<LayerView> communities) {
    this.plane = PlaneShapes.planeOf(buildings.extent());
    this.rows = new LayerRows(buildings);
    this.shapes = PlaneShapes.of(rows, plane);
    this.index = new PlaneIndex(shapes);
    this.residents = nonNegative(rows.numbers("residents"));
    this.communities = communities.map(view -> new Communities(new LayerRows(view), plane));
    this.areas =
        this.communities
            .map(areas -> areas.areasOf(rows, shapes))
            .orElseGet(() -> allOf(rows.size(), -1));
  }

  public static Precinct of(LayerView buildings, Optional<LayerView> communities) {
    return new Precinct(buildings, communities);
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

  MetricPlane plane() {
    return plane;
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

  RowSet where(java.util.function.IntPredicate test) {
    return RowSet.where(rows, test);
  }

  String layer() {
    return rows.definition().id();
  }
}
