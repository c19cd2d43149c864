package org.linli.analysis.hazard;

import java.util.Arrays;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/**
 * The buildings in metres, with who lives in them.
 *
 * @param residents NaN where nobody knows
 */
record Homes(LayerRows rows, PlaneShapes shapes, double[] residents) {
  /** A hazard that names no building is at the nearest one so near. */
  private static final double AT_METRES = 100;

  static final int NONE = -1;

  static Homes of(LayerRows rows, LocalPlanes planes) {
    double[] residents =
        Arrays.stream(rows.numbers("residents")).map(n -> n >= 0 ? n : Double.NaN).toArray();
    return new Homes(rows, PlaneShapes.of(rows, planes), residents);
  }

  int size() {
    return rows.size();
  }

  boolean knowsResidents(int building) {
    return !Double.isNaN(residents[building]);
  }

  /** The building that each hazard is at: the one it names, else the nearest; NONE for none. */
  int[] buildingsOf(LayerRows hazards, PlaneShapes places) {
    String[] codes = hazards.texts("building_code");
    PlaneIndex index = new PlaneIndex(shapes);
    int[] buildings = new int[hazards.size()];
    for (int i = 0; i < buildings.length; i++) {
      int named = codes[i] == null ? NONE : rows.indexOf(codes[i]);
      buildings[i] = named >= 0 ? named : nearest(index, places, i);
    }
    return buildings;
  }

  /** Ties go to the smallest code. */
  private int nearest(PlaneIndex index, PlaneShapes places, int hazard) {
    double[] xy = new double[2];
    if (!places.centre(hazard, xy)) {
      return NONE;
    }
    int[] nearest = {Integer.MAX_VALUE};
    double[] least = {AT_METRES};
    index.around(
        xy[0],
        xy[1],
        AT_METRES,
        building -> {
          double metres = shapes.distance(building, xy[0], xy[1]);
          if (metres < least[0] || metres == least[0] && building < nearest[0]) {
            least[0] = metres;
            nearest[0] = building;
          }
        });
    return nearest[0] == Integer.MAX_VALUE ? NONE : nearest[0];
  }
}
