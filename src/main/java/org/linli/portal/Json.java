package org.linli.portal;

import java.util.Map;
import org.linli.encode.Representation;
import tools.jackson.databind.json.JsonMapper;

/** The portal's own small documents: what is missing is {@code null}, never left out. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Representation of(Object document) {
    return new Representation.Document(
        "application/json", Map.of(), MAPPER.writeValueAsBytes(document));
  }
}
