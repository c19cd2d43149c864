package org.linli.analysis.patrol;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;

/**
 * Which buildings of the same community lie how near to each other, footprint to footprint. It does
 * not depend on who went where, so that what was found once is kept. Thread-safe.
 */
final class Neighbours implements DensityClusters.Neighbourhoods {
  private final Precinct precinct;
  private final PlaneShapes shapes;
  private final double eps;
  private final AtomicReferenceArray<int[]> known;

  /**
   * @param eps how many metres off a neighbour may be
   */
  Neighbours(Precinct precinct, double eps) {
    this.precinct = precinct;
    this.shapes = precinct.shapes();
    this.eps = eps;
    this.known = new AtomicReferenceArray<>(precinct.size());
  }

  double eps() {
    return eps;
  }

  /** Ascending. */
  @Override
  public int[] of(int building) {
    int[] near = known.getAcquire(building);
    if (near == null) {
      near = find(building);
      known.setRelease(building, near);
    }
    return near;
  }

  private int[] find(int building) {
    IntStream.Builder near = IntStream.builder();
    precinct
        .index()
        .search(
            shapes.minX(building) - eps,
            shapes.minY(building) - eps,
            shapes.maxX(building) + eps,
            shapes.maxY(building) + eps,
            other -> {
              if (isNeighbour(building, other)) {
                near.add(other);
              }
            });
    return near.build().sorted().toArray();
  }

  private boolean isNeighbour(int building, int other) {
    return other != building
        && precinct.area(other) == precinct.area(building)
        && shapes.boxDistance(building, shapes, other) <= eps
        && shapes.distance(building, shapes, other) <= eps;
  }

  @Override
  public double metres(int building, int other) {
    return shapes.distance(building, shapes, other);
  }
}
