package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.HexGrid;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneGeometries;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** The layers that the patrol analysis makes: the buildings, the zones, the hexagons. */
final class PatrolLayers {
  private static final LayerDefinition GAPS = PatrolAnalysis.DEFINITION.getLayer("patrol_gaps");
  private static final LayerDefinition ZONES = PatrolAnalysis.DEFINITION.getLayer("gap_zones");
  private static final LayerDefinition GRID = PatrolAnalysis.DEFINITION.getLayer("coverage_grid");
  private static final double HEXAGON_SIDE_METRES = 100;
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
    return new DerivedLayer(GAPS, consumer -> buildings(need, consumer));
  }

  private void buildings(Need need, Consumer<Feature> consumer) {
    GapDays gaps = new GapDays(watch);
    PresenceMeasures measures = new PresenceMeasures(watch);
    for (int b = 0; b < precinct.size(); b++) {
      GapDays.LongestGap longest = gaps.longest(b);
      long elapsed = watch.elapsed(b, asOf);
      double known = elapsed == LayerRows.NEVER ? Double.NaN : elapsed;
      DerivedRow row =
          new DerivedRow(GAPS)
              .text("class", watch.standing(b).code())
              .real("elapsed_hours", known / MILLIS_PER_HOUR)
              .real("ratio", watch.isOwed(b) ? known / watch.interval(b) : Double.NaN)
              .real("gap_person_days", gaps.openNow(b))
              .real("longest_gap_hours", longest.millis() / MILLIS_PER_HOUR)
              .flag("longest_gap_at_least", longest.atLeast())
              .whole("passes", measures.passes(b))
              .real("minutes", measures.minutes(b))
              .real("intermittency", measures.intermittency(b))
              .whole("hazards_near", need.hazardsNear(b));
      consumer.accept(
          row.at(
              precinct.rows().code(b),
              precinct
                  .rows()
                  .block(b)
                  .geometries()
                  .geometry(precinct.rows().blockRow(b))
                  .orElse(null)));
    }
  }

  /** The zones in the order of their rank; a zone's code is its first building's. */
  DerivedLayer zones(GapZones zones) {
    return new DerivedLayer(
        ZONES,
        consumer -> {
          int rank = 1;
          for (GapZones.Zone zone : zones.zones()) {
            consumer.accept(zone(zones, zone, rank++));
          }
        });
  }

  private Feature zone(GapZones zones, GapZones.Zone zone, int rank) {
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
    return row.at(
        precinct.rows().code(zone.first()),
        PlaneGeometries.stored(zones.outline(zone), precinct.planes()));
  }

  DerivedLayer grid() {
    return new DerivedLayer(GRID, this::hexagons);
  }

  private void hexagons(Consumer<Feature> consumer) {
    HexGrid grid = new HexGrid(HEXAGON_SIDE_METRES);
    Map<HexGrid.Cell, List<Integer>> cells = new TreeMap<>();
    double[] xy = new double[2];
    for (int b = 0; b < precinct.size(); b++) {
      if (watch.isOwed(b) && precinct.shapes().centre(b, xy)) {
        cells.computeIfAbsent(grid.cellAt(xy[0], xy[1]), cell -> new ArrayList<>()).add(b);
      }
    }
    cells.forEach((cell, buildings) -> consumer.accept(hexagon(grid, cell, buildings)));
  }

  private Feature hexagon(HexGrid grid, HexGrid.Cell cell, List<Integer> buildings) {
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
    return row.at(cell.code(), PlaneGeometries.stored(grid.polygon(cell), precinct.planes()));
  }
}
