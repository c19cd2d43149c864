package org.linli.ingest.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as files write them: ISO 8601 and its looser relatives ({@code 2024/5/1 8:30},
 * {@code 2024年5月1日 8时30分}), and the American order ({@code 07/25/2019 03:31:20 PM}).
 */
public final class TextTimes {
  private static final int LONGEST = 40;
  private static final String ZONE = "\\s*(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})([-/.年])(\\d{1,2})[-/.月](\\d{1,2})日?"
              + "(?:(?:T|\\s+|(?<=日))(\\d{1,2})[:时点](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,](\\d{1,9}))?)?[分秒]?"
              + ZONE
              + ")?");
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(\\d{1,2})/(\\d{1,2})/(\\d{4})"
              + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\s*([AaPp][Mm])?)?");

  private TextTimes() {}

  /**
   * A {@link LocalDate}, a {@link LocalDateTime} where no zone is given, or an {@link
   * java.time.Instant}; the last two to the millisecond.
   */
  public static Optional<Temporal> find(String text) {
    if (!mayBeTime(text)) {
      return Optional.empty();
    }
    try {
      return PlainTimes.find(text).or(() -> findLoose(text));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * @throws DateTimeException if there is no such day or time of day
   */
  static Optional<Temporal> findLoose(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return Optional.of(yearFirst(yearFirst));
    }
    Matcher american = AMERICAN.matcher(text);
    return american.matches() ? Optional.of(american(american)) : Optional.empty();
  }

  /** Whether day and month could be told apart only by the custom of a country. */
  public static boolean isDayMonthOpen(String text) {
    if (text.indexOf('/') < 0 || !mayBeTime(text)) {
      return false;
    }
    Matcher american = AMERICAN.matcher(text);
    return american.matches() && american.group(8) == null;
  }

  private static boolean mayBeTime(String text) {
    int length = text.length();
    return length >= 8 && length <= LONGEST && Character.isDigit(text.charAt(0));
  }

  private static Temporal yearFirst(Matcher m) {
    LocalDate date = LocalDate.of(number(m, 1), number(m, 3), number(m, 4));
    if (m.group(5) == null) {
      return date;
    }
    LocalTime time = time(number(m, 5), number(m, 6), m.group(7), m.group(8));
    LocalDateTime local = LocalDateTime.of(date, time);
    return m.group(9) == null ? local : local.toInstant(zone(m.group(9)));
  }

  private static Temporal american(Matcher m) {
    LocalDate date = LocalDate.of(number(m, 3), number(m, 1), number(m, 2));
    if (m.group(4) == null) {
      return date;
    }
    int hour = hour(number(m, 4), m.group(8));
    return LocalDateTime.of(date, time(hour, number(m, 5), m.group(6), m.group(7)));
  }

  private static int hour(int hour, String halfOfDay) {
    if (halfOfDay == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a half day: " + hour);
    }
    return hour % 12 + (halfOfDay.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
  }

  private static LocalTime time(int hour, int minute, String second, String fraction) {
    LocalTime whole = LocalTime.of(hour, minute, second == null ? 0 : Integer.parseInt(second));
    return fraction == null
        ? whole
        : whole
            .with(java.time.temporal.ChronoField.NANO_OF_SECOND, nanos(fraction))
            .truncatedTo(ChronoUnit.MILLIS);
  }

  private static long nanos(String fraction) {
    return Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  private static ZoneOffset zone(String text) {
    boolean universal = Character.isLetter(text.charAt(0));
    return universal ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
