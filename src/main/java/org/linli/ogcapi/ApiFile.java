package org.linli.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.encode.ExportFormat;
import org.linli.encode.FeatureForm;

/** Describes a file of a format: fills it into the template's part about files. */
final class ApiFile {
  private static final String PLACE = "FORMAT";

  private ApiFile() {}

  /** A part of the template, with what is a layer's filled in already. */
  static Object of(Object part, ExportFormat format) {
    if (part instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, value) ->
              filled.put(
                  ((String) key).replace(PLACE, format.ending()),
                  PLACE.equals(value) ? content(format) : of(value, format)));
      return filled;
    }
    if (part instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      for (Object element : list) {
        if (PLACE.equals(element)) {
          filled.addAll(parameters(format));
        } else {
          filled.add(of(element, format));
        }
      }
      return filled;
    }
    return part instanceof String text ? text.replace(PLACE, format.ending()) : part;
  }

  private static List<Object> parameters(ExportFormat format) {
    List<Object> parameters = new ArrayList<>();
    if (format.takesCrs()) {
      parameters.add(Map.of("$ref", "#/components/parameters/fileCrs"));
    }
    if (format == ExportFormat.CSV) {
      parameters.add(Map.of("$ref", "#/components/parameters/bom"));
    }
    return parameters;
  }

  private static Map<String, Object> content(ExportFormat format) {
    Map<String, Object> content = new LinkedHashMap<>();
    // Either address of GeoJSON sends the form that the reader asks for.
    if (format == ExportFormat.GEOJSON || format == ExportFormat.GEOJSON_LINES) {
      content.put(
          FeatureForm.COLLECTION.mediaType(),
          schema(Map.of("$ref", "#/components/schemas/featureCollectionGeoJSON")));
      content.put(FeatureForm.SEQUENCE.mediaType(), schema(Map.of("type", "string")));
      content.put(FeatureForm.LINES.mediaType(), schema(Map.of("type", "string")));
    } else {
      String type = format.mediaType().split(";", 2)[0];
      content.put(
          type,
          schema(
              format.isText()
                  ? Map.of("type", "string")
                  : Map.of("type", "string", "format", "binary")));
    }
    return content;
  }

  private static Map<String, Object> schema(Map<String, String> schema) {
    return Map.of("schema", schema);
  }
}
