package org.linli.ingest.format;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Whether a {@code bbox} member is one: RFC 7946, section 5. We never use its numbers. */
final class GeoJsonBbox {

  private GeoJsonBbox() {}

  /** The parser is on the first token of the value, and left on its last. */
  static boolean isRight(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      boolean absent = json.currentToken() == JsonToken.VALUE_NULL;
      json.skipChildren();
      return absent;
    }
    double[] numbers = new double[6];
    int count = 0;
    boolean right = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean numeric = json.currentToken().isNumeric();
      right &= numeric && count < 6;
      if (right) {
        numbers[count++] = json.getDoubleValue();
      }
      json.skipChildren();
    }
    return right && (count == 4 || count == 6) && numbers[1] <= numbers[count / 2 + 1];
  }
}
