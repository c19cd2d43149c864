package org.linli.analysis.hazard;

import java.util.stream.IntStream;

/** Which of many tests to believe, after Benjamini and Hochberg (1995). */
final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * @param p of each test; NaN where nothing was tested
   * @param rate the greatest share of false ones to expect among those believed
   */
  static boolean[] believed(double[] p, double rate) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(java.util.Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int last = order.length;
    while (last > 0 && p[order[last - 1]] > rate * last / order.length) {
      last--;
    }
    boolean[] believed = new boolean[p.length];
    IntStream.of(order).limit(last).forEach(i -> believed[i] = true);
    return believed;
  }
}
