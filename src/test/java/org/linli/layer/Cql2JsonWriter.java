package org.linli.layer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a filter's tree as CQL2 in JSON. */
final class Cql2JsonWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Cql2JsonWriter() {}

  static String write(Expression expression) {
    return JSON.writeValueAsString(value(expression));
  }

  private static Object value(Expression expression) {
    if (expression instanceof Expression.And and) {
      return operation("and", and.parts());
    } else if (expression instanceof Expression.Or or) {
      return operation("or", or.parts());
    } else if (expression instanceof Expression.Not not) {
      return operation("not", List.of(not.part()));
    } else if (expression instanceof Expression.Comparison c) {
      return operation(c.sign().symbol(), List.of(c.left(), c.right()));
    } else if (expression instanceof Expression.Like like) {
      return operation("like", List.of(like.text(), like.pattern()));
    } else if (expression instanceof Expression.Between b) {
      return operation("between", List.of(b.value(), b.low(), b.high()));
    } else if (expression instanceof Expression.In in) {
      return operation("in", List.of(in.value(), new Expression.Items(in.list())));
    } else if (expression instanceof Expression.IsNull isNull) {
      return operation("isNull", List.of(isNull.operand()));
    } else if (expression instanceof Expression.Spatial s) {
      return operation("s_" + small(s.relation()), List.of(s.left(), s.right()));
    } else if (expression instanceof Expression.Temporal t) {
      return operation("t_" + small(t.relation()), List.of(t.left(), t.right()));
    } else if (expression instanceof Expression.ArrayTest a) {
      return operation(a.relation(), List.of(a.left(), a.right()));
    } else if (expression instanceof Expression.Arithmetic a) {
      return operation(a.operator().symbol(), List.of(a.left(), a.right()));
    } else if (expression instanceof Expression.Folded f) {
      return operation(small(f.folding()), List.of(f.text()));
    } else if (expression instanceof Expression.Call call) {
      return operation(call.name(), call.arguments());
    }
    return literal(expression);
  }

  private static Object literal(Expression expression) {
    ObjectNode node = JSON.createObjectNode();
    if (expression instanceof Expression.Property property) {
      return node.put("property", property.name());
    } else if (expression instanceof Expression.Text text) {
      return text.value();
    } else if (expression instanceof Expression.Whole whole) {
      return whole.value();
    } else if (expression instanceof Expression.Real real) {
      return real.value();
    } else if (expression instanceof Expression.Truth truth) {
      return truth.value();
    } else if (expression instanceof Expression.Day day) {
      return node.put("date", day.value().toString());
    } else if (expression instanceof Expression.Moment moment) {
      return node.put("timestamp", moment.value().toString());
    } else if (expression instanceof Expression.Interval interval) {
      node.putPOJO("interval", List.of(end(interval.start()), end(interval.end())));
      return node;
    } else if (expression instanceof Expression.Box box) {
      return node.putPOJO("bbox", box.numbers());
    } else if (expression instanceof Expression.Items items) {
      return items.values().stream().map(Cql2JsonWriter::value).toList();
    }
    return geometry(((Expression.Place) expression).value());
  }

  private static Object end(Expression end) {
    if (end instanceof Expression.Open) {
      return "..";
    } else if (end instanceof Expression.Day day) {
      return day.value().toString();
    } else if (end instanceof Expression.Moment moment) {
      return moment.value().toString();
    }
    return value(end);
  }

  private static ObjectNode operation(String name, List<Expression> args) {
    ObjectNode node = JSON.createObjectNode().put("op", name);
    return node.putPOJO("args", args.stream().map(Cql2JsonWriter::value).toList());
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode geometry(Geometry geometry) {
    ObjectNode node = JSON.createObjectNode().put("type", geometry.getGeometryType());
    if (geometry.getGeometryType().equals("GeometryCollection")) {
      ArrayNode members = node.putArray("geometries");
      parts(geometry).forEach(part -> members.add(geometry(part)));
      return node;
    }
    return node.putPOJO("coordinates", coordinates(geometry));
  }

  private static Stream<Geometry> parts(Geometry geometry) {
    return Stream.iterate(0, i -> i + 1)
        .limit(geometry.getNumGeometries())
        .map(geometry::getGeometryN);
  }

  private static Object coordinates(Geometry geometry) {
    return switch (geometry.getGeometryType()) {
      case "Point" -> position(geometry.getCoordinate());
      case "LineString", "LinearRing" ->
          Stream.of(geometry.getCoordinates()).map(Cql2JsonWriter::position).toList();
      case "Polygon" -> rings((Polygon) geometry);
      default -> parts(geometry).map(Cql2JsonWriter::coordinates).toList();
    };
  }

  private static List<Object> rings(Polygon polygon) {
    Stream<Geometry> holes =
        Stream.iterate(0, i -> i + 1)
            .limit(polygon.getNumInteriorRing())
            .map(polygon::getInteriorRingN);
    return Stream.concat(Stream.of(polygon.getExteriorRing()), holes)
        .map(Cql2JsonWriter::coordinates)
        .toList();
  }

  private static List<Double> position(Coordinate coordinate) {
    return List.of(coordinate.x, coordinate.y);
  }
}
