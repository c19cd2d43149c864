package org.linli.analysis.coverage;

import java.util.BitSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/**
 * Which sites each building has within the distance, ascending, and how far off, in flat arrays.
 * Immutable.
 */
final class Catchments {
  private static final int CHUNKS = 16;

  private final SiteReach[] reaches;
  private final int[] first;
  private final int[] sites;
  private final double[] metres;

  private Catchments(int buildings, SiteReach[] reaches) {
    this.reaches = reaches;
    first = new int[buildings + 1];
    for (SiteReach reach : reaches) {
      for (int building : reach.buildings()) {
        first[building + 1]++;
      }
    }
    for (int b = 0; b < buildings; b++) {
      first[b + 1] += first[b];
    }
    sites = new int[first[buildings]];
    metres = new double[first[buildings]];
    int[] next = first.clone();
    for (int site = 0; site < reaches.length; site++) {
      SiteReach reach = reaches[site];
      for (int i = 0; i < reach.buildings().length; i++) {
        int at = next[reach.buildings()[i]]++;
        sites[at] = site;
        metres[at] = reach.metres()[i];
      }
    }
  }

  /** What a thread needs to look around from one site after the other. */
  interface Surveyor extends Function<Integer, SiteReach> {}

  /** Looks around from every site, on all cores; each chunk of sites has its own surveyor. */
  static Catchments of(
      int buildings, int sites, Supplier<Surveyor> surveyors, Cancellation cancellation) {
    SiteReach[] reaches = new SiteReach[sites];
    survey(reaches, IntStream.range(0, sites).toArray(), surveyors, cancellation);
    return new Catchments(buildings, reaches);
  }

  /** The same with other sites; looks around from those that were not before. */
  Catchments with(SameSites same, int sites, Supplier<Surveyor> surveyors, Cancellation client) {
    SiteReach[] others = new SiteReach[sites];
    for (int site = 0; site < sites; site++) {
      others[site] = same.before(site) < 0 ? null : reaches[same.before(site)];
    }
    survey(others, same.come().toArray(), surveyors, client);
    return new Catchments(buildings(), others);
  }

  private static void survey(
      SiteReach[] reaches, int[] sites, Supplier<Surveyor> surveyors, Cancellation cancellation) {
    IntStream.range(0, Math.min(CHUNKS, sites.length))
        .parallel()
        .forEach(
            chunk -> {
              Surveyor surveyor = surveyors.get();
              for (int i = chunk; i < sites.length; i += CHUNKS) {
                cancellation.check();
                reaches[sites[i]] = surveyor.apply(sites[i]);
              }
            });
  }

  /** What a site has around it. */
  SiteReach of(int site) {
    return reaches[site];
  }

  int buildings() {
    return first.length - 1;
  }

  boolean isWithin(int building) {
    return first[building + 1] > first[building];
  }

  /** The sites of a building, ascending. */
  IntStream sites(int building) {
    return IntStream.range(first[building], first[building + 1]).map(i -> sites[i]);
  }

  /** Notes the buildings of a site. */
  void mark(int site, BitSet buildings) {
    for (int building : reaches[site].buildings()) {
      buildings.set(building);
    }
  }

  /** Metres to the nearest; NaN when none is within the distance. */
  double nearestMetres(int building) {
    int at = nearestAt(building);
    return at < 0 ? Double.NaN : metres[at];
  }

  /** The nearest site, the first of those as near; -1 when none is within the distance. */
  int nearest(int building) {
    int at = nearestAt(building);
    return at < 0 ? -1 : sites[at];
  }

  private int nearestAt(int building) {
    int nearest = -1;
    for (int i = first[building]; i < first[building + 1]; i++) {
      if (nearest < 0 || metres[i] < metres[nearest]) {
        nearest = i;
      }
    }
    return nearest;
  }
}
