package org.linli.analysis.coverage;

import java.util.Arrays;

/**
 * Which sites each building has within the distance, and how far off. Immutable.
 *
 * @param sites those of each building, ascending
 * @param metres how far each of them is
 */
record Catchments(int[][] sites, double[][] metres) {

  int size() {
    return sites.length;
  }

  boolean isWithin(int building) {
    return sites[building].length > 0;
  }

  /** Metres to the nearest; NaN when none is within the distance. */
  double nearestMetres(int building) {
    return Arrays.stream(metres[building]).min().orElse(Double.NaN);
  }

  /** The nearest site, the first of those as near; -1 when none is within the distance. */
  int nearest(int building) {
    int nearest = -1;
    for (int i = 0; i < sites[building].length; i++) {
      if (nearest < 0 || metres[building][i] < metres[building][nearest]) {
        nearest = i;
      }
    }
    return nearest < 0 ? -1 : sites[building][nearest];
  }
}
