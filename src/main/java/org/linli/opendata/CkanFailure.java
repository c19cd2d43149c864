package org.linli.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.NotFoundException;

/**
 * A refusal as CKAN tells it, for its clients choose by {@code __type} what they throw: {@code Not
 * Found Error} with status 404, {@code Search Query Error} with 400, {@code Validation Error} with
 * 409 and the parameter's name.
 */
record CkanFailure(int status, Map<String, Object> error) {
  private static final List<String> SEARCH = List.of("q", "fq", "sort", "facet.field");

  /** What a client finds at the address of a failed action. */
  record Envelope(String help, boolean success, Map<String, Object> error) {}

  static CkanFailure of(NotFoundException absent, Locale language) {
    return new CkanFailure(404, error("Not Found Error", absent.detail().in(language)));
  }

  static CkanFailure of(InvalidParameterException invalid, Locale language) {
    String message = invalid.detail().in(language);
    if (SEARCH.contains(invalid.parameter())) {
      return new CkanFailure(400, error("Search Query Error", message));
    }
    Map<String, Object> error = error("Validation Error", message);
    error.put(invalid.parameter(), List.of(message));
    return new CkanFailure(409, error);
  }

  private static Map<String, Object> error(String type, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("__type", type);
    error.put("message", message);
    return error;
  }

  /** The failure for nobody to keep; its status is for whoever answers to set. */
  Representation told(String help, Locale language) {
    return JsonDocument.of(
        "application/json",
        new Envelope(help, false, error),
        Map.of("Content-Language", language.toLanguageTag(), "Cache-Control", "no-store"));
  }
}
