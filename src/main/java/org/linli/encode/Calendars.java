package org.linli.encode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Dates and instants as RFC 3339 ASCII, {@code 2026-05-01} and {@code 2026-05-01T08:00:00Z}, in UTC
 * and without garbage. Years outside 0 to 9999 are written as {@link LocalDate} and {@link Instant}
 * write them.
 */
public final class Calendars {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private Calendars() {}

  /** A date by its epoch day. */
  public static int date(byte[] to, int at, long epochDay) {
    if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      return text(to, at, LocalDate.ofEpochDay(epochDay).toString());
    }
    // Civil from days in the proleptic Gregorian calendar, by eras of 400 years that start in
    // March: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    long shifted = epochDay + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    int dayOfEra = (int) (shifted - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    return date(to, at, (int) year, month, day);
  }

  private static int date(byte[] to, int at, int year, int month, int day) {
    int next = Decimals.padded(to, at, year, 4);
    Decimals.twoPairs(to, next, '-', month, '-', day);
    return next + 6;
  }

  /** An instant by its epoch millisecond; milliseconds are written only when there are some. */
  public static int instant(byte[] to, int at, long epochMillis) {
    long day = Math.floorDiv(epochMillis, DAY_MILLIS);
    if (day < FIRST_DAY || day > LAST_DAY) {
      return text(to, at, Instant.ofEpochMilli(epochMillis).toString());
    }
    int millis = (int) Math.floorMod(epochMillis, DAY_MILLIS);
    int seconds = millis / 1000;
    int next = date(to, at, day);
    Decimals.twoPairs(to, next, 'T', seconds / 3_600, ':', seconds / 60 % 60);
    Decimals.twoPairs(to, next + 6, ':', seconds % 60, 'Z', 0);
    next += 9;
    if (millis % 1000 != 0) {
      to[next++] = '.';
      next = Decimals.padded(to, next, millis % 1000, 3);
    }
    to[next++] = 'Z';
    return next;
  }

  private static int text(byte[] to, int at, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, to, at, bytes.length);
    return at + bytes.length;
  }
}
