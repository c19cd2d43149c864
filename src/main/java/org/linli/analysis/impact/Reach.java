package org.linli.analysis.impact;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Town;

/** The buildings within reach of projects, wall to edge. */
final class Reach {
  private final Town town;
  private final Projects projects;
  private final double metres;

  /** The buildings of each project, once they were asked for. */
  private final AtomicReferenceArray<int[]> known;

  Reach(Town town, Projects projects, double metres) {
    this.town = town;
    this.projects = projects;
    this.metres = metres;
    this.known = new AtomicReferenceArray<>(projects.size());
  }

  /**
   * The same of other projects.
   *
   * @param same for each project the one before that is the same; -1 where there is none
   */
  Reach with(Projects others, int[] same) {
    Reach reach = new Reach(town, others, metres);
    for (int project = 0; project < same.length; project++) {
      if (same[project] >= 0) {
        reach.known.setPlain(project, known.getAcquire(same[project]));
      }
    }
    return reach;
  }

  /** The union of what projects reach: each building once. */
  BitSet of(IntStream some) {
    BitSet reached = new BitSet(town.size());
    some.forEach(
        project -> {
          for (int building : of(project)) {
            reached.set(building);
          }
        });
    return reached;
  }

  private int[] of(int project) {
    int[] buildings = known.getAcquire(project);
    if (buildings == null) {
      BitSet reached = new BitSet(town.size());
      mark(project, reached);
      buildings = reached.stream().toArray();
      known.setRelease(project, buildings);
    }
    return buildings;
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
