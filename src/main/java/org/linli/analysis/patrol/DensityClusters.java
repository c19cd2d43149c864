package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters by density (DBSCAN; Ester, Kriegel, Sander and Xu 1996). The plain algorithm gives a
 * border point to whichever cluster comes first; here it goes to that of its nearest core, ties to
 * the smallest number. Points in no cluster make clusters of one.
 */
final class DensityClusters {
  /** The neighbours of each point, itself not among them, with their distances in metres. */
  interface Neighbourhoods {
    int[] of(int point);

    double metres(int point, int other);
  }

  private static final int NONE = -1;
  private final Neighbourhoods neighbourhoods;
  private final int[] points;
  private final boolean[] here;
  private final boolean[] cores;
  private final int[] clusters;
  private final int[] open;
  private int count;

  /**
   * @param points the numbers of those to be clustered, ascending; neighbours that are not among
   *     them do not count
   * @param all above every number
   */
  DensityClusters(int[] points, int all, int minimum, Neighbourhoods neighbourhoods) {
    this.neighbourhoods = neighbourhoods;
    this.points = points;
    this.here = new boolean[all];
    this.cores = new boolean[all];
    this.clusters = new int[all];
    this.open = new int[points.length];
    Arrays.fill(clusters, NONE);
    Arrays.stream(points).forEach(point -> here[point] = true);
    Arrays.stream(points).parallel().forEach(point -> cores[point] = isCore(point, minimum));
    growFromCores();
    giveBorders();
    giveNoise();
  }

  private boolean isCore(int point, int minimum) {
    int near = 1;
    for (int other : neighbourhoods.of(point)) {
      near += here[other] ? 1 : 0;
    }
    return near >= minimum;
  }

  private void growFromCores() {
    for (int seed : points) {
      if (cores[seed] && clusters[seed] == NONE) {
        grow(seed);
        count++;
      }
    }
  }

  private void grow(int seed) {
    int size = 0;
    clusters[seed] = count;
    open[size++] = seed;
    while (size > 0) {
      int core = open[--size];
      for (int other : neighbourhoods.of(core)) {
        if (cores[other] && clusters[other] == NONE) {
          clusters[other] = count;
          open[size++] = other;
        }
      }
    }
  }

  private void giveBorders() {
    for (int point : points) {
      if (!cores[point]) {
        int nearest = nearestCore(point);
        clusters[point] = nearest == NONE ? NONE : clusters[nearest];
      }
    }
  }

  private int nearestCore(int point) {
    int nearest = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int other : neighbourhoods.of(point)) {
      double metres = cores[other] ? neighbourhoods.metres(point, other) : Double.POSITIVE_INFINITY;
      if (metres < least) {
        least = metres;
        nearest = other;
      }
    }
    return nearest;
  }

  private void giveNoise() {
    for (int point : points) {
      if (clusters[point] == NONE) {
        clusters[point] = count++;
      }
    }
  }

  /** The points of each cluster, ascending. */
  List<int[]> members() {
    int[] sizes = new int[count];
    Arrays.stream(points).forEach(point -> sizes[clusters[point]]++);
    List<int[]> members = new ArrayList<>();
    Arrays.stream(sizes).forEach(size -> members.add(new int[size]));
    int[] next = new int[count];
    for (int point : points) {
      members.get(clusters[point])[next[clusters[point]]++] = point;
    }
    return members;
  }
}
