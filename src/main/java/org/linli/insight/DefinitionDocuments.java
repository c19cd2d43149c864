package org.linli.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.LayerRole;
import org.linli.analysis.MetricDefinition;
import org.linli.analysis.Parameter;
import org.linli.analysis.SeriesDefinition;
import org.linli.layer.Audience;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/** What an analysis takes and gives, as far as an audience may know of it. */
final class DefinitionDocuments {
  private final Audience audience;
  private final Addresses addresses;

  DefinitionDocuments(Audience audience) {
    this.audience = audience;
    this.addresses = new Addresses(audience);
  }

  /**
   * @param parameters a JSON Schema of the request's parameters
   */
  record AnalysisDocument(
      String id,
      LocalText titles,
      LocalText description,
      String href,
      List<Role> roles,
      Map<String, Object> parameters,
      List<MetricDocument> metrics,
      List<SeriesDocument> series,
      List<Layer> layers,
      Map<String, LocalText> reasons) {}

  record Role(String name, LocalText titles, String standard, boolean required) {}

  record MetricDocument(
      String id,
      LocalText titles,
      LocalText formula,
      String unit,
      String audience,
      boolean countsPeople) {}

  record SeriesDocument(String id, LocalText titles, String unit, String audience) {}

  /**
   * A layer that the analysis makes, with what a map needs to draw and to tell its features.
   *
   * @param styleField the field whose codes colour it; null where it has one colour
   */
  record Layer(
      String id,
      LocalText titles,
      LocalText description,
      String audience,
      String collection,
      String geometry,
      Optional<String> styleField,
      List<LayerField> fields) {}

  record LayerField(
      String name, String type, LocalText titles, Optional<String> unit, List<FieldCode> codes) {}

  record FieldCode(String code, LocalText titles, Optional<String> colour) {}

  AnalysisDocument of(AnalysisDefinition definition) {
    return new AnalysisDocument(
        definition.id(),
        definition.title(),
        definition.description(),
        addresses.analysis(definition.id()),
        definition.roles().stream().map(DefinitionDocuments::role).toList(),
        parameters(definition),
        definition.metrics().stream()
            .filter(metric -> audience.sees(metric.audience()))
            .map(DefinitionDocuments::metric)
            .toList(),
        definition.series().stream()
            .filter(series -> audience.sees(series.audience()))
            .map(DefinitionDocuments::series)
            .toList(),
        definition.layers().stream()
            .filter(layer -> audience.sees(layer.audience()))
            .map(this::layer)
            .toList(),
        definition.reasons());
  }

  private static Role role(LayerRole role) {
    return new Role(role.name(), role.title(), role.standard(), role.required());
  }

  private static MetricDocument metric(MetricDefinition metric) {
    return new MetricDocument(
        metric.id(),
        metric.title(),
        metric.formula(),
        metric.unit(),
        lower(metric.audience()),
        metric.countsPeople());
  }

  private static SeriesDocument series(SeriesDefinition series) {
    return new SeriesDocument(series.id(), series.title(), series.unit(), lower(series.audience()));
  }

  private Layer layer(LayerDefinition layer) {
    return new Layer(
        layer.id(),
        layer.title(),
        layer.description(),
        lower(layer.audience()),
        addresses.collection(layer.id()),
        lower(layer.geometry()),
        layer.styleField(),
        layer.fields().stream()
            .filter(field -> audience.sees(field.visibility()))
            .map(DefinitionDocuments::field)
            .toList());
  }

  private static LayerField field(Field field) {
    return new LayerField(
        field.name(),
        lower(field.type()),
        field.title(),
        field.unit(),
        field.codes().stream().map(DefinitionDocuments::code).toList());
  }

  private static FieldCode code(Code code) {
    return new FieldCode(code.code(), code.title(), code.colour());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> parameters(AnalysisDefinition definition) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (LayerRole role : definition.roles()) {
      properties.put(role.name(), schema(role));
    }
    definition.parameters().stream()
        .filter(this::canBeGiven)
        .forEach(parameter -> properties.put(parameter.name(), schema(parameter)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required(definition));
    schema.put("additionalProperties", false);
    return schema;
  }

  private boolean canBeGiven(Parameter parameter) {
    return audience == Audience.STAFF || !isFixed(parameter) || !presets(parameter).isEmpty();
  }

  /** The moment is chosen for whoever does not. */
  private static List<String> required(AnalysisDefinition definition) {
    return definition.parameters().stream()
        .filter(Parameter::required)
        .map(Parameter::name)
        .filter(name -> !name.equals(Parameter.AS_OF))
        .toList();
  }

  private Map<String, Object> schema(LayerRole role) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("title", role.title().en());
    schema.put("titles", role.title());
    schema.put("default", role.standard());
    if (audience == Audience.PUBLIC) {
      schema.put("const", role.standard());
    }
    return schema;
  }

  private Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type(parameter.type()));
    schema.put("title", parameter.title().en());
    schema.put("titles", parameter.title());
    parameter.unit().ifPresent(unit -> schema.put("unit", unit));
    parameter.standard().ifPresent(text -> schema.put("default", value(parameter, text)));
    switch (parameter.type()) {
      case INSTANT -> schema.put("format", "date-time");
      case CHOICE -> schema.put("enum", parameter.options());
      case TEXT -> schema.put("maxLength", Parameter.LONGEST_TEXT);
      case PLACE -> schema.put("pattern", Parameter.PLACE_PATTERN);
      case NUMBER, WHOLE -> putRange(schema, parameter);
    }
    if (audience == Audience.PUBLIC && isFixed(parameter)) {
      schema.put("enum", presets(parameter));
    }
    return schema;
  }

  private void putRange(Map<String, Object> schema, Parameter parameter) {
    if (audience == Audience.STAFF) {
      schema.put("minimum", parameter.least());
      schema.put("maximum", parameter.greatest());
    }
  }

  /** The public has no free choice but that of a day and of one thing or another. */
  private static boolean isFixed(Parameter parameter) {
    return parameter.type() != Parameter.Type.CHOICE && !parameter.name().equals(Parameter.AS_OF);
  }

  private static List<Object> presets(Parameter parameter) {
    List<String> texts = new ArrayList<>(parameter.presets());
    Optional<String> other = parameter.standard().filter(text -> !texts.contains(text));
    other.ifPresent(texts::add);
    return texts.stream().map(text -> value(parameter, text)).toList();
  }

  private static Object value(Parameter parameter, String text) {
    return switch (parameter.type()) {
      case NUMBER -> Double.valueOf(text);
      case WHOLE -> Long.valueOf(text);
      case INSTANT, CHOICE, TEXT, PLACE -> text;
    };
  }

  private static String type(Parameter.Type type) {
    return switch (type) {
      case NUMBER -> "number";
      case WHOLE -> "integer";
      case INSTANT, CHOICE, TEXT, PLACE -> "string";
    };
  }
}
