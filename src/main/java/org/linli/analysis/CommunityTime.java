package org.linli.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The community's clock: a day ends at the next 00:00 there. */
public final class CommunityTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CommunityTime() {}

  public static ZonedDateTime at(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atZone(ZONE);
  }

  public static LocalDate dayOf(long epochMillis) {
    return at(epochMillis).toLocalDate();
  }

  /** The first millisecond of a day. */
  public static long startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
  }

  /** The first day that begins at or after an instant. */
  public static LocalDate firstWholeDay(long epochMillis) {
    LocalDate day = dayOf(epochMillis);
    return startOf(day) == epochMillis ? day : day.plusDays(1);
  }
}
