package org.linli.demo;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes GeoJSON (RFC 7946) with one feature a line, so that a change of one feature is a change of
 * one line.
 */
final class GeoJsonLines {
  private static final ObjectMapper TEXTS = JsonMapper.builder().build();
  private static final long PER_DEGREE = 10_000_000;

  private final StringBuilder out = new StringBuilder();

  static String write(String layer, List<Feature> features) {
    GeoJsonLines lines = new GeoJsonLines();
    lines.out.append("{\"type\":\"FeatureCollection\",\"name\":\"").append(layer);
    lines.out.append("\",\"features\":[\n");
    for (int i = 0; i < features.size(); i++) {
      lines.feature(features.get(i));
      lines.out.append(i == features.size() - 1 ? "\n" : ",\n");
    }
    lines.out.append("]}\n");
    return lines.out.toString();
  }

  private void feature(Feature feature) {
    out.append("{\"type\":\"Feature\",\"properties\":{\"code\":").append(json(feature.code()));
    for (Map.Entry<String, Object> attribute : feature.attributes().entrySet()) {
      out.append(',').append(json(attribute.getKey())).append(':');
      out.append(json(attribute.getValue()));
    }
    out.append("},\"geometry\":");
    geometry(feature.geometry());
    out.append('}');
  }

  private static String json(Object value) {
    return TEXTS.writeValueAsString(value);
  }

  private void geometry(Geometry geometry) {
    out.append("{\"type\":\"").append(geometry.getGeometryType()).append("\",\"coordinates\":");
    if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else if (geometry instanceof LineString line) {
      positions(line);
    } else {
      position(geometry.getCoordinate());
    }
    out.append('}');
  }

  private void polygon(Polygon polygon) {
    out.append('[');
    positions(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.append(',');
      positions(polygon.getInteriorRingN(i));
    }
    out.append(']');
  }

  private void positions(LineString line) {
    out.append('[');
    for (int i = 0; i < line.getNumPoints(); i++) {
      out.append(i == 0 ? "" : ",");
      position(line.getCoordinateN(i));
    }
    out.append(']');
  }

  private void position(Coordinate at) {
    out.append('[').append(degrees(at.x)).append(',').append(degrees(at.y)).append(']');
  }

  /** Degrees with at most seven decimals, no more than needed. */
  static String degrees(double value) {
    long scaled = Math.round(value * PER_DEGREE);
    String digits = String.format("%d.%07d", scaled / PER_DEGREE, Math.abs(scaled % PER_DEGREE));
    return digits.replaceFirst("0{1,6}$", "");
  }
}
