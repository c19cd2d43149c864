package org.linli.analysis.patrol;

import java.util.ArrayDeque;
import java.util.Arrays;

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

  private final Neighbourhoods neighbourhoods;
  private final int[][] neighbours;
  private final int[] clusters;
  private final boolean[] cores;
  private int count;

  DensityClusters(int points, int minimum, Neighbourhoods neighbourhoods) {
    this.neighbourhoods = neighbourhoods;
    this.neighbours = new int[points][];
    this.clusters = new int[points];
    this.cores = new boolean[points];
    Arrays.fill(clusters, -1);
    for (int i = 0; i < points; i++) {
      neighbours[i] = neighbourhoods.of(i);
      cores[i] = neighbours[i].length + 1 >= minimum;
    }
    growFromCores();
    giveBorders();
    giveNoise();
  }

  private void growFromCores() {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int seed = 0; seed < clusters.length; seed++) {
      if (cores[seed] && clusters[seed] < 0) {
        clusters[seed] = count;
        open.add(seed);
        while (!open.isEmpty()) {
          spread(open.poll(), open);
        }
        count++;
      }
    }
  }

  private void spread(int core, ArrayDeque<Integer> open) {
    for (int other : neighbours[core]) {
      if (cores[other] && clusters[other] < 0) {
        clusters[other] = count;
        open.add(other);
      }
    }
  }

  private void giveBorders() {
    for (int i = 0; i < clusters.length; i++) {
      if (!cores[i]) {
        int nearest = nearestCore(i);
        clusters[i] = nearest < 0 ? -1 : clusters[nearest];
      }
    }
  }

  private int nearestCore(int point) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other : neighbours[point]) {
      double metres = cores[other] ? neighbourhoods.metres(point, other) : Double.POSITIVE_INFINITY;
      if (metres < least || metres == least && cores[other] && other < nearest) {
        least = metres;
        nearest = other;
      }
    }
    return nearest;
  }

  private void giveNoise() {
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] < 0) {
        clusters[i] = count++;
      }
    }
  }

  int count() {
    return count;
  }

  int cluster(int point) {
    return clusters[point];
  }
}
