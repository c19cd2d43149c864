package org.linli.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.linli.layer.Audience;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the definition of an analysis, and those of the layers it makes, from YAML resources. */
final class DefinitionReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final String id;

  private DefinitionReader(String id) {
    this.id = id;
  }

  static AnalysisDefinition read(String id) {
    return resource("/analyses/" + id + ".yaml", yaml -> new DefinitionReader(id).analysis(yaml));
  }

  private static <T> T resource(String name, Function<InputStream, T> reader) {
    try (InputStream yaml = DefinitionReader.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return reader.apply(yaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private AnalysisDefinition analysis(InputStream yaml) {
    JsonNode node = YAML.readTree(yaml);
    return new AnalysisDefinition(
        node.required("id").asString(),
        text(node, "titles"),
        text(node, "description"),
        each(node, "roles", this::role),
        each(node, "parameters", this::parameter),
        each(node, "metrics", this::metric),
        each(node, "series", this::series),
        each(node, "layers", layer -> layer(layer.asString())),
        reasons(node));
  }

  private static <T> List<T> each(JsonNode node, String name, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    node.path(name).forEach(one -> all.add(reader.apply(one)));
    return List.copyOf(all);
  }

  private static LayerDefinition layer(String layerId) {
    return resource("/analyses/layers/" + layerId + ".yaml", DefinitionCodec::fromYaml);
  }

  private LayerRole role(JsonNode node) {
    return new LayerRole(
        node.required("name").asString(),
        text(node, "titles"),
        string(node, "standard").orElse(node.get("name").asString()),
        node.path("required").asBoolean(false));
  }

  private Parameter parameter(JsonNode node) {
    return new Parameter(
        node.required("name").asString(),
        constant(Parameter.Type.class, node.required("type").asString()),
        text(node, "titles"),
        string(node, "unit"),
        node.path("least").asDouble(0),
        node.path("greatest").asDouble(Double.MAX_VALUE),
        string(node, "standard"),
        node.path("required").asBoolean(false),
        each(node, "options", JsonNode::asString),
        each(node, "presets", JsonNode::asString));
  }

  private MetricDefinition metric(JsonNode node) {
    return new MetricDefinition(
        node.required("id").asString(),
        text(node, "titles"),
        text(node, "formula"),
        node.required("unit").asString(),
        audience(node),
        node.path("counts_people").asBoolean(false));
  }

  private SeriesDefinition series(JsonNode node) {
    return new SeriesDefinition(
        node.required("id").asString(),
        text(node, "titles"),
        node.required("unit").asString(),
        audience(node));
  }

  /** What does not say that it is public is for staff. */
  private static Audience audience(JsonNode node) {
    return string(node, "audience")
        .map(name -> constant(Audience.class, name))
        .orElse(Audience.STAFF);
  }

  private Map<String, LocalText> reasons(JsonNode node) {
    Map<String, LocalText> reasons = new LinkedHashMap<>();
    node.path("reasons").properties().forEach(e -> reasons.put(e.getKey(), text(e.getValue())));
    return java.util.Collections.unmodifiableMap(reasons);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> string(JsonNode node, String name) {
    return node.path(name).isMissingNode()
        ? Optional.empty()
        : Optional.of(node.get(name).asString());
  }

  private LocalText text(JsonNode node, String name) {
    return text(node.required(name));
  }

  private LocalText text(JsonNode node) {
    Map<String, String> byLanguage = new TreeMap<>();
    node.properties().forEach(entry -> byLanguage.put(entry.getKey(), entry.getValue().asString()));
    for (String language : List.of("zh", "en", "bo")) {
      if (byLanguage.getOrDefault(language, "").isBlank()) {
        throw new IllegalStateException(
            "analyses/" + id + ".yaml lacks the language " + language + " beside: " + byLanguage);
      }
    }
    return LocalText.of(byLanguage, "");
  }
}
