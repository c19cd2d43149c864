package org.linli.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Buildings in rows, and seeded walks among any buildings. */
final class PatrolTown {
  /** All walks are of the 20 hours before; epoch seconds of 15 June 2026, 18:00 in Shanghai. */
  static final long AS_OF = 1_781_517_600L;

  private static final LayerDefinition PLAIN =
      DefinitionCodec.fromYaml(
          new ByteArrayInputStream(
              "id: plain\ngeometry: polygon\nfields: []\n".getBytes(StandardCharsets.UTF_8)));
  private static final LayerDefinition PATROLS = BuiltInLayers.find("patrols").orElseThrow();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double PLOT_DEGREES = 0.00022;

  private PatrolTown() {}

  /** A square of buildings of five corners, about 12 by 12 m on plots of 20 by 24 m. */
  static LayerView buildings(int count) {
    int side = (int) Math.ceil(Math.sqrt(count));
    SplittableRandom random = new SplittableRandom(count);
    Iterable<Feature> buildings =
        () -> IntStream.range(0, count).mapToObj(i -> building(i, side, random)).iterator();
    return LayerView.of(PLAIN, Audience.STAFF, buildings);
  }

  private static Feature building(int i, int side, SplittableRandom random) {
    double west = 139.6 + i % side * PLOT_DEGREES + random.nextDouble() * 4e-5;
    double south = 35.6 + i / side * PLOT_DEGREES + random.nextDouble() * 4e-5;
    return new Feature(
        "b%07d".formatted(i),
        GEOMETRIES.createPolygon(ring(west, south)),
        new Object[PLAIN.fields().size()]);
  }

  private static Coordinate[] ring(double west, double south) {
    double east = west + 1.3e-4;
    double north = south + 1.1e-4;
    return new Coordinate[] {
      at(west, south),
      at(east, south),
      at(east, north - 4e-5),
      at(east - 4e-5, north),
      at(west, north),
      at(west, south)
    };
  }

  private static Coordinate at(double lon, double lat) {
    return new Coordinate(CoordinateGrid.round(lon), CoordinateGrid.round(lat));
  }

  /** Walks of so many fixes, one every 20 s and 20 to 30 m, which turn back where a place ends. */
  static LayerView walks(Bounds place, int count, int fixes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> walks = new ArrayList<>(count);
    for (int w = 0; w < count; w++) {
      walks.add(walk("w%05d".formatted(w), place, fixes, AS_OF, random));
    }
    return LayerView.of(PATROLS, Audience.STAFF, walks);
  }

  /**
   * A walk in the 20 hours before a moment.
   *
   * @param moment epoch seconds
   */
  static Feature walk(String code, Bounds place, int fixes, long moment, SplittableRandom random) {
    Object[] values = new Object[PATROLS.fields().size()];
    values[PATROLS.getIndex("kind")] = "daily_patrol";
    CoordinateArraySequence track =
        new CoordinateArraySequence(track(place, fixes, moment, random), 3, 1);
    return new Feature(code, GEOMETRIES.createLineString(track), values);
  }

  private static Coordinate[] track(Bounds place, int fixes, long moment, SplittableRandom random) {
    double lon = place.minX() + random.nextDouble() * (place.maxX() - place.minX());
    double lat = place.minY() + random.nextDouble() * (place.maxY() - place.minY());
    double heading = random.nextDouble() * 2 * Math.PI;
    double seconds = moment - 20.0 * fixes - random.nextInt(15 * 3600);
    Coordinate[] track = new Coordinate[fixes];
    for (int i = 0; i < fixes; i++) {
      track[i] = new CoordinateXYM(at(lon, lat).x, at(lon, lat).y, seconds + 20.0 * i);
      heading += (random.nextDouble() - 0.5) * 0.8;
      if (!place.contains(lon, lat)) {
        heading = homeward(place, lon, lat);
      }
      double metres = 20 + random.nextInt(10);
      lat += metres * Math.sin(heading) / 111_000;
      lon += metres * Math.cos(heading) / (111_000 * Math.cos(Math.toRadians(lat)));
    }
    return track;
  }

  private static double homeward(Bounds place, double lon, double lat) {
    return Math.atan2(
        (place.minY() + place.maxY()) / 2 - lat, (place.minX() + place.maxX()) / 2 - lon);
  }
}
