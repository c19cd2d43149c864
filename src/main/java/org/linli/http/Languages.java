package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of an answer: {@code lang}, else Accept-Language, else Chinese. */
final class Languages {
  private static final Locale DEFAULT = Locale.forLanguageTag("zh");
  private static final List<Locale> SPOKEN =
      List.of(DEFAULT, Locale.ENGLISH, Locale.forLanguageTag("bo"));

  private Languages() {}

  static Locale of(HttpServletRequest request) {
    return asked(request)
        .or(
            () ->
                Optional.ofNullable(request.getHeader("Accept-Language")).flatMap(Languages::best))
        .orElse(DEFAULT);
  }

  /** Looks at the query only: reading the body's parameters is the handler's business. */
  private static Optional<Locale> asked(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith("lang="))
        .map(pair -> pair.substring("lang=".length()))
        .flatMap(tag -> SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(tag)))
        .findFirst();
  }

  private static Optional<Locale> best(String acceptLanguage) {
    try {
      return Optional.ofNullable(Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
