package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
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
  private final int[] placeOf;

  GapZones(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.inGap =
        IntStream.range(0, precinct.size())
            .filter(b -> watch.standing(b).isInGap() && !precinct.shapes().isEmpty(b))
            .toArray();
    this.placeOf = new int[precinct.size()];
    Arrays.fill(placeOf, -1);
    IntStream.range(0, inGap.length).forEach(i -> placeOf[inGap[i]] = i);
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
  }

  /** The zones, by person-days of gap, then by how many buildings, then by the smallest code. */
  List<Zone> zones() {
    DensityClusters clusters =
        new DensityClusters(inGap.length, watch.parameters().zoneMinimum(), new Footprints());
    List<List<Integer>> members = new ArrayList<>();
    IntStream.range(0, clusters.count()).forEach(c -> members.add(new ArrayList<>()));
    IntStream.range(0, inGap.length).forEach(i -> members.get(clusters.cluster(i)).add(inGap[i]));
    return members.stream()
        .map(some -> zone(some.stream().mapToInt(Integer::intValue).toArray()))
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

  /** Buildings in gap of the same community, footprint to footprint. */
  private final class Footprints implements DensityClusters.Neighbourhoods {
    private final PlaneShapes shapes = precinct.shapes();
    private final double eps = watch.parameters().zoneGapMetres();

    @Override
    public int[] of(int point) {
      int building = inGap[point];
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
                  near.add(placeOf[other]);
                }
              });
      return near.build().sorted().toArray();
    }

    private boolean isNeighbour(int building, int other) {
      return placeOf[other] >= 0
          && other != building
          && precinct.area(other) == precinct.area(building)
          && shapes.boxDistance(building, shapes, other) <= eps
          && shapes.distance(building, shapes, other) <= eps;
    }

    @Override
    public double metres(int point, int other) {
      return shapes.distance(inGap[point], shapes, inGap[other]);
    }
  }
}
