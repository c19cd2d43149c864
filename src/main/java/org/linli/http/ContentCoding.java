package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** How an answer's bytes are coded on their way. */
enum ContentCoding {
  IDENTITY,
  GZIP;

  /** The coding that a request's Accept-Encoding wants most; gzip when it does not mind. */
  static ContentCoding wantedBy(HttpServletRequest request) {
    String accept = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
    double gzip = weight(accept, "gzip");
    return gzip > 0 && gzip >= weight(accept, "identity") ? GZIP : IDENTITY;
  }

  /** RFC 9110, 12.5.3: a coding that is not named weighs what the asterisk does. */
  private static double weight(String accept, String coding) {
    double any = 0;
    for (String item : accept.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = item.strip().split("\\s*;\\s*");
      if (parts[0].equals(coding) || parts[0].equals("x-" + coding)) {
        return weight(parts);
      }
      any = parts[0].equals("*") ? weight(parts) : any;
    }
    return any;
  }

  private static double weight(String[] parts) {
    for (String part : parts) {
      if (part.startsWith("q=")) {
        return parse(part.substring(2));
      }
    }
    return 1;
  }

  private static double parse(String weight) {
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }
}
