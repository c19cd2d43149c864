package org.linli.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.LayerRole;
import org.linli.analysis.MetricDefinition;
import org.linli.analysis.Parameter;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/** What an analysis takes and gives, as an audience may know it; parameters as JSON Schema. */
record DefinitionDocument(
    String id,
    LocalText titles,
    LocalText description,
    Map<String, Object> parameters,
    List<Number> metrics,
    List<Line> series,
    List<Made> layers,
    String href) {

  /** A number that the analysis gives. */
  record Number(String id, LocalText titles, LocalText formula, String unit) {}

  /** A row of numbers that it gives. */
  record Line(String id, LocalText titles, String unit) {}

  /** A layer that it makes. */
  record Made(String id, LocalText titles, LocalText description) {}

  static DefinitionDocument of(AnalysisDefinition analysis, Audience audience, String href) {
    return new DefinitionDocument(
        analysis.id(),
        analysis.title(),
        analysis.description(),
        schema(analysis),
        analysis.metrics().stream()
            .filter(metric -> audience.sees(metric.audience()))
            .map(DefinitionDocument::number)
            .toList(),
        analysis.series().stream()
            .filter(series -> audience.sees(series.audience()))
            .map(series -> new Line(series.id(), series.title(), series.unit()))
            .toList(),
        analysis.layers().stream()
            .filter(layer -> audience.sees(layer.audience()))
            .map(layer -> new Made(layer.id(), layer.title(), layer.description()))
            .toList(),
        href);
  }

  private static Number number(MetricDefinition metric) {
    return new Number(metric.id(), metric.title(), metric.formula(), metric.unit());
  }

  private static Map<String, Object> schema(AnalysisDefinition analysis) {
    Map<String, Object> properties = new LinkedHashMap<>();
    analysis.roles().forEach(role -> properties.put(role.name(), property(role)));
    analysis.parameters().forEach(one -> properties.put(one.name(), property(one)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> property(LayerRole role) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("type", "string");
    property.put("title", role.title().zh());
    property.put("titles", role.title());
    property.put("default", role.standard());
    property.put("x-layer", true);
    return property;
  }

  private static Map<String, Object> property(Parameter parameter) {
    Map<String, Object> property = new LinkedHashMap<>();
    switch (parameter.type()) {
      case NUMBER, WHOLE -> {
        property.put("type", parameter.type() == Parameter.Type.WHOLE ? "integer" : "number");
        property.put("minimum", parameter.least());
        property.put("maximum", parameter.greatest());
        parameter.standard().ifPresent(text -> property.put("default", Double.valueOf(text)));
      }
      case INSTANT -> {
        property.put("type", "string");
        property.put("format", "date-time");
      }
      case CHOICE -> {
        property.put("type", "string");
        property.put("enum", parameter.options());
        parameter.standard().ifPresent(text -> property.put("default", text));
      }
    }
    property.put("title", parameter.title().zh());
    property.put("titles", parameter.title());
    parameter.unit().ifPresent(unit -> property.put("x-unit", unit));
    property.put("x-public", parameter.presets());
    return property;
  }
}
