package org.linli.ingest.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * The two forms that most programs write, {@code 2026-05-01} and {@code 2026-05-01T08:00:00Z},
 * taken apart by the places of their digits. They mean the same as in {@link TextTimes}, whose
 * pattern takes many times as long; and a file has them by the million.
 */
final class PlainTimes {
  private static final int DATE_LENGTH = "2026-05-01".length();
  private static final int INSTANT_LENGTH = "2026-05-01T08:00:00Z".length();

  private PlainTimes() {}

  /**
   * A {@link LocalDate} or an {@link java.time.Instant}; empty if the text is of neither form.
   *
   * @throws DateTimeException if there is no such day or time of day
   */
  static Optional<Temporal> find(String text) {
    boolean date = text.length() == DATE_LENGTH && isDate(text);
    boolean instant = text.length() == INSTANT_LENGTH && isDate(text) && isTime(text);
    if (instant) {
      return Optional.of(dateTime(text).toInstant(ZoneOffset.UTC));
    }
    return date ? Optional.of(date(text)) : Optional.empty();
  }

  private static boolean isDate(String text) {
    return areDigits(text, 0, 4)
        && text.charAt(4) == '-'
        && areDigits(text, 5, 7)
        && text.charAt(7) == '-'
        && areDigits(text, 8, 10);
  }

  private static boolean isTime(String text) {
    return text.charAt(10) == 'T'
        && areDigits(text, 11, 13)
        && text.charAt(13) == ':'
        && areDigits(text, 14, 16)
        && text.charAt(16) == ':'
        && areDigits(text, 17, 19)
        && text.charAt(19) == 'Z';
  }

  private static LocalDate date(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static LocalDateTime dateTime(String text) {
    return date(text).atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
  }

  private static boolean areDigits(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int end) {
    return Integer.parseInt(text, from, end, 10);
  }
}
