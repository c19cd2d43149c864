package org.linli.analysis.coverage;

import java.util.Arrays;

/** The least metres found to each building from one site; used again for the next. */
final class Nearest {
  private final double limit;
  private final double[] metres;
  private int[] touched = new int[64];
  private int count;

  Nearest(int buildings, double limit) {
    this.limit = limit;
    this.metres = new double[buildings];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
  }

  double get(int building) {
    return metres[building];
  }

  /** Takes note of a distance, unless it is beyond the limit. */
  void offer(int building, double distance) {
    if (distance <= limit && distance < metres[building]) {
      if (metres[building] == Double.POSITIVE_INFINITY) {
        touched = count < touched.length ? touched : Arrays.copyOf(touched, 2 * count);
        touched[count++] = building;
      }
      metres[building] = distance;
    }
  }

  /** Gives what was found, and forgets it. */
  SiteReach take() {
    int[] buildings = Arrays.copyOf(touched, count);
    double[] found = Arrays.stream(buildings).mapToDouble(b -> metres[b]).toArray();
    Arrays.stream(buildings).forEach(b -> metres[b] = Double.POSITIVE_INFINITY);
    count = 0;
    return new SiteReach(buildings, found);
  }
}
