package org.linli.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.encode.Representation;
import tools.jackson.databind.json.JsonMapper;

/** Small documents, in the format that was asked for. */
final class Answers {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private Answers() {}

  static Representation json(Asked asked, Object document) {
    return json(asked, "application/json", document);
  }

  static Representation json(Asked asked, String mediaType, Object document) {
    return new Representation.Document(
        mediaType, negotiated(asked), JSON.writeValueAsBytes(document));
  }

  /** The headers of what depends on the format and the language that a client prefers. */
  static Map<String, String> negotiated(Asked asked) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Language", asked.language().toLanguageTag());
    headers.put("Vary", "Accept, Accept-Language");
    return headers;
  }
}
