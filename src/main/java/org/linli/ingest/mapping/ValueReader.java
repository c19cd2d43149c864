package org.linli.ingest.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.ingest.values.TextNumbers;
import org.linli.ingest.values.TextTimes;
import org.linli.layer.Code;
import org.linli.layer.Field;

/** Turns the values of a source into values of one field. */
final class ValueReader {
  private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "是", "有");
  private static final Set<String> NO = Set.of("false", "no", "n", "f", "0", "否", "无");

  private final Field field;
  private final ZoneId zone;
  private final Map<String, String> codes = new HashMap<>();

  /** What is wrong with a value that cannot be one of the field's. */
  static final class UnreadableValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnreadableValueException(String value) {
      super(value, null, false, false);
    }
  }

  /**
   * @param zone where times that come without a zone were written down
   */
  ValueReader(Field field, ZoneId zone) {
    this.field = field;
    this.zone = zone;
    for (Code code : field.codes()) {
      code.title().asMap().values().forEach(title -> codes.put(folded(title), code.code()));
    }
    // Last, so that a code wins over another one's title.
    field.codes().forEach(code -> codes.put(folded(code.code()), code.code()));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  Field field() {
    return field;
  }

  /**
   * The value as the field's type, or null for none.
   *
   * @throws UnreadableValueException if it cannot be one; the message is the value
   */
  Object read(Object raw) throws UnreadableValueException {
    if (raw == null) {
      return null;
    }
    Object value =
        switch (field.type()) {
          case TEXT -> text(raw);
          case INTEGER -> integer(raw);
          case REAL -> real(raw);
          case BOOLEAN -> truth(raw);
          case DATE -> date(raw);
          case INSTANT -> instant(raw);
        };
    if (value == null) {
      throw new UnreadableValueException(raw.toString());
    }
    return value;
  }

  private Object text(Object raw) {
    // PostgreSQL's text cannot hold a NUL, which pads the fields of some old files.
    String text = raw.toString().replace("\0", "");
    return field.codes().isEmpty() ? text : codes.get(folded(text));
  }

  private static Object integer(Object raw) {
    if (raw instanceof Long) {
      return raw;
    }
    if (raw instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    var found = TextNumbers.findInteger(raw.toString().strip());
    return found.isPresent() ? (Object) found.getAsLong() : null;
  }

  private static Object real(Object raw) {
    if (raw instanceof Number number) {
      return number.doubleValue();
    }
    var found = TextNumbers.findReal(raw.toString().strip());
    return found.isPresent() ? (Object) found.getAsDouble() : null;
  }

  private static Object truth(Object raw) {
    if (raw instanceof Boolean) {
      return raw;
    }
    String text = folded(raw.toString());
    if (YES.contains(text)) {
      return Boolean.TRUE;
    }
    return NO.contains(text) ? Boolean.FALSE : null;
  }

  private Object date(Object raw) {
    Object time = raw instanceof String text ? TextTimes.find(text.strip()).orElse(null) : raw;
    if (time instanceof Instant instant) {
      return LocalDate.ofInstant(instant, zone);
    }
    if (time instanceof LocalDateTime local) {
      return local.toLocalDate();
    }
    return time instanceof LocalDate ? time : null;
  }

  private Object instant(Object raw) {
    Object time = raw instanceof String text ? TextTimes.find(text.strip()).orElse(null) : raw;
    if (time instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.MILLIS);
    }
    if (time instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
    return time instanceof LocalDate date ? date.atStartOfDay(zone).toInstant() : null;
  }
}
