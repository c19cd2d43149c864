package org.linli.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.Coarsening;
import org.linli.layer.LayerDefinition.RowRule;
import org.linli.layer.LayerDefinition.TimeFields;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerSnapshot;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Seeded features of a layer with a field of every type, for tests. */
public final class Features {
  public static final GeometryFactory FACTORY = new GeometryFactory();
  public static final LayerDefinition DEFINITION =
      new LayerDefinition(
          "things",
          LocalText.same("things"),
          LocalText.same(""),
          GeometryType.ANY,
          Audience.PUBLIC,
          List.of(
              field("kind", FieldType.TEXT, Audience.PUBLIC),
              field("count", FieldType.INTEGER, Audience.PUBLIC),
              field("secret", FieldType.TEXT, Audience.STAFF),
              field("size", FieldType.REAL, Audience.PUBLIC),
              field("open", FieldType.BOOLEAN, Audience.PUBLIC),
              field("day", FieldType.DATE, Audience.PUBLIC),
              field("at", FieldType.INSTANT, Audience.PUBLIC)),
          Optional.of(new RowRule("kind", Set.of("draft"))),
          Optional.of(new Coarsening(100, new RowRule("kind", Set.of("home")))),
          Optional.of(new TimeFields("at", Optional.empty())),
          Optional.empty(),
          Optional.empty(),
          Optional.of("kind"),
          Optional.empty());
  private static final String[] KINDS = {"park", "draft", "home", "花园", "བོད་\"\\\n", null};

  private Features() {}

  private static Field field(String name, FieldType type, Audience visibility) {
    Field plain = Field.of(name, type);
    return new Field(
        name, name, type, plain.title(), plain.unit(), visibility, plain.aliases(), plain.codes());
  }

  public static Feature random(Random random, String code) {
    Object[] values = {
      KINDS[random.nextInt(KINDS.length)],
      random.nextInt(4) == 0 ? null : (long) random.nextInt(5) * 10_000_000_000L,
      "secret-" + code,
      random.nextInt(4) == 0 ? null : random.nextInt(1000) / 8.0,
      random.nextInt(3) == 0 ? null : random.nextBoolean(),
      random.nextInt(4) == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
      random.nextInt(4) == 0
          ? null
          : Instant.parse("2026-01-01T00:00:00.123Z").plusSeconds(random.nextInt(10_000_000)),
    };
    return new Feature(code, geometry(random), values);
  }

  public static Geometry geometry(Random random) {
    double x = 101.4 + random.nextInt(1_000_000) / 1e7;
    double y = 36.0 + random.nextInt(1_000_000) / 1e7;
    return switch (random.nextInt(7)) {
      case 0 -> null;
      case 1 -> FACTORY.createPoint(at(x, y));
      case 2 -> FACTORY.createMultiPointFromCoords(new Coordinate[] {at(x, y), at(x + .01, y)});
      case 3 -> FACTORY.createLineString(new Coordinate[] {at(x, y), at(x + .01, y + .003)});
      case 4 -> ring(x, y, 0.002 + random.nextInt(100) / 1e4, false);
      case 5 -> ring(x, y, 0.006, true);
      default ->
          FACTORY.createMultiPolygon(
              new Polygon[] {ring(x, y, 0.003, true), ring(x + 0.02, y, 0.001, false)});
    };
  }

  public static Coordinate at(double x, double y) {
    return new Coordinate(
        CoordinateGrid.toDegrees(CoordinateGrid.fromDegrees(x)),
        CoordinateGrid.toDegrees(CoordinateGrid.fromDegrees(y)));
  }

  private static Polygon ring(double x, double y, double r, boolean hole) {
    LinearRing shell = diamond(x, y, r);
    LinearRing[] holes = hole ? new LinearRing[] {diamond(x, y, r / 2)} : new LinearRing[0];
    return FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing diamond(double x, double y, double r) {
    Coordinate first = at(x - r, y);
    return FACTORY.createLinearRing(
        new Coordinate[] {first, at(x, y - r), at(x + r, y), at(x, y + r), first.copy()});
  }

  public static List<Feature> many(Random random, int count) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(random(random, "f-" + Integer.toString(random.nextInt(1 << 30), 36) + "-" + i));
    }
    return features;
  }

  public static Feature named(String code, String kind) {
    return new Feature(code, null, new Object[] {kind, null, null, null, null, null, null});
  }

  public static Feature point(String code, double lon, double lat) {
    return new Feature(code, FACTORY.createPoint(at(lon, lat)), new Object[7]);
  }

  public static LayerSnapshot snapshot(List<Feature> features) {
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(DEFINITION);
    features.forEach(feature -> builder.add(feature, 1));
    return builder.finish(1, Instant.EPOCH);
  }

  public static LayerView view(List<Feature> features, Audience audience) {
    return snapshot(features).view(audience);
  }
}
