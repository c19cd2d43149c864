package org.linli.analysis.hazard;

import java.util.stream.IntStream;

/**
 * Gi* of Getis and Ord (1992, in the standardised form of Ord and Getis 1995) with weight 1 for a
 * cell and its neighbours and 0 elsewhere: how many standard deviations the sum around a cell is
 * from that of as many cells anywhere.
 */
final class GetisOrd {
  private final Mesh mesh;
  private final int[] counts;
  private final double mean;
  private final double deviation;

  GetisOrd(Mesh mesh, int[] counts) {
    this.mesh = mesh;
    this.counts = counts;
    this.mean = IntStream.of(counts).average().orElse(0);
    this.deviation =
        Math.sqrt(
            IntStream.of(counts).mapToDouble(x -> (x - mean) * (x - mean)).average().orElse(0));
  }

  /** NaN where all cells are alike, or all are around this one: there is nothing to compare. */
  double z(int cell) {
    double size = mesh.around(cell).length;
    double rest = size * (counts.length - size) / (counts.length - 1);
    double spread = deviation * Math.sqrt(rest);
    return spread > 0 ? (mesh.sumAround(cell, counts) - mean * size) / spread : Double.NaN;
  }
}
