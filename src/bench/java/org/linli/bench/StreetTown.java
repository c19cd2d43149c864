package org.linli.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Streets in a grid and parks among them, over any buildings. */
final class StreetTown {
  private static final LayerDefinition PARKS =
      DefinitionCodec.fromYaml(
          new ByteArrayInputStream(
              "id: parks\ngeometry: polygon\nfields: []\n".getBytes(StandardCharsets.UTF_8)));
  private static final LayerDefinition PATHS = BuiltInLayers.find("paths").orElseThrow();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private StreetTown() {}

  /** So many streets each way, 2 n (n − 1) edges; corners shifted by up to 2 m. */
  static LayerView streets(Bounds place, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Coordinate[][] corners = new Coordinate[each][each];
    for (int row = 0; row < each; row++) {
      for (int column = 0; column < each; column++) {
        corners[row][column] =
            at(
                along(place.minX(), place.maxX(), column, each) + 4e-5 * (random.nextDouble() - .5),
                along(place.minY(), place.maxY(), row, each) + 4e-5 * (random.nextDouble() - .5));
      }
    }
    List<Feature> streets = new ArrayList<>(2 * each);
    for (int i = 0; i < each; i++) {
      Coordinate[] northward = new Coordinate[each];
      for (int row = 0; row < each; row++) {
        northward[row] = corners[row][i];
      }
      streets.add(street("e%04d".formatted(i), corners[i]));
      streets.add(street("n%04d".formatted(i), northward));
    }
    return LayerView.of(PATHS, Audience.STAFF, streets);
  }

  private static double along(double from, double to, int i, int count) {
    return from + (to - from) * i / (count - 1);
  }

  private static Coordinate at(double lon, double lat) {
    return new Coordinate(CoordinateGrid.round(lon), CoordinateGrid.round(lat));
  }

  private static Feature street(String code, Coordinate[] corners) {
    Object[] values = new Object[PATHS.fields().size()];
    return new Feature(code, GEOMETRIES.createLineString(corners), values);
  }

  /** Square parks of a quarter to two hectares; some are too small to qualify. */
  static LayerView parks(Bounds place, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> parks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double north = (50 + 90 * random.nextDouble()) / 111_000;
      double south = place.minY() + random.nextDouble() * (place.maxY() - place.minY() - north);
      double east = north / Math.cos(Math.toRadians(south));
      double west = place.minX() + random.nextDouble() * (place.maxX() - place.minX() - east);
      Coordinate corner = at(west, south);
      Coordinate[] ring = {
        corner,
        at(west + east, south),
        at(west + east, south + north),
        at(west, south + north),
        corner
      };
      parks.add(
          new Feature(
              "p%05d".formatted(i),
              GEOMETRIES.createPolygon(ring),
              new Object[PARKS.fields().size()]));
    }
    return LayerView.of(PARKS, Audience.STAFF, parks);
  }
}
