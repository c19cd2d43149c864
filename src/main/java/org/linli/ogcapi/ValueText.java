package org.linli.ogcapi;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.TimeInterval;

/**
 * A field's value as people read it: codes by their titles, times as the community's clock has it.
 */
final class ValueText {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(TimeInterval.COMMUNITY);

  private ValueText() {}

  /**
   * @param value empty when it is missing
   */
  static String of(Field field, Optional<Object> value, Locale language) {
    return value.map(known -> of(field, known, language)).orElse("");
  }

  private static String of(Field field, Object value, Locale language) {
    if (value instanceof Instant instant) {
      return LOCAL.format(instant);
    }
    if (value instanceof Boolean bool) {
      return (bool ? Words.YES : Words.NO).in(language);
    }
    String text = value.toString();
    return field.codes().stream()
        .filter(code -> code.code().equals(text))
        .findFirst()
        .map(Code::title)
        .map(title -> title.in(language))
        .orElse(text);
  }
}
