package org.linli.analysis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.MetricPlane;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.linli.testing.MemoryStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * A made-up town on squared paper, for predicting by hand what an analysis says. Places are metres
 * east and north of the town's post at 101.43° E, 36.04° N; they are kept to the centimetre, as all
 * coordinates are. Times are of Asia/Shanghai. The town is seen from Monday, 15 June 2026, 18:00.
 */
public final class GridTown {
  public static final double POST_LON = 101.43;
  public static final double POST_LAT = 36.04;
  public static final String AS_OF = "2026-06-15T18:00:00+08:00";

  /** How wide and deep a building is that says nothing else. */
  public static final double SIDE_METRES = 10;

  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);
  private final MetricPlane plane = MetricPlane.at(POST_LON, POST_LAT);
  private final Map<String, List<Feature>> features = new LinkedHashMap<>();
  private final Map<String, LayerDefinition> definitions = new HashMap<>();

  /** {@code "06-14 09:30"} or {@code "06-14 09:30:15"} of 2026 in the town. */
  public static Instant time(String dayAndTime) {
    String seconds = dayAndTime.length() == 11 ? ":00" : "";
    return OffsetDateTime.parse("2026-" + dayAndTime.replace(' ', 'T') + seconds + "+08:00")
        .toInstant();
  }

  /** One field's value. */
  public record Value(String field, Object value) {}

  public static Value with(String field, Object value) {
    return new Value(field, value);
  }

  /** Uses another definition for a layer than the built-in one. */
  public GridTown define(LayerDefinition definition) {
    definitions.put(definition.id(), definition);
    features.computeIfAbsent(definition.id(), id -> new ArrayList<>());
    return this;
  }

  /** Has a layer, even if it stays empty. */
  public GridTown layer(String id) {
    return define(BuiltInLayers.find(id).orElseThrow());
  }

  /** Any feature of any layer. */
  public GridTown put(String layer, String code, Geometry metres, Value... values) {
    if (!definitions.containsKey(layer)) {
      layer(layer);
    }
    LayerDefinition definition = definitions.get(layer);
    Object[] row = new Object[definition.fields().size()];
    for (Value value : values) {
      row[definition.getIndex(value.field())] = value.value();
    }
    features.get(layer).add(new Feature(code, metres == null ? null : degrees(metres), row));
    return this;
  }

  private Geometry degrees(Geometry metres) {
    Geometry rounded = CoordinateGrid.round(plane.toLonLat(metres));
    return DEGREES.createGeometry(rounded);
  }

  /** A building with its south-west corner there, {@link #SIDE_METRES} wide and deep. */
  public GridTown building(String code, double x, double y, Value... values) {
    return put("buildings", code, box(x, y, x + SIDE_METRES, y + SIDE_METRES), values);
  }

  /** A building owed a round every 24 hours. */
  public GridTown home(String code, double x, double y, long residents) {
    return building(code, x, y, with("residents", residents), with("patrol_interval_hours", 24.0));
  }

  public GridTown community(String code, Geometry metres, Value... values) {
    return put("communities", code, metres, values);
  }

  public GridTown visit(String code, String building, String kind, Instant at) {
    return put(
        "visits",
        code,
        point(0, 0),
        with("building_code", building),
        with("kind", kind),
        with("at", at));
  }

  /** That the daily round came by. */
  public GridTown seen(String building, String dayAndTime) {
    String code = "v" + features.getOrDefault("visits", List.of()).size();
    return visit(code, building, "daily_patrol", time(dayAndTime));
  }

  /** A fix of a receiver. */
  public record Fix(double x, double y, Instant at) {}

  public static Fix fix(double x, double y, String dayAndTime) {
    return new Fix(x, y, time(dayAndTime));
  }

  /** A daily round by its fixes. */
  public GridTown patrol(String code, Fix... fixes) {
    return put("patrols", code, track(fixes), with("kind", "daily_patrol"));
  }

  public static Geometry track(Fix... fixes) {
    Coordinate[] vertices = new Coordinate[fixes.length];
    for (int i = 0; i < fixes.length; i++) {
      vertices[i] = new CoordinateXYM(fixes[i].x, fixes[i].y, fixes[i].at.toEpochMilli() / 1000.0);
    }
    return DEGREES.createLineString(new CoordinateArraySequence(vertices, 3, 1));
  }

  public static Geometry point(double x, double y) {
    return DEGREES.createPoint(new Coordinate(x, y));
  }

  public static Geometry line(double... xy) {
    Coordinate[] vertices = new Coordinate[xy.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return DEGREES.createLineString(vertices);
  }

  public static Geometry box(double minX, double minY, double maxX, double maxY) {
    Coordinate corner = new Coordinate(minX, minY);
    return DEGREES.createPolygon(
        new Coordinate[] {
          corner,
          new Coordinate(maxX, minY),
          new Coordinate(maxX, maxY),
          new Coordinate(minX, maxY),
          corner.copy()
        });
  }

  /** Gives each layer of the town with its features. */
  public void forEachLayer(BiConsumer<LayerDefinition, List<Feature>> consumer) {
    features.forEach((id, rows) -> consumer.accept(definitions.get(id), rows));
  }

  /** Puts the town's layers into a store. */
  public GridTown into(MemoryStore store) {
    forEachLayer(store::put);
    return this;
  }

  /** The layers that the town has, as staff see them, each in the role of its name. */
  public AnalysisInputs inputs() {
    Map<String, LayerView> views = new HashMap<>();
    features.forEach(
        (id, rows) -> views.put(id, LayerView.of(definitions.get(id), Audience.STAFF, rows)));
    return new AnalysisInputs(views);
  }
}
