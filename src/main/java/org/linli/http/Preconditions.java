package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The conditions of a request (RFC 9110, 13), against what would be sent. */
record Preconditions(EntityTag tag, Optional<Instant> lastModified) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  Preconditions {
    lastModified = lastModified.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Tells the client what to ask with next time. */
  void addTo(HttpServletResponse response) {
    response.setHeader("ETag", tag.text());
    lastModified.ifPresent(
        instant -> response.setHeader("Last-Modified", HTTP_DATE.format(instant)));
  }

  /** Whether the client has these bytes already. */
  boolean isUnchangedFor(HttpServletRequest request) {
    String ifNoneMatch = request.getHeader("If-None-Match");
    if (ifNoneMatch != null) {
      return tag.isListedIn(ifNoneMatch);
    }
    Optional<Instant> since = date(request.getHeader("If-Modified-Since"));
    return since.isPresent()
        && lastModified.isPresent()
        && !lastModified.get().isAfter(since.get());
  }

  /** Whether a range may be sent: there is no If-Range, or it names these bytes. */
  boolean allowsRange(HttpServletRequest request) {
    String ifRange = request.getHeader("If-Range");
    if (ifRange == null || ifRange.equals(tag.text())) {
      return true;
    }
    return lastModified.isPresent() && date(ifRange).equals(lastModified);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.ofNullable(text)
          .map(given -> ZonedDateTime.parse(given, HTTP_DATE).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
