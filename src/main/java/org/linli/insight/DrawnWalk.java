package org.linli.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.linli.geo.MetricPlane;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import tools.jackson.databind.JsonNode;

/**
 * A patrol that nobody walked: a line with the time of each vertex, at one speed from the start on.
 * {@code started_at} says when it begins, {@code speed} how fast it is in km/h, from 0.5 to 30 and
 * 4 if not said.
 */
record DrawnWalk(Geometry track, Instant starts, Instant ends) {
  static final String SPEED = "speed";
  private static final String START = "started_at";
  private static final double STANDARD_SPEED = 4;
  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 30;
  private static final double METRES_A_SECOND = 1 / 3.6;

  static DrawnWalk of(Geometry line, JsonNode properties, String path) {
    if (!(line instanceof LineString)) {
      throw ChangedFeature.unusable(
          path + ".geometry", line.getGeometryType(), List.of("LineString"));
    }
    Instant starts = start(properties, path);
    double metresASecond = speed(properties, path) * METRES_A_SECOND;
    Coordinate[] places = line.getCoordinates();
    MetricPlane plane = MetricPlane.around(line);
    Coordinate[] metres = plane.toMetres(line).getCoordinates();
    Coordinate[] timed = new Coordinate[places.length];
    double seconds = starts.toEpochMilli() / 1000.0;
    for (int i = 0; i < places.length; i++) {
      seconds += i == 0 ? 0 : metres[i].distance(metres[i - 1]) / metresASecond;
      timed[i] = new CoordinateXYM(places[i].x, places[i].y, seconds);
    }
    Geometry track = line.getFactory().createLineString(new CoordinateArraySequence(timed, 3, 1));
    return new DrawnWalk(track, starts, Instant.ofEpochMilli((long) Math.ceil(seconds * 1000)));
  }

  private static Instant start(JsonNode properties, String path) {
    String text = properties.path(START).asString("");
    try {
      return Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException none) {
      throw ChangedFeature.unusable(
          path + ".properties." + START, text, List.of("2026-06-15T09:00:00+08:00"));
    }
  }

  private static double speed(JsonNode properties, String path) {
    JsonNode given = properties.path(SPEED);
    double speed = given.isMissingNode() ? STANDARD_SPEED : given.asDouble(Double.NaN);
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw ChangedFeature.unusable(
          path + ".properties." + SPEED,
          given.toString(),
          List.of(SLOWEST + " – " + FASTEST + " km/h"));
    }
    return speed;
  }

  /** Says in the fields of a layer of tracks, where it has them, what it is and when. */
  void fill(LayerDefinition layer, Object[] values, String kind) {
    layer.findIndex(START).ifPresent(i -> values[i] = starts);
    layer.findIndex("ended_at").ifPresent(i -> values[i] = ends);
    layer
        .findIndex("kind")
        .ifPresent(i -> values[i] = values[i] == null && !kind.isEmpty() ? kind : values[i]);
  }
}
