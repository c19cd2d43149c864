package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.linli.layer.Cql2Bounds.Allowance;
import org.linli.layer.Cql2Fault.Expected;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** A GeoJSON geometry (RFC 7946) within a filter in JSON; heights are passed over. */
final class Cql2GeoJson {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEEPEST = 4;

  private final Allowance vertices;

  private Cql2GeoJson(Allowance vertices) {
    this.vertices = vertices;
  }

  static Geometry geometry(JsonNode node, String at, Allowance vertices) {
    try {
      return Cql2Wkt.sound(new Cql2GeoJson(vertices).geometry(node, at, 0));
    } catch (IllegalArgumentException malformed) {
      throw Cql2Fault.at(at, node.toString(), Expected.GEOJSON);
    }
  }

  private Geometry geometry(JsonNode node, String at, int depth) {
    JsonNode inside = node.path("coordinates");
    String there = at + "/coordinates";
    return switch (node.path("type").asString("")) {
      case "Point" -> point(inside, there);
      case "LineString" -> line(inside, there);
      case "Polygon" -> polygon(inside, there);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(all(inside, there, this::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(all(inside, there, this::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(all(inside, there, this::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" -> collection(node.path("geometries"), at + "/geometries", depth);
      default -> throw Cql2Fault.at(at, node.toString(), Expected.GEOJSON);
    };
  }

  private Geometry collection(JsonNode members, String at, int depth) {
    if (depth == DEEPEST) {
      throw Cql2Fault.at(at, members.toString(), Expected.GEOJSON);
    }
    return FACTORY.createGeometryCollection(
        all(members, at, (member, there) -> geometry(member, there, depth + 1))
            .toArray(Geometry[]::new));
  }

  private static <T> List<T> all(
      JsonNode array, String at, BiFunction<JsonNode, String, T> reader) {
    if (!array.isArray()) {
      throw Cql2Fault.at(at, array.isMissingNode() ? "…" : array.toString(), Expected.GEOJSON);
    }
    List<T> all = new ArrayList<>();
    for (JsonNode element : array) {
      all.add(reader.apply(element, at + "/" + all.size()));
    }
    return all;
  }

  private Point point(JsonNode position, String at) {
    return FACTORY.createPoint(coordinate(position, at));
  }

  private LineString line(JsonNode positions, String at) {
    return FACTORY.createLineString(coordinates(positions, at));
  }

  private Polygon polygon(JsonNode rings, String at) {
    List<LinearRing> all =
        all(rings, at, (ring, there) -> FACTORY.createLinearRing(coordinates(ring, there)));
    if (all.isEmpty()) {
      throw Cql2Fault.at(at, rings.toString(), Expected.GEOJSON);
    }
    LinearRing[] holes = all.subList(1, all.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(all.get(0), holes);
  }

  private Coordinate[] coordinates(JsonNode positions, String at) {
    return all(positions, at, this::coordinate).toArray(Coordinate[]::new);
  }

  private Coordinate coordinate(JsonNode position, String at) {
    vertices.take(1);
    if (!position.isArray() || position.size() < 2 || position.size() > 4) {
      throw Cql2Fault.at(at, position.toString(), Expected.GEOJSON);
    }
    return new Coordinate(finite(position.get(0), at + "/0"), finite(position.get(1), at + "/1"));
  }

  /**
   * @throws InvalidParameterException if it is no finite number
   */
  static double finite(JsonNode number, String at) {
    double value = number.isNumber() ? number.doubleValue() : Double.NaN;
    if (!Double.isFinite(value)) {
      throw Cql2Fault.at(at, number.toString(), Expected.NUMBER);
    }
    return value;
  }
}
