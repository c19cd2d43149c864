package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.layer.Parameters;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The two ways in which everything here can be read: by programs and by people. */
enum Format {
  JSON("json"),
  HTML("html");

  private static final List<String> NAMES = List.of("json", "html");
  private static final List<MediaType> JSON_TYPES =
      List.of(
          MediaType.APPLICATION_JSON,
          MediaType.valueOf("application/geo+json"),
          MediaType.valueOf("application/schema+json"),
          MediaType.valueOf("application/vnd.oai.openapi+json"));
  private static final List<MediaType> HTML_TYPES =
      List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);

  private final String parameter;

  Format(String parameter) {
    this.parameter = parameter;
  }

  /** The value of {@code f} that asks for it. */
  String parameter() {
    return parameter;
  }

  /**
   * The format that {@code f} names, else the one that Accept likes best, JSON when it does not
   * mind.
   */
  static Format of(HttpServletRequest request, Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Optional<String> asked = parameters.oneOf("f", NAMES);
    return asked.isPresent() ? named(asked.get()) : accepted(request.getHeader("Accept"));
  }

  private static Format named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Format accepted(String accept) throws HttpMediaTypeNotAcceptableException {
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    for (MediaType wanted : byPreference(accept)) {
      if (wanted.getQualityValue() > 0 && JSON_TYPES.stream().anyMatch(wanted::includes)) {
        return JSON;
      }
      if (wanted.getQualityValue() > 0 && HTML_TYPES.stream().anyMatch(wanted::includes)) {
        return HTML;
      }
    }
    throw new HttpMediaTypeNotAcceptableException(JSON_TYPES);
  }

  private static List<MediaType> byPreference(String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
      return wanted;
    } catch (InvalidMediaTypeException malformed) {
      return List.of(MediaType.ALL);
    }
  }
}
