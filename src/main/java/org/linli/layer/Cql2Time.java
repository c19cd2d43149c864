package org.linli.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the days and moments of a filter (RFC 3339). */
final class Cql2Time {
  private static final int DAY_LENGTH = "2026-05-01".length();

  private Cql2Time() {}

  static Optional<Expression> day(String text) {
    try {
      return text.length() == DAY_LENGTH
          ? Optional.of(new Expression.Day(LocalDate.parse(text)))
          : Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  static Optional<Expression> moment(String text) {
    try {
      long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
      return Optional.of(new Expression.Moment(Instant.ofEpochMilli(millis)));
    } catch (DateTimeException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }

  static Optional<Expression> dayOrMoment(String text) {
    return day(text).or(() -> moment(text));
  }

  /** A text that stands beside a time; GDAL writes days with slashes, or with a T behind them. */
  static Optional<Expression> cast(String text) {
    String plain = text.replace('/', '-');
    return dayOrMoment(plain.endsWith("T") ? plain.substring(0, plain.length() - 1) : plain);
  }

  /** One end of an interval, {@code ..} among them. */
  static Optional<Expression> end(String text) {
    return text.equals("..") ? Optional.of(new Expression.Open()) : dayOrMoment(text);
  }
}
