package org.linli.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.layer.Code;
import org.linli.layer.Field;

/** Describes the parameter by which features are asked for by a field's value. */
final class ApiFilter {
  private ApiFilter() {}

  static Map<String, Object> of(Field field, Locale language) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", field.name());
    parameter.put("in", "query");
    parameter.put("required", false);
    parameter.put("description", description(field, language));
    parameter.put("schema", schema(field));
    parameter.put("style", "form");
    parameter.put("explode", false);
    return parameter;
  }

  private static String description(Field field, Locale language) {
    return field.title().in(language) + field.unit().map(unit -> " (" + unit + ")").orElse("");
  }

  private static Map<String, Object> schema(Field field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (field.type()) {
      case INTEGER -> schema.put("type", "integer");
      case REAL -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case TEXT -> schema.put("type", "string");
      case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
      case INSTANT -> schema.putAll(Map.of("type", "string", "format", "date-time"));
    }
    List<String> codes = field.codes().stream().map(Code::code).toList();
    if (!codes.isEmpty()) {
      schema.put("enum", codes);
    }
    return schema;
  }
}
