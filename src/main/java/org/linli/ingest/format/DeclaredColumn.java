package org.linli.ingest.format;

import java.util.Locale;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.values.ColumnNames;
import org.linli.ingest.values.KeyWatch;
import org.linli.ingest.values.TypeGuess;
import org.linli.layer.FieldType;

/**
 * What a survey learns of a column whose file declares a type for it. A column of texts stays one,
 * whatever its texts look like; where a value is not of the declared type, as SQLite allows, the
 * column gets the narrowest type that all its values have.
 */
final class DeclaredColumn {
  private final String name;
  private final FieldType declared;
  private final TypeGuess types = new TypeGuess();
  private final KeyWatch keys = new KeyWatch();
  private final boolean maybeKey;
  private boolean seen;

  DeclaredColumn(String name, FieldType declared) {
    this.name = name;
    this.declared = declared;
    this.maybeKey = ColumnNames.isKeyName(name);
  }

  String name() {
    return name;
  }

  String typeName() {
    return declared.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param value null, String, Long, Double or Boolean
   */
  void see(Object value) {
    if (value == null) {
      return;
    }
    seen = true;
    if (maybeKey) {
      keys.see(value.toString());
    }
    if (declared != FieldType.TEXT) {
      guess(value);
    }
  }

  private void guess(Object value) {
    if (value instanceof Boolean) {
      types.truth();
    } else if (value instanceof Long number) {
      types.number(true, Long.toString(Math.abs(number)).length());
    } else if (value instanceof Double) {
      types.number(false, 0);
    } else {
      types.quoted(value.toString());
    }
  }

  SourceColumn toColumn(long rows) {
    return new SourceColumn(name, type(), maybeKey && keys.isKey(rows), types.isZoneOpen());
  }

  private FieldType type() {
    if (!seen || declared == FieldType.TEXT) {
      return declared;
    }
    FieldType found = types.type();
    boolean wider =
        declared == FieldType.REAL && found == FieldType.INTEGER
            || declared == FieldType.INSTANT && found == FieldType.DATE;
    return wider ? declared : found;
  }
}
