package org.linli.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.RowRule;
import org.linli.layer.LayerDefinition.TimeFields;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up town for tests of what is served. {@code houses} stand on a grid, ten to a row: house i
 * (code {@code h-000} on) is a square of 0.0004° whose south-west corner lies at 101.4 + 0.001 · (i
 * mod 10), 36 + 0.001 · (i div 10). Every fifth house from h-004 on is a draft, which only staff
 * see. {@code notes} is a table without places that only staff know of.
 */
public final class TownLayers {
  public static final int HOUSES = 60;
  public static final int PUBLIC_HOUSES = 48;

  public static final LayerDefinition HOUSES_LAYER =
      new LayerDefinition(
          "houses",
          new LocalText("房屋", "Houses", "ཁང་པ།"),
          new LocalText("镇上的房屋", "The houses of the town", "གྲོང་རྡལ་གྱི་ཁང་པ།"),
          GeometryType.POLYGON,
          Audience.PUBLIC,
          List.of(
              field("name", FieldType.TEXT, Audience.PUBLIC),
              field("status", FieldType.TEXT, Audience.PUBLIC),
              field("floors", FieldType.INTEGER, Audience.PUBLIC),
              field("height", FieldType.REAL, Audience.PUBLIC),
              field("empty", FieldType.BOOLEAN, Audience.PUBLIC),
              field("built_on", FieldType.DATE, Audience.PUBLIC),
              field("seen_at", FieldType.INSTANT, Audience.PUBLIC),
              field("residents", FieldType.INTEGER, Audience.STAFF)),
          Optional.of(new RowRule("status", Set.of("draft"))),
          Optional.empty(),
          Optional.of(new TimeFields("seen_at", Optional.empty())),
          Optional.empty(),
          Optional.of("CC-BY-4.0"),
          Optional.of("name"),
          Optional.empty());

  public static final LayerDefinition NOTES_LAYER =
      new LayerDefinition(
          "notes",
          LocalText.same("notes"),
          LocalText.same(""),
          GeometryType.NONE,
          Audience.STAFF,
          List.of(field("text", FieldType.TEXT, Audience.PUBLIC)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private TownLayers() {}

  private static Field field(String name, FieldType type, Audience visibility) {
    Field plain = Field.of(name, type);
    return new Field(
        name, name, type, plain.title(), plain.unit(), visibility, plain.aliases(), plain.codes());
  }

  public static List<Feature> houses() {
    List<Feature> houses = new ArrayList<>();
    for (int i = 0; i < HOUSES; i++) {
      houses.add(house(i));
    }
    return houses;
  }

  /** House i; a third has no value but its status, and its name needs escapes in JSON and HTML. */
  public static Feature house(int i) {
    Object[] values = {
      i % 3 == 0 ? "<b>\"楼\" & " + i + "</b>\n" : "楼栋 " + i,
      i % 5 == 4 ? "draft" : "built",
      i % 3 == 2 ? null : (long) i,
      i % 3 == 2 ? null : i + 0.25,
      i % 3 == 2 ? null : i % 2 == 0,
      i % 3 == 2 ? null : LocalDate.of(2026, 1, 1).plusDays(i),
      i % 3 == 2 ? null : Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * i),
      100L + i
    };
    return new Feature(
        "h-%03d".formatted(i), square(101.4 + i % 10 * 0.001, 36 + i / 10 * 0.001), values);
  }

  private static Polygon square(double west, double south) {
    Coordinate corner = at(west, south);
    // Clockwise, so that what is served must be turned round.
    return FACTORY.createPolygon(
        new Coordinate[] {
          corner,
          at(west, south + 0.0004),
          at(west + 0.0004, south + 0.0004),
          at(west + 0.0004, south),
          corner.copy()
        });
  }

  private static Coordinate at(double lon, double lat) {
    return new Coordinate(CoordinateGrid.round(lon), CoordinateGrid.round(lat));
  }

  public static List<Feature> notes() {
    return List.of(
        new Feature("n 1/2".replace('/', '-'), null, new Object[] {"一"}),
        new Feature("便条", null, new Object[] {null}));
  }
}
