package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.HexGrid;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** The layers that the patrol analysis makes: the buildings, the zones, the hexagons. */
final class PatrolLayers {
  private static final LayerDefinition GAPS = PatrolAnalysis.DEFINITION.getLayer("patrol_gaps");
  private static final LayerDefinition ZONES = PatrolAnalysis.DEFINITION.getLayer("gap_zones");
  private static final LayerDefinition GRID = PatrolAnalysis.DEFINITION.getLayer("coverage_grid");
  private static final double HEXAGON_SIDE_METRES = 100;
  private static final HexGrid HEXAGONS = new HexGrid(HEXAGON_SIDE_METRES);
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private final Watch watch;
  private final Precinct precinct;
  private final long asOf;

  PatrolLayers(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.asOf = watch.parameters().asOf();
  }

  DerivedLayer gaps(Need need) {
    return new DerivedLayer(
        GAPS,
        consumer -> {
          for (int b = 0; b < precinct.size(); b++) {
            consumer.accept(building(b, need));
          }
        });
  }

  /** The buildings whose class is another in another watch of the same. */
  LayerChanges gapsChangedTo(PatrolLayers other, int[] affected, Need need) {
    List<Integer> changed =
        IntStream.of(affected)
            .filter(b -> !watch.standing(b).code().equals(other.watch.standing(b).code()))
            .boxed()
            .toList();
    return LayerChanges.of(
        GAPS,
        changed,
        b ->
            new LayerChanges.Row(
                precinct.rows().code(b),
                Optional.of(building(b, need)),
                Optional.of(other.building(b, need))));
  }

  private Feature building(int b, Need need) {
    GapDays gaps = new GapDays(watch);
    PresenceMeasures measures = new PresenceMeasures(watch);
    GapDays.LongestGap longest = gaps.longest(b);
    long elapsed = watch.elapsed(b, asOf);
    double known = elapsed == LayerRows.NEVER ? Double.NaN : elapsed;
    return new DerivedRow(GAPS)
        .text("class", watch.standing(b).code())
        .real("elapsed_hours", known / MILLIS_PER_HOUR)
        .real("ratio", watch.isOwed(b) ? known / watch.interval(b) : Double.NaN)
        .real("gap_person_days", gaps.openNow(b))
        .real("longest_gap_hours", longest.millis() / MILLIS_PER_HOUR)
        .flag("longest_gap_at_least", longest.atLeast())
        .whole("passes", measures.passes(b))
        .real("minutes", measures.minutes(b))
        .real("intermittency", measures.intermittency(b))
        .whole("hazards_near", need.hazardsNear(b))
        .at(
            precinct.rows().code(b),
            precinct
                .rows()
                .block(b)
                .geometries()
                .geometry(precinct.rows().blockRow(b))
                .orElse(null));
  }

  /** The zones in the order of their rank; a zone's code is its first building's. */
  DerivedLayer zones(GapZones zones) {
    return new DerivedLayer(
        ZONES,
        consumer -> {
          int rank = 1;
          for (GapZones.Zone zone : zones.zones()) {
            consumer.accept(
                zone(zone, rank++)
                    .at(
                        precinct.rows().code(zone.first()),
                        PlaneGeometries.stored(zones.outline(zone), precinct.planes())));
          }
        });
  }

  /** The zones that are not as they are in other zones of the same buildings; without outlines. */
  LayerChanges zonesChangedTo(GapZones zones, GapZones others) {
    Map<Integer, Ranked> before = ranked(zones);
    Map<Integer, Ranked> after = ranked(others);
    TreeMap<Integer, Ranked> all = new TreeMap<>(before);
    all.putAll(after);
    List<Integer> changed =
        all.keySet().stream()
            .filter(
                first -> {
                  Ranked was = before.get(first);
                  Ranked is = after.get(first);
                  return was == null || is == null || !was.isSameAs(is);
                })
            .toList();
    return LayerChanges.of(
        ZONES,
        changed,
        first ->
            new LayerChanges.Row(
                precinct.rows().code(first),
                Optional.ofNullable(before.get(first)).map(this::told),
                Optional.ofNullable(after.get(first)).map(this::told)));
  }

  private record Ranked(GapZones.Zone zone, int rank) {
    boolean isSameAs(Ranked other) {
      return rank == other.rank && zone.isSameAs(other.zone);
    }
  }

  /** By their first building. */
  private static Map<Integer, Ranked> ranked(GapZones zones) {
    Map<Integer, Ranked> ranked = new HashMap<>();
    zones.zones().forEach(zone -> ranked.put(zone.first(), new Ranked(zone, ranked.size() + 1)));
    return ranked;
  }

  private Feature told(Ranked ranked) {
    return zone(ranked.zone, ranked.rank).at(precinct.rows().code(ranked.zone.first()), null);
  }

  private DerivedRow zone(GapZones.Zone zone, int rank) {
    DerivedRow row =
        new DerivedRow(ZONES)
            .whole("rank", rank)
            .whole("buildings", zone.buildings().length)
            .real("residents", zone.residents())
            .whole("residents_unknown", zone.residentsUnknown())
            .real("gap_person_days", zone.personDays());
    if (zone.area() >= 0) {
      row.text("community_code", precinct.communities().orElseThrow().rows().code(zone.area()));
    }
    return row;
  }

  DerivedLayer grid() {
    return new DerivedLayer(GRID, this::hexagons);
  }

  private void hexagons(Consumer<Feature> consumer) {
    cells(IntStream.range(0, precinct.size()), cell -> true)
        .forEach((cell, buildings) -> consumer.accept(hexagon(cell, buildings)));
  }

  /** The hexagons that are not as they are in another watch of the same. */
  LayerChanges gridChangedTo(PatrolLayers other, int[] affected) {
    Set<HexGrid.Cell> touched = cells(IntStream.of(affected), cell -> true).keySet();
    if (touched.isEmpty()) {
      return LayerChanges.between(GRID, List.of(), List.of());
    }
    Map<HexGrid.Cell, List<Integer>> cells = cells(near(affected), touched::contains);
    List<Feature> was = new ArrayList<>();
    List<Feature> is = new ArrayList<>();
    cells.forEach(
        (cell, buildings) -> {
          was.add(hexagon(cell, buildings));
          is.add(other.hexagon(cell, buildings));
        });
    return LayerChanges.between(GRID, was, is);
  }

  /** At least all buildings that share a hexagon with one of some. */
  private IntStream near(int[] some) {
    PlaneShapes shapes = precinct.shapes();
    BitSet near = new BitSet();
    for (int b : some) {
      precinct
          .index()
          .search(
              shapes.minX(b) - 2 * HEXAGON_SIDE_METRES,
              shapes.minY(b) - 2 * HEXAGON_SIDE_METRES,
              shapes.maxX(b) + 2 * HEXAGON_SIDE_METRES,
              shapes.maxY(b) + 2 * HEXAGON_SIDE_METRES,
              near::set);
    }
    return near.stream();
  }

  private Map<HexGrid.Cell, List<Integer>> cells(
      IntStream buildings, Predicate<HexGrid.Cell> where) {
    Map<HexGrid.Cell, List<Integer>> cells = new TreeMap<>();
    double[] xy = new double[2];
    buildings
        .filter(b -> watch.isOwed(b) && precinct.shapes().centre(b, xy))
        .forEach(
            b -> {
              HexGrid.Cell cell = HEXAGONS.cellAt(xy[0], xy[1]);
              if (where.test(cell)) {
                cells.computeIfAbsent(cell, none -> new ArrayList<>()).add(b);
              }
            });
    return cells;
  }

  private Feature hexagon(HexGrid.Cell cell, List<Integer> buildings) {
    GapDays gaps = new GapDays(watch);
    long known = buildings.stream().filter(b -> watch.standing(b).isKnown()).count();
    long covered = buildings.stream().filter(b -> watch.standing(b).isCovered()).count();
    List<Integer> peopled = buildings.stream().filter(precinct::knowsResidents).toList();
    DerivedRow row = new DerivedRow(GRID).whole("buildings", known).whole("covered", covered);
    if (known > 0) {
      row.real("coverage", (double) covered / known);
    }
    if (!peopled.isEmpty()) {
      row.real("residents", peopled.stream().mapToDouble(precinct::residents).sum());
      row.real("gap_person_days", peopled.stream().mapToDouble(gaps::openNow).sum());
    }
    return row.at(cell.code(), PlaneGeometries.stored(HEXAGONS.polygon(cell), precinct.planes()));
  }
}
