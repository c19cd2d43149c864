package org.linli.layer;

import java.time.Instant;

/**
 * A span of time, both ends included, to the millisecond; {@link Instant#MIN} and {@link
 * Instant#MAX} stand for an open end. An instant is a span of no length.
 */
public record TimeInterval(Instant start, Instant end) {
  public static final TimeInterval ALWAYS = new TimeInterval(Instant.MIN, Instant.MAX);

  public boolean intersects(Instant otherStart, Instant otherEnd) {
    return !otherStart.isAfter(end) && !otherEnd.isBefore(start);
  }
}
