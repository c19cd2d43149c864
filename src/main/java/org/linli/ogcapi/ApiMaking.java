package org.linli.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.LayerRole;
import org.linli.analysis.Parameter;
import org.linli.layer.Audience;

/** Describes the parameters of an analysis, as far as an audience may give them. */
final class ApiMaking {
  private ApiMaking() {}

  static List<Object> of(AnalysisDefinition analysis, Audience audience, Locale language) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : analysis.parameters()) {
      if (isFor(audience, parameter)) {
        String unit = parameter.unit().map(u -> " (" + u + ")").orElse("");
        String description = parameter.title().in(language) + unit;
        parameters.add(parameter(parameter.name(), description, schema(parameter, audience)));
      }
    }
    for (LayerRole role : analysis.roles()) {
      if (audience == Audience.STAFF) {
        Map<String, Object> schema = Map.of("type", "string", "default", role.standard());
        parameters.add(parameter(role.name(), role.title().in(language), schema));
      }
    }
    return parameters;
  }

  private static boolean isFor(Audience audience, Parameter parameter) {
    return audience == Audience.STAFF
        || parameter.name().equals(Parameter.AS_OF)
        || parameter.type() == Parameter.Type.CHOICE
        || !parameter.presets().isEmpty();
  }

  private static Map<String, Object> parameter(
      String name, String description, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("required", false);
    parameter.put("description", description);
    parameter.put("schema", schema);
    parameter.put("style", "form");
    parameter.put("explode", false);
    return parameter;
  }

  private static Map<String, Object> schema(Parameter parameter, Audience audience) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (parameter.type()) {
      case NUMBER -> schema.put("type", "number");
      case WHOLE -> schema.put("type", "integer");
      case INSTANT -> schema.putAll(Map.of("type", "string", "format", "date-time"));
      case CHOICE -> schema.putAll(Map.of("type", "string", "enum", parameter.options()));
      case TEXT -> schema.putAll(Map.of("type", "string", "maxLength", Parameter.LONGEST_TEXT));
      case PLACE -> schema.putAll(Map.of("type", "string", "pattern", Parameter.PLACE_PATTERN));
    }
    boolean number = schema.get("type").equals("number") || schema.get("type").equals("integer");
    if (number && audience == Audience.PUBLIC) {
      schema.put("enum", parameter.presets().stream().map(java.math.BigDecimal::new).toList());
    } else if (number) {
      schema.put("minimum", parameter.least());
      schema.put("maximum", parameter.greatest());
    }
    return schema;
  }
}
