package org.linli.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.TimeFields;
import org.linli.layer.ValueType;

/**
 * What a layer's features consist of, as a JSON Schema in one language (OGC 23-058r2): the logical
 * model, whatever format they are given in. A value that is missing is no value of its field.
 */
final class LayerSchema {
  static final String MEDIA_TYPE = "application/schema+json";
  private static final String ROLE = "x-ogc-role";

  private final LayerDefinition layer;
  private final Locale language;
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private LayerSchema(LayerDefinition layer, Locale language) {
    this.layer = layer;
    this.language = language;
  }

  /** The three schemas that a layer has. */
  enum Kind {
    /** What features are given with. */
    SCHEMA,
    /** What filters may name. */
    QUERYABLES,
    /** What features can be sorted by. */
    SORTABLES;

    /** The last part of its address. */
    String path() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The type of links to it. */
    String rel() {
      return "http://www.opengis.net/def/rel/ogc/1.0/" + path();
    }

    Words title() {
      return switch (this) {
        case SCHEMA -> Words.SCHEMA;
        case QUERYABLES -> Words.QUERYABLES;
        case SORTABLES -> Words.SORTABLES;
      };
    }
  }

  /**
   * @param layer as the audience may know it
   * @param address of the schema, without a query
   */
  static Map<String, Object> of(Kind kind, LayerDefinition layer, String address, Locale language) {
    LayerSchema schema = new LayerSchema(layer, language);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", address);
    document.put("type", "object");
    document.put("title", layer.title().in(language));
    document.put("description", layer.description().in(language));
    document.put("properties", schema.properties(kind));
    document.put("additionalProperties", false);
    return document;
  }

  private Map<String, Object> properties(Kind kind) {
    add(LayerDefinition.KEY, key());
    if (layer.hasGeometry() && kind != Kind.SORTABLES) {
      add(ValueType.PLACE, place());
    }
    for (Field field : layer.fields()) {
      if (!properties.containsKey(field.name())) {
        add(field.name(), of(field));
      }
    }
    return properties;
  }

  private void add(String name, Map<String, Object> property) {
    property.put("x-ogc-propertySeq", properties.size() + 1);
    properties.put(name, property);
  }

  private Map<String, Object> key() {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("title", Words.CODE.in(language));
    key.put("type", "string");
    key.put(ROLE, "id");
    return key;
  }

  private Map<String, Object> place() {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("title", Words.GEOMETRY.in(language));
    place.put("format", format(layer.geometry()));
    place.put(ROLE, "primary-geometry");
    return place;
  }

  private static String format(GeometryType type) {
    return switch (type) {
      case POINT -> "geometry-point-or-multipoint";
      case LINE, TRACK -> "geometry-linestring-or-multilinestring";
      case POLYGON -> "geometry-polygon-or-multipolygon";
      case ANY, NONE -> "geometry-any";
    };
  }

  private Map<String, Object> of(Field field) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", field.title().in(language));
    property.putAll(type(field.type()));
    if (!field.codes().isEmpty()) {
      property.put("oneOf", codes(field));
    }
    if (field.type() == FieldType.INTEGER || field.type() == FieldType.REAL) {
      field.unit().ifPresent(unit -> property.put("x-ogc-unit", Units.ucum(unit)));
    }
    role(field).ifPresent(role -> property.put(ROLE, role));
    return property;
  }

  private static Map<String, Object> type(FieldType type) {
    return switch (type) {
      case TEXT -> Map.of("type", "string");
      case INTEGER -> ordered("integer", "int64");
      case REAL -> ordered("number", "double");
      case BOOLEAN -> Map.of("type", "boolean");
      case DATE -> ordered("string", "date");
      case INSTANT -> ordered("string", "date-time");
    };
  }

  private static Map<String, Object> ordered(String type, String format) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("type", type);
    both.put("format", format);
    return both;
  }

  private List<Map<String, String>> codes(Field field) {
    return field.codes().stream()
        .map(code -> Map.of("const", code.code(), "title", code.title().in(language)))
        .toList();
  }

  /** The times that {@code datetime} asks about. Both ends of a span must be of one type. */
  private Optional<String> role(Field field) {
    TimeFields none = new TimeFields("", Optional.empty());
    TimeFields time = layer.time().orElse(none);
    if (time.end().isEmpty()) {
      return Optional.of("primary-instant").filter(role -> time.start().equals(field.name()));
    }
    if (!haveOneType(time.start(), time.end().get())) {
      return Optional.empty();
    }
    boolean ends = time.end().get().equals(field.name());
    return time.start().equals(field.name())
        ? Optional.of("primary-interval-start")
        : Optional.of("primary-interval-end").filter(role -> ends);
  }

  private boolean haveOneType(String first, String second) {
    Optional<FieldType> type = layer.findField(first).map(Field::type);
    return type.isPresent() && type.equals(layer.findField(second).map(Field::type));
  }
}
