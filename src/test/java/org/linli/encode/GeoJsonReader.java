package org.linli.encode;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads GeoJSON geometries in the plainest way, to check what was written. */
final class GeoJsonReader {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonReader() {}

  static Geometry read(JsonNode geometry) {
    JsonNode at = geometry.path("coordinates");
    return switch (geometry.path("type").asString()) {
      case "Point" -> FACTORY.createPoint(coordinate(at));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates(at));
      case "LineString" -> FACTORY.createLineString(coordinates(at));
      case "MultiLineString" -> FACTORY.createMultiLineString(lines(at));
      case "Polygon" -> polygon(rings(at));
      default ->
          FACTORY.createMultiPolygon(
              polygons(geometry).stream().map(GeoJsonReader::polygon).toArray(Polygon[]::new));
    };
  }

  /** The polygons of a geometry, each as its rings; none for points and lines. */
  static List<List<Coordinate[]>> polygons(JsonNode geometry) {
    List<List<Coordinate[]>> polygons = new ArrayList<>();
    switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygons.add(rings(geometry.path("coordinates")));
      case "MultiPolygon" -> geometry.path("coordinates").forEach(p -> polygons.add(rings(p)));
      default -> {}
    }
    return polygons;
  }

  private static Polygon polygon(List<Coordinate[]> rings) {
    LinearRing[] holes =
        rings.stream().skip(1).map(FACTORY::createLinearRing).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(FACTORY.createLinearRing(rings.get(0)), holes);
  }

  private static List<Coordinate[]> rings(JsonNode polygon) {
    List<Coordinate[]> rings = new ArrayList<>();
    polygon.forEach(ring -> rings.add(coordinates(ring)));
    return rings;
  }

  private static LineString[] lines(JsonNode lines) {
    return rings(lines).stream().map(FACTORY::createLineString).toArray(LineString[]::new);
  }

  private static Coordinate[] coordinates(JsonNode positions) {
    List<Coordinate> coordinates = new ArrayList<>();
    positions.forEach(position -> coordinates.add(coordinate(position)));
    return coordinates.toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(JsonNode position) {
    return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
  }
}
