package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Where the buildings in gap lie together: clusters by the distance between footprints, each within
 * one lowest-level community, the greatest gap first.
 */
final class GapZones {
  private final Watch watch;
  private final Precinct precinct;
  private final int[] inGap;
  private List<Zone> zones;

  GapZones(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.inGap =
        IntStream.range(0, precinct.size())
            .filter(b -> watch.standing(b).isInGap() && !precinct.shapes().isEmpty(b))
            .toArray();
  }

  /**
   * One zone.
   *
   * @param area the community, -1 for none
   * @param buildings ascending
   * @param personDays of the buildings whose residents are known
   */
  record Zone(
      int area, int[] buildings, double personDays, double residents, int residentsUnknown) {
    int first() {
      return buildings[0];
    }

    boolean isSameAs(Zone other) {
      return Arrays.equals(buildings, other.buildings)
          && personDays == other.personDays
          && residents == other.residents;
    }
  }

  /** The zones, by person-days of gap, then by how many buildings, then by the smallest code. */
  synchronized List<Zone> zones() {
    if (zones == null) {
      zones = find();
    }
    return zones;
  }

  private List<Zone> find() {
    DensityClusters clusters =
        new DensityClusters(
            inGap,
            precinct.size(),
            watch.parameters().zoneMinimum(),
            precinct.neighbours(watch.parameters().zoneGapMetres()));
    return clusters.members().stream()
        .map(this::zone)
        .sorted(
            Comparator.comparingDouble(Zone::personDays)
                .reversed()
                .thenComparing(zone -> -zone.buildings().length)
                .thenComparing(Zone::first))
        .toList();
  }

  private Zone zone(int[] buildings) {
    GapDays gaps = new GapDays(watch);
    int[] peopled = Arrays.stream(buildings).filter(precinct::knowsResidents).toArray();
    return new Zone(
        precinct.area(buildings[0]),
        buildings,
        Arrays.stream(peopled).mapToDouble(gaps::openNow).sum(),
        Arrays.stream(peopled).mapToDouble(precinct::residents).sum(),
        buildings.length - peopled.length);
  }

  /** The union of the footprints, each widened by half the distance that joins them; metres. */
  Geometry outline(Zone zone) {
    double half = watch.parameters().zoneGapMetres() / 2;
    List<Geometry> widened =
        Arrays.stream(zone.buildings())
            .mapToObj(b -> PlaneGeometries.geometry(precinct.shapes(), b))
            .map(footprint -> footprint.buffer(half, PlaneGeometries.QUADRANT_SEGMENTS))
            .toList();
    return UnaryUnionOp.union(widened);
  }
}
