package org.linli.analysis.impact;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;

/** The buildings within reach of projects, wall to edge. */
final class Reach {
  private final Town town;
  private final Projects projects;
  private final double metres;

  Reach(Town town, Projects projects, double metres) {
    this.town = town;
    this.projects = projects;
    this.metres = metres;
  }

  /** The union of what projects reach: each building once. */
  BitSet of(IntStream some) {
    BitSet reached = new BitSet(town.size());
    some.forEach(project -> mark(project, reached));
    return reached;
  }

  private void mark(int project, BitSet reached) {
    PlaneShapes places = projects.shapes();
    if (places.isEmpty(project)) {
      return;
    }
    town.index()
        .search(
            places.minX(project) - metres,
            places.minY(project) - metres,
            places.maxX(project) + metres,
            places.maxY(project) + metres,
            building -> {
              if (!reached.get(building) && isNear(building, project)) {
                reached.set(building);
              }
            });
  }

  private boolean isNear(int building, int project) {
    return town.shapes().boxDistance(building, projects.shapes(), project) <= metres
        && town.shapes().distance(building, projects.shapes(), project) <= metres;
  }
}
