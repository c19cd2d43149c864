package org.linli.layer;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.linli.layer.LayerDefinition.Coarsening;
import org.linli.layer.LayerDefinition.RowRule;
import org.linli.layer.LayerDefinition.TimeFields;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads layer definitions from YAML and JSON, which have one shape, and writes them as JSON. {@code
 * source} and {@code updated_at}, common to all layers, are added to the fields when they are not
 * named.
 */
public final class DefinitionCodec {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private DefinitionCodec() {}

  /**
   * @throws IllegalArgumentException if it is no definition; the message says which part
   */
  public static LayerDefinition fromYaml(InputStream yaml) {
    try {
      return definition(YAML.readTree(yaml));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "A layer definition is not readable as YAML: " + broken.getOriginalMessage(), broken);
    }
  }

  /**
   * @throws IllegalArgumentException if it is no definition; the message says which part
   */
  public static LayerDefinition fromJson(String json) {
    try {
      return definition(JSON.readTree(json));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "A layer definition is not readable as JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  private static LayerDefinition definition(JsonNode node) {
    String id = required(node, "id", "a layer definition");
    List<Field> fields = new ArrayList<>();
    node.path("fields").forEach(field -> fields.add(field(field, id)));
    CommonFields.addMissing(fields);
    return new LayerDefinition(
        id,
        text(node.path("titles"), id),
        text(node.path("description"), ""),
        constant(GeometryType.class, node, "geometry", GeometryType.ANY),
        constant(Audience.class, node, "audience", Audience.PUBLIC),
        fields,
        rule(node.path("rows"), "hide"),
        coarsening(node.path("coarsen")),
        time(node.path("time")),
        string(node, "update_every"),
        string(node, "licence"),
        string(node, "name_field"),
        string(node.path("style"), "by"),
        codes(node.path("keywords"), "the keywords of layer " + id));
  }

  private static List<Code> codes(JsonNode nodes, String where) {
    List<Code> codes = new ArrayList<>();
    nodes.forEach(code -> codes.add(code(code, where)));
    return List.copyOf(codes);
  }

  private static Field field(JsonNode node, String layerId) {
    String name = required(node, "name", "a field of layer " + layerId);
    List<String> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(alias.asString()));
    return new Field(
        name,
        string(node, "original").orElse(name),
        constant(FieldType.class, node, "type", FieldType.TEXT),
        text(node.path("titles"), name),
        string(node, "unit"),
        constant(Audience.class, node, "visibility", Audience.PUBLIC),
        List.copyOf(aliases),
        codes(node.path("codes"), "field " + name));
  }

  private static Code code(JsonNode node, String where) {
    String code = required(node, "code", "a code of " + where);
    return new Code(code, text(node.path("titles"), code), string(node, "colour"));
  }

  private static Optional<RowRule> rule(JsonNode node, String valuesKey) {
    return string(node, "field")
        .map(
            field -> {
              Set<String> values = new LinkedHashSet<>();
              node.path(valuesKey).forEach(value -> values.add(value.asString()));
              return new RowRule(field, values);
            });
  }

  private static Optional<Coarsening> coarsening(JsonNode node) {
    return rule(node.path("when"), "in")
        .map(when -> new Coarsening(node.path("metres").asDouble(), when));
  }

  private static Optional<TimeFields> time(JsonNode node) {
    return string(node, "start").map(start -> new TimeFields(start, string(node, "end")));
  }

  private static LocalText text(JsonNode node, String otherwise) {
    Map<String, String> byLanguage = new TreeMap<>();
    node.properties().forEach(entry -> byLanguage.put(entry.getKey(), entry.getValue().asString()));
    return LocalText.of(byLanguage, otherwise);
  }

  private static Optional<String> string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString());
  }

  private static String required(JsonNode node, String key, String where) {
    return string(node, key)
        .orElseThrow(
            () -> new IllegalArgumentException("«" + key + "» is missing in " + where + "."));
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, JsonNode node, String key, E otherwise) {
    Optional<String> name = string(node, key);
    if (name.isEmpty()) {
      return otherwise;
    }
    try {
      return Enum.valueOf(type, name.get().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "«"
              + name.get()
              + "» is no value of «"
              + key
              + "»: use one of "
              + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT)
              + ".",
          unknown);
    }
  }

  /** The definition as one line of JSON, such that {@link #fromJson} gives an equal one. */
  public static String toJson(LayerDefinition definition) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", definition.id());
    node.set("titles", text(definition.title()));
    node.set("description", text(definition.description()));
    node.put("geometry", lower(definition.geometry()));
    node.put("audience", lower(definition.audience()));
    definition.hiddenRows().ifPresent(rule -> node.set("rows", rule(rule, "hide")));
    definition
        .coarsening()
        .ifPresent(
            c ->
                node.putObject("coarsen")
                    .put("metres", c.metres())
                    .set("when", rule(c.when(), "in")));
    definition.time().ifPresent(time -> putTime(node.putObject("time"), time));
    definition.updateEvery().ifPresent(value -> node.put("update_every", value));
    definition.licence().ifPresent(value -> node.put("licence", value));
    definition.nameField().ifPresent(value -> node.put("name_field", value));
    definition.styleField().ifPresent(value -> node.putObject("style").put("by", value));
    if (!definition.keywords().isEmpty()) {
      put(node.putArray("keywords"), definition.keywords());
    }
    ArrayNode fields = node.putArray("fields");
    definition.fields().forEach(field -> fields.add(field(field)));
    return JSON.writeValueAsString(node);
  }

  private static void putTime(ObjectNode node, TimeFields time) {
    node.put("start", time.start());
    time.end().ifPresent(end -> node.put("end", end));
  }

  private static ObjectNode rule(RowRule rule, String valuesKey) {
    ObjectNode node = JSON.createObjectNode().put("field", rule.field());
    ArrayNode values = node.putArray(valuesKey);
    rule.values().forEach(values::add);
    return node;
  }

  private static ObjectNode field(Field field) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", field.name());
    node.put("original", field.original());
    node.put("type", lower(field.type()));
    node.set("titles", text(field.title()));
    field.unit().ifPresent(unit -> node.put("unit", unit));
    node.put("visibility", lower(field.visibility()));
    ArrayNode aliases = node.putArray("aliases");
    field.aliases().forEach(aliases::add);
    put(node.putArray("codes"), field.codes());
    return node;
  }

  private static void put(ArrayNode list, List<Code> codes) {
    for (Code code : codes) {
      ObjectNode entry = list.addObject().put("code", code.code());
      entry.set("titles", text(code.title()));
      code.colour().ifPresent(colour -> entry.put("colour", colour));
    }
  }

  private static ObjectNode text(LocalText text) {
    ObjectNode node = JSON.createObjectNode();
    text.asMap().forEach(node::put);
    return node;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
