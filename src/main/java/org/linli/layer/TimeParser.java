package org.linli.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads a {@code datetime}: an RFC 3339 instant, a date (the whole day where the community is), or
 * an interval {@code start/end} of which one side may be {@code ..} or empty.
 */
final class TimeParser {
  private TimeParser() {}

  static TimeInterval parse(String text) {
    int slash = text.indexOf('/');
    TimeInterval interval =
        slash < 0
            ? moment(text)
            : interval(text.substring(0, slash), text.substring(slash + 1), text);
    if (interval.start().isAfter(interval.end())) {
      throw invalid(text, "开始在结束之后。", "its start comes after its end.");
    }
    return interval;
  }

  private static TimeInterval interval(String start, String end, String whole) {
    if (isOpen(start) && isOpen(end)) {
      throw invalid(whole, "两端都开放。", "both of its ends are open.");
    }
    return new TimeInterval(
        isOpen(start) ? Instant.MIN : moment(start).start(),
        isOpen(end) ? Instant.MAX : moment(end).end());
  }

  private static boolean isOpen(String side) {
    return side.isEmpty() || side.equals("..");
  }

  private static TimeInterval moment(String text) {
    try {
      return text.length() == 10 ? TimeInterval.ofDay(LocalDate.parse(text)) : instant(text);
    } catch (DateTimeException malformed) {
      throw invalid(text, "它不是时间。", "it is no time.");
    }
  }

  private static TimeInterval instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    return new TimeInterval(instant, instant);
  }

  private static InvalidParameterException invalid(String text, String zh, String en) {
    String shown = Parameters.shown(text);
    String example = "2026-05-01T00:00:00Z, 2026-05-01/2026-05-31, 2026-05-01/..";
    return new InvalidParameterException(
        "datetime",
        new LocalText(
            "参数「datetime」的值「" + shown + "」不可用：" + zh + "例：" + example,
            "The datetime «" + shown + "» is not usable: " + en + " Examples: " + example,
            "«datetime» ཡི་གྲངས་ «" + shown + "» སྤྱོད་མི་རུང་། དཔེར་ན། " + example));
  }
}
