package org.linli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The instant at which the demo stands still, and how its files write time. Nothing in them is
 * later.
 */
final class DemoClock {
  static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  static final Instant NOW = TODAY.atTime(18, 0).toInstant(OFFSET);

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(OFFSET);

  private DemoClock() {}

  /** RFC 3339 with the community's offset. */
  static String written(Instant at) {
    return WRITTEN.format(at);
  }

  static Instant at(LocalDate day, int minuteOfDay) {
    return day.atStartOfDay().plusMinutes(minuteOfDay).toInstant(OFFSET);
  }
}
