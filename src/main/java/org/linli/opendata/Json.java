package org.linli.opendata;

import java.util.Map;
import org.linli.encode.Representation;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's documents: what is not known is {@code null}. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Representation of(Object document) {
    return of("application/json", document, Map.of());
  }

  static Representation of(String mediaType, Object document, Map<String, String> headers) {
    return new Representation.Document(mediaType, headers, MAPPER.writeValueAsBytes(document));
  }
}
