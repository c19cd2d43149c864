package org.linli.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.linli.store.BulkLoad;
import org.linli.store.FeatureStore;
import org.linli.store.GeoPackageStore;
import org.linli.store.LoadMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * A home with a ward whose every building is due a patrol a day: communities in squares, made-up
 * residents, and 45 days of seeded walks that end at the moment it is made.
 */
final class BrowserTown {
  private static final int SQUARES_A_SIDE = 5;
  private static final int DAYS = 45;
  private static final int FIXES = 200;
  private static final int WALKS_A_DAY = 120;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final FeatureStore store;
  private final Bounds place;
  private final SplittableRandom random = new SplittableRandom(7);

  private BrowserTown(FeatureStore store, Bounds place) {
    this.store = store;
    this.place = place;
  }

  /** Fills an empty home. */
  static void fill(Path home, LayerView buildings, Instant now) {
    try (FeatureStore store = GeoPackageStore.open(home.resolve("atlas.gpkg"))) {
      BrowserTown town = new BrowserTown(store, buildings.extent());
      town.communities();
      town.buildings(buildings);
      town.patrols(now);
    }
  }

  private interface Filling {
    void into(BulkLoad load, LayerDefinition definition);
  }

  private void load(String layer, Filling filling) {
    LayerDefinition definition = BuiltInLayers.find(layer).orElseThrow();
    try (BulkLoad load = store.bulkLoad(definition, LoadMode.REPLACE)) {
      filling.into(load, definition);
      load.commit();
    }
  }

  private void communities() {
    load(
        "communities",
        (load, definition) -> {
          for (int square = 0; square < SQUARES_A_SIDE * SQUARES_A_SIDE; square++) {
            Object[] values = new Object[definition.fields().size()];
            values[definition.getIndex("name")] = "网格 " + (square + 1);
            values[definition.getIndex("level")] = "grid";
            load.add(new Feature(code(square), outline(square), values));
          }
        });
  }

  private static String code(int square) {
    return "c%02d".formatted(square);
  }

  private Geometry outline(int square) {
    Coordinate low = corner(square % SQUARES_A_SIDE, square / SQUARES_A_SIDE);
    Coordinate high = corner(square % SQUARES_A_SIDE + 1, square / SQUARES_A_SIDE + 1);
    return GEOMETRIES.toGeometry(new Envelope(low, high));
  }

  private Coordinate corner(int column, int row) {
    double wide = (place.maxX() - place.minX()) / SQUARES_A_SIDE;
    double high = (place.maxY() - place.minY()) / SQUARES_A_SIDE;
    return new Coordinate(
        CoordinateGrid.round(place.minX() + column * wide),
        CoordinateGrid.round(place.minY() + row * high));
  }

  private void buildings(LayerView buildings) {
    load(
        "buildings",
        (load, definition) -> {
          RowCursor rows = buildings.rows(LayerQuery.ALL);
          while (rows.next()) {
            load.add(building(rows, definition));
          }
        });
  }

  private Feature building(RowCursor row, LayerDefinition definition) {
    Geometry footprint = row.block().geometries().geometry(row.row()).orElseThrow();
    Object[] values = new Object[definition.fields().size()];
    values[definition.getIndex("community_code")] = code(square(footprint.getCentroid()));
    values[definition.getIndex("residents")] = 1L + random.nextInt(9);
    values[definition.getIndex("patrol_interval_hours")] = 24.0 * (1 + random.nextInt(3));
    return new Feature(row.code(), footprint, values);
  }

  private int square(Point centre) {
    int column = share(centre.getX(), place.minX(), place.maxX());
    return column + SQUARES_A_SIDE * share(centre.getY(), place.minY(), place.maxY());
  }

  private static int share(double at, double from, double to) {
    int share = (int) (SQUARES_A_SIDE * (at - from) / (to - from));
    return Math.max(0, Math.min(SQUARES_A_SIDE - 1, share));
  }

  private void patrols(Instant now) {
    load(
        "patrols",
        (load, definition) -> {
          for (int walk = 0; walk < DAYS * WALKS_A_DAY; walk++) {
            long moment = now.getEpochSecond() - 86_400L * (walk / WALKS_A_DAY);
            load.add(PatrolTown.walk("w%05d".formatted(walk), place, FIXES, moment, random));
          }
        });
  }
}
