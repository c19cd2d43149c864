package org.linli.account;

import java.util.Map;
import org.linli.encode.Representation;
import tools.jackson.databind.json.JsonMapper;

/** The documents of accounts, which nobody keeps a copy of. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Representation of(Object document) {
    return new Representation.Document(
        "application/json",
        Map.of("Cache-Control", "no-store"),
        MAPPER.writeValueAsBytes(document));
  }
}
