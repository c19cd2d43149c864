package org.linli.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.GeometryType;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** One change as it was sent; what is wrong with it is told by the member's path. */
final class ChangedFeature {
  private static final int LONGEST_CODE = 200;

  /** The properties that are no fields. */
  private static final Set<String> OWN = Set.of("role", "operation", DrawnWalk.SPEED);

  private final JsonNode feature;
  private final JsonNode properties;
  private final String path;
  private Optional<Instant> walkEnds = Optional.empty();

  ChangedFeature(JsonNode feature, String path) {
    this.feature = feature;
    this.properties = feature.path("properties");
    this.path = path;
  }

  String oneOf(String property, List<String> allowed, Optional<String> otherwise) {
    JsonNode value = properties.path(property);
    String text = value.isMissingNode() ? otherwise.orElse("") : value.asString("");
    if (!allowed.contains(text)) {
      throw unusable(property(property), text, allowed);
    }
    return text;
  }

  private String property(String name) {
    return path + ".properties." + name;
  }

  static InvalidParameterException unusable(String name, String text, List<String> allowed) {
    String list = String.join(", ", allowed);
    String shown = Parameters.shown(text);
    return new InvalidParameterException(
        name,
        new LocalText(
            "「" + name + "」的值「" + shown + "」不可用。可用：" + list + "。",
            "«" + shown + "» cannot be the " + name + ". Allowed: " + list + ".",
            "«" + name + "» ལ་ «" + shown + "» སྤྱོད་མི་རུང་། སྤྱོད་ཆོག་པ། " + list),
        allowed);
  }

  String code(Optional<String> otherwise) {
    String code = feature.path("id").asString(otherwise.orElse(""));
    boolean odd = code.chars().anyMatch(c -> c < ' ' || "/\\;".indexOf(c) >= 0);
    if (code.isEmpty() || code.length() > LONGEST_CODE || odd) {
      throw unusable(path + ".id", code, List.of("1 – " + LONGEST_CODE + " a-z 0-9 …"));
    }
    return code;
  }

  InvalidParameterException twice(String code) {
    String shown = Parameters.shown(code);
    return new InvalidParameterException(
        path + ".id",
        new LocalText(
            "要素「" + shown + "」改了两次；请合成一项。",
            "Feature «" + shown + "» is changed twice: make it one change.",
            "«" + shown + "» ཐེངས་གཉིས་བཟོ་བཅོས་བྱས་འདུག གཅིག་ཏུ་སྡེབས་རོགས།"));
  }

  InvalidParameterException unfitCode(String layer, String code, boolean known) {
    String shown = Parameters.shown(code);
    return new InvalidParameterException(
        path + ".id",
        known
            ? new LocalText(
                "图层「" + layer + "」已有要素「" + shown + "」：请换一个 id，或用 change。",
                "Layer " + layer + " has a feature «" + shown + "»: give another id, or change it.",
                "བང་རིམ་ «" + layer + "» ནང་ «" + shown + "» ཡོད། id གཞན་ཞིག་སྤྲོད་རོགས།")
            : new LocalText(
                "图层「" + layer + "」没有要素「" + shown + "」。",
                "Layer " + layer + " has no feature «" + shown + "».",
                "བང་རིམ་ «" + layer + "» ནང་ «" + shown + "» མེད།"));
  }

  /**
   * The feature as it would be.
   *
   * @param known the one that is changed
   * @param kind what a drawn walk is that does not say it
   */
  Feature feature(LayerDefinition layer, String code, Optional<Feature> known, String kind) {
    Object[] values =
        known.map(one -> one.values().clone()).orElse(new Object[layer.fields().size()]);
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (!OWN.contains(property.getKey())) {
        values[index(layer, property.getKey())] =
            value(layer.findField(property.getKey()).orElseThrow(), property.getValue());
      }
    }
    Geometry place = place(layer, known);
    if (layer.geometry() == GeometryType.TRACK && hasPlace()) {
      DrawnWalk walk = DrawnWalk.of(place, properties, path);
      walk.fill(layer, values, kind);
      walkEnds = Optional.of(walk.ends());
      place = walk.track();
    }
    return new Feature(code, place, values);
  }

  Optional<Instant> walkEnds() {
    return walkEnds;
  }

  private int index(LayerDefinition layer, String name) {
    List<String> fields = new ArrayList<>(layer.fields().stream().map(Field::name).toList());
    return layer
        .findIndex(name)
        .orElseThrow(() -> unusable(property(Parameters.shown(name)), name, fields));
  }

  private boolean hasPlace() {
    return feature.path("geometry").isObject();
  }

  private Geometry place(LayerDefinition layer, Optional<Feature> known) {
    if (hasPlace() && layer.hasGeometry()) {
      return ChangedPlace.of(feature.path("geometry"), layer.geometry(), path + ".geometry");
    }
    if (known.isEmpty() && layer.hasGeometry()) {
      throw ChangedPlace.missing(path + ".geometry");
    }
    return known.map(Feature::shape).orElse(null);
  }

  private Object value(Field field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    try {
      return switch (field.type()) {
        case TEXT -> text(value);
        case INTEGER -> whole(value);
        case REAL -> Parameters.number(number(value));
        case BOOLEAN -> bool(value);
        case DATE -> LocalDate.parse(text(value));
        case INSTANT ->
            Instant.ofEpochMilli(OffsetDateTime.parse(text(value)).toInstant().toEpochMilli());
      };
    } catch (NumberFormatException | DateTimeException malformed) {
      String type = field.type().name().toLowerCase(java.util.Locale.ROOT);
      throw unusable(property(field.name()), value.toString(), List.of(type));
    }
  }

  private static String text(JsonNode value) {
    if (!value.isString()) {
      throw new NumberFormatException("no text");
    }
    return value.asString();
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? value.asString() : "";
  }

  private static Long whole(JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new NumberFormatException("no whole number");
    }
    return value.longValue();
  }

  private static Boolean bool(JsonNode value) {
    if (!value.isBoolean()) {
      throw new NumberFormatException("neither true nor false");
    }
    return value.booleanValue();
  }
}
