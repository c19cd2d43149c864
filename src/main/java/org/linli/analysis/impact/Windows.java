package org.linli.analysis.impact;

import java.time.ZonedDateTime;
import org.linli.analysis.CommunityTime;

/**
 * Two windows of equal length over the same calendar months, each from its first millisecond to
 * before its end.
 */
record Windows(long beforeFrom, long beforeTo, long afterFrom, long afterTo) {
  static final int LEAST_DAYS = 180;
  private static final int YEAR_DAYS = 365;
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  /** How much of the time before a proposal may have led to it. */
  static final long HISTORY_MILLIS = 2 * YEAR_DAYS * DAY_MILLIS;

  /**
   * After begins at completion and is as long as there has been time for, up to {@code mostDays}. A
   * year before ends at the proposal; less than a year lies in the same months of the last year
   * that was over by then.
   */
  static Windows of(long proposed, long completed, long asOf, int mostDays) {
    long days = Math.max(0, Math.min(mostDays, Math.floorDiv(asOf - completed, DAY_MILLIS)));
    long length = days * DAY_MILLIS;
    long before = days == YEAR_DAYS ? proposed - length : lastYearOver(proposed, completed, length);
    return new Windows(before, before + length, completed, completed + length);
  }

  private static long lastYearOver(long proposed, long completed, long length) {
    ZonedDateTime start = CommunityTime.at(completed);
    int years = 1;
    while (start.minusYears(years).toInstant().toEpochMilli() + length > proposed) {
      years++;
    }
    return start.minusYears(years).toInstant().toEpochMilli();
  }

  boolean isLongEnough() {
    return afterTo - afterFrom >= LEAST_DAYS * DAY_MILLIS;
  }

  boolean isBefore(long instant) {
    return instant >= beforeFrom && instant < beforeTo;
  }

  boolean isAfter(long instant) {
    return instant >= afterFrom && instant < afterTo;
  }
}
