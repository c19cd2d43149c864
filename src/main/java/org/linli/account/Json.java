package org.linli.account;

import java.util.Map;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;

/** The documents of accounts, which nobody keeps a copy of. */
final class Json {
  private Json() {}

  static Representation of(Object document) {
    return JsonDocument.of("application/json", document, Map.of("Cache-Control", "no-store"));
  }
}
