package org.linli.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A span of time, both ends included, to the millisecond; {@link Instant#MIN} and {@link
 * Instant#MAX} stand for an open end. An instant is a span of no length.
 */
public record TimeInterval(Instant start, Instant end) {
  public static final TimeInterval ALWAYS = new TimeInterval(Instant.MIN, Instant.MAX);

  /** Days are the community's days, wherever the reader is. */
  public static final ZoneId COMMUNITY = ZoneId.of("Asia/Shanghai");

  /** A whole day, to its last millisecond. */
  public static TimeInterval ofDay(LocalDate day) {
    return new TimeInterval(
        day.atStartOfDay(COMMUNITY).toInstant(),
        day.plusDays(1).atStartOfDay(COMMUNITY).toInstant().minusMillis(1));
  }

  public boolean intersects(Instant otherStart, Instant otherEnd) {
    return !otherStart.isAfter(end) && !otherEnd.isBefore(start);
  }
}
