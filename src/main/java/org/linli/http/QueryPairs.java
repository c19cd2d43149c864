package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code name=value} pairs of a request's query as they came, still in their coding. They are
 * looked at by themselves: reading the parameters of the body too is the handler's business.
 */
final class QueryPairs {

  private QueryPairs() {}

  static Stream<String> of(HttpServletRequest request) {
    return Stream.of(Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
        .filter(pair -> !pair.isEmpty());
  }

  /** All values of one name, in their order. */
  static Stream<String> values(HttpServletRequest request, String name) {
    return of(request)
        .filter(pair -> isOf(pair, name))
        .map(pair -> pair.substring(name.length() + 1));
  }

  static boolean isOf(String pair, String name) {
    return pair.startsWith(name + "=");
  }
}
