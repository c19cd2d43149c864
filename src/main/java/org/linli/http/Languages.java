package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

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

  private static Optional<Locale> asked(HttpServletRequest request) {
    return QueryPairs.values(request, "lang")
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
