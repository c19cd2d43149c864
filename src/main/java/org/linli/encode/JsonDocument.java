package org.linli.encode;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A small document in JSON: what is not known is {@code null}, never left out. */
public final class JsonDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonDocument() {}

  public static Representation of(Object document) {
    return of("application/json", document, Map.of());
  }

  /**
   * @param headers beside those that every answer has
   */
  public static Representation of(String mediaType, Object document, Map<String, String> headers) {
    return new Representation.Document(mediaType, headers, MAPPER.writeValueAsBytes(document));
  }
}
