package org.linli.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.layer.LocalText;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The analyses that the portal knows, read from {@code analyses/*.yaml}. */
public final class AnalysisDefinitions {
  private static final List<String> IDS = List.of("patrol", "access", "hazard", "impact", "equity");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<AnalysisDefinition> ALL =
      IDS.stream().map(AnalysisDefinitions::read).toList();

  private AnalysisDefinitions() {}

  public static List<AnalysisDefinition> list() {
    return ALL;
  }

  public static Optional<AnalysisDefinition> find(String id) {
    return ALL.stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  /**
   * @throws NoSuchElementException if there is no such analysis
   */
  public static AnalysisDefinition get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "There is no analysis " + id + ": there are " + String.join(", ", IDS)));
  }

  private static AnalysisDefinition read(String id) {
    String name = "/analyses/" + id + ".yaml";
    try (InputStream yaml = AnalysisDefinitions.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return definition(YAML.readTree(yaml));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static AnalysisDefinition definition(JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    node.path("parameters").forEach(one -> parameters.add(parameter(one)));
    List<MetricDefinition> metrics = new ArrayList<>();
    node.path("metrics").forEach(one -> metrics.add(metric(one)));
    return new AnalysisDefinition(
        node.required("id").asString(),
        text(node.path("titles")),
        text(node.path("description")),
        List.copyOf(parameters),
        List.copyOf(metrics));
  }

  private static Parameter parameter(JsonNode node) {
    List<String> options = new ArrayList<>();
    node.path("options").forEach(option -> options.add(option.asString()));
    return new Parameter(
        node.required("name").asString(),
        Parameter.Type.valueOf(node.required("type").asString().toUpperCase(Locale.ROOT)),
        text(node.required("titles")),
        string(node, "unit"),
        node.path("least").asDouble(0),
        node.path("greatest").asDouble(Double.MAX_VALUE),
        string(node, "standard"),
        node.path("required").asBoolean(false),
        List.copyOf(options));
  }

  private static MetricDefinition metric(JsonNode node) {
    return new MetricDefinition(
        node.required("id").asString(),
        text(node.required("titles")),
        text(node.required("formula")),
        node.required("unit").asString());
  }

  private static Optional<String> string(JsonNode node, String name) {
    return node.path(name).isMissingNode()
        ? Optional.empty()
        : Optional.of(node.get(name).asString());
  }

  private static LocalText text(JsonNode node) {
    TreeMap<String, String> byLanguage = new TreeMap<>();
    node.properties().forEach(entry -> byLanguage.put(entry.getKey(), entry.getValue().asString()));
    return LocalText.of(byLanguage, "");
  }
}
