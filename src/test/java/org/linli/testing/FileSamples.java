package org.linli.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.Code;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Seeded features with a field of every type and awkward texts, for tests of files. */
public final class FileSamples {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  public static final int FEATURES = 150;
  public static final long SEED = 20_260_501;
  private static final String[] TEXTS = {
    "花园",
    "བོད་ལྗོངས།",
    "=1+2",
    "+86 571 8888",
    "-5 度",
    "@foo",
    "'=x",
    "''-y",
    "'ordinary",
    "a,b \"c\"",
    "two\nlines",
    "\\\\N",
    "𠮷野家 😀",
    "null",
    "12",
    null
  };

  private FileSamples() {}

  /** A layer of a kind of geometry, with a field of every type. */
  public static LayerDefinition definition(String id, GeometryType geometry) {
    return new LayerDefinition(
        id,
        new LocalText("往返", "Round trip", "ཕར་ཚུར།"),
        LocalText.same(""),
        geometry,
        Audience.PUBLIC,
        List.of(
            field("name", FieldType.TEXT, List.of()),
            field(
                "kind",
                FieldType.TEXT,
                List.of(code("park", "公园"), code("square", "广场"), code("1", "一"))),
            field("楼栋层数", FieldType.INTEGER, List.of()),
            field("楼栋层数二", FieldType.INTEGER, List.of()),
            field("height_above_the_ground", FieldType.REAL, List.of()),
            field("open", FieldType.BOOLEAN, List.of()),
            field("day", FieldType.DATE, List.of()),
            field("at", FieldType.INSTANT, List.of()),
            field(LayerDefinition.SOURCE, FieldType.TEXT, List.of()),
            field(LayerDefinition.UPDATED_AT, FieldType.INSTANT, List.of())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("CC-BY-4.0"),
        Optional.of("name"),
        Optional.empty());
  }

  private static Field field(String name, FieldType type, List<Code> codes) {
    return new Field(
        name,
        name,
        type,
        LocalText.same(name),
        Optional.empty(),
        Audience.PUBLIC,
        List.of(),
        codes);
  }

  private static Code code(String code, String title) {
    return new Code(code, LocalText.same(title), Optional.empty());
  }

  /** Its features: multiple and single, with holes, without values, some of any kind nowhere. */
  public static List<Feature> features(GeometryType geometry) {
    Random random = new Random(SEED);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < FEATURES; i++) {
      features.add(new Feature("f-%03d 号".formatted(i), shape(geometry, random), values(random)));
    }
    return features;
  }

  private static Object[] values(Random random) {
    String[] kinds = {"park", "square", "1", null};
    Double[] reals = {-122.4, 0.1, 1.0, 1e-9, -7.25e20, 123_456.789, null};
    Long[] wholes = {0L, -1L, 42L, 2_147_483_648L, -999_999_999_999_999L, null};
    boolean missing = random.nextInt(4) == 0;
    return new Object[] {
      TEXTS[random.nextInt(TEXTS.length)],
      kinds[random.nextInt(kinds.length)],
      wholes[random.nextInt(wholes.length)],
      missing ? null : random.nextLong(1000),
      reals[random.nextInt(reals.length)],
      missing ? null : random.nextBoolean(),
      missing ? null : LocalDate.of(1999, 12, 1).plusDays(random.nextInt(20_000)),
      random.nextInt(4) == 0
          ? null
          : Instant.parse("2026-01-01T00:00:00.123Z").plusMillis(random.nextLong(1L << 36)),
      "survey",
      Instant.parse("2026-05-01T08:00:00Z")
    };
  }

  private static Geometry shape(GeometryType type, Random random) {
    boolean many = random.nextInt(3) == 0;
    return switch (type) {
      case POINT -> many ? FACTORY.createMultiPointFromCoords(points(random)) : point(random);
      case LINE ->
          many
              ? FACTORY.createMultiLineString(new LineString[] {line(random), line(random)})
              : line(random);
      case POLYGON ->
          many
              ? FACTORY.createMultiPolygon(new Polygon[] {polygon(random, 0), polygon(random, 1)})
              : polygon(random, 0);
      case NONE -> null;
      default ->
          random.nextInt(5) == 0 ? null : shape(GeometryType.values()[random.nextInt(3)], random);
    };
  }

  private static Geometry point(Random random) {
    return FACTORY.createPoint(at(random, 0, 0));
  }

  private static Coordinate[] points(Random random) {
    return new Coordinate[] {at(random, 0, 0), at(random, 0.2, 0.3)};
  }

  private static LineString line(Random random) {
    return FACTORY.createLineString(
        new Coordinate[] {at(random, 0, 0), at(random, 0.2, 0.3), at(random, 0.4, 0)});
  }

  private static Polygon polygon(Random random, int place) {
    Coordinate corner = at(random, place * 0.5, 0);
    return FACTORY.createPolygon(
        square(corner, 0.01), new LinearRing[] {hole(corner, 0.002), hole(corner, 0.006)});
  }

  private static LinearRing hole(Coordinate corner, double offset) {
    return square(grid(corner.x + offset, corner.y + offset), 0.001);
  }

  private static LinearRing square(Coordinate corner, double side) {
    return FACTORY.createLinearRing(
        new Coordinate[] {
          corner,
          grid(corner.x + side, corner.y),
          grid(corner.x + side, corner.y + side),
          grid(corner.x, corner.y + side),
          corner.copy()
        });
  }

  private static Coordinate at(Random random, double east, double north) {
    return grid(120 + east + random.nextDouble() / 10, 30 + north + random.nextDouble() / 10);
  }

  private static Coordinate grid(double lon, double lat) {
    return new Coordinate(CoordinateGrid.round(lon), CoordinateGrid.round(lat));
  }
}
