package org.linli.gpkg;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.linli.layer.FieldType;

/**
 * How a field's values lie in a GeoPackage column (OGC 12-128r17, table 1): dates and times as text
 * of ISO 8601, times in UTC to the millisecond.
 */
final class ColumnType {
  private static final DateTimeFormatter UTC_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ColumnType() {}

  /** The type's name in DDL. */
  static String declared(FieldType type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case REAL -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case INSTANT -> "DATETIME";
    };
  }

  /**
   * @throws ClassCastException if the value is not of the field type's Java type
   */
  static void bind(PreparedStatement statement, int at, FieldType type, Object value)
      throws SQLException {
    if (value == null) {
      statement.setObject(at, null);
      return;
    }
    switch (type) {
      case TEXT -> statement.setString(at, (String) value);
      case INTEGER -> statement.setLong(at, (Long) value);
      case REAL -> statement.setDouble(at, (Double) value);
      case BOOLEAN -> statement.setInt(at, (Boolean) value ? 1 : 0);
      case DATE -> statement.setString(at, ((LocalDate) value).toString());
      case INSTANT -> statement.setString(at, text((Instant) value));
    }
  }

  /** A time as the format writes it. */
  static String text(Instant instant) {
    return UTC_MILLIS.format(instant);
  }

  /**
   * The value of the field type's Java type; null where another program wrote what is none.
   *
   * @param stored as the driver gives it
   */
  static Object read(FieldType type, Object stored) {
    if (stored == null || stored instanceof byte[]) {
      return null;
    }
    return switch (type) {
      case TEXT -> stored.toString();
      case INTEGER -> integer(stored);
      case REAL -> stored instanceof Number number ? finite(number.doubleValue()) : null;
      case BOOLEAN -> stored instanceof Number number ? number.intValue() != 0 : null;
      case DATE -> date(stored.toString());
      case INSTANT -> instant(stored.toString());
    };
  }

  private static Long integer(Object stored) {
    boolean whole = stored instanceof Long || stored instanceof Integer;
    return whole ? ((Number) stored).longValue() : null;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException other) {
      return null;
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException other) {
      return null;
    }
  }
}
