package org.linli.insight;

import java.util.Map;
import org.linli.encode.Representation;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the analyses: what is not known is {@code null}. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Representation of(Object document) {
    return new Representation.Document(
        "application/json", Map.of(), MAPPER.writeValueAsBytes(document));
  }
}
