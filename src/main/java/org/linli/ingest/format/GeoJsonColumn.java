package org.linli.ingest.format;

import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.values.ColumnNames;
import org.linli.ingest.values.KeyWatch;
import org.linli.ingest.values.TypeGuess;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What the survey learns of one member of the features' properties. */
final class GeoJsonColumn {
  private final String name;
  private final TypeGuess types = new TypeGuess();
  private final KeyWatch keys = new KeyWatch();
  private final boolean maybeKey;

  GeoJsonColumn(String name) {
    this.name = name;
    this.maybeKey = ColumnNames.isKeyName(name);
  }

  void see(JsonParser json, JsonToken value, long feature) {
    if (isOdd(json, value)) {
      types.place(feature, value.isScalarValue() ? json.getString() : json.currentName());
    }
    if (maybeKey && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      keys.see(json.getString());
    }
  }

  private boolean isOdd(JsonParser json, JsonToken value) {
    return switch (value) {
      case VALUE_NULL -> false; // It is no value: it says nothing of the type.
      case VALUE_NUMBER_INT -> types.number(true, digits(json));
      case VALUE_NUMBER_FLOAT -> types.number(false, 0);
      case VALUE_TRUE, VALUE_FALSE -> types.truth();
      case VALUE_STRING -> text(json);
      default -> types.other();
    };
  }

  /** How many digits an integer has; its minus is none. */
  private static int digits(JsonParser json) {
    boolean negative = json.getStringCharacters()[json.getStringOffset()] == '-';
    return json.getStringLength() - (negative ? 1 : 0);
  }

  /** The same for a value that was read: null, Long, Double, Boolean, or String. */
  void see(Object value) {
    if (value instanceof String text) {
      types.quoted(text);
    } else if (value instanceof Long number) {
      types.number(true, Long.toString(Math.abs(number)).length());
    } else if (value instanceof Double) {
      types.number(false, 0);
    } else if (value instanceof Boolean) {
      types.truth();
    }
    if (maybeKey && value != null) {
      keys.see(value.toString());
    }
  }

  /** The text is left undecoded once the column is known to be text. */
  private boolean text(JsonParser json) {
    return types.isOpen() && types.quoted(json.getString());
  }

  Optional<ImportIssue> note() {
    return types.misfit().flatMap(new NearlyTyped(name)::note);
  }

  SourceColumn toColumn(long rows) {
    return new SourceColumn(name, types.type(), maybeKey && keys.isKey(rows), types.isZoneOpen());
  }
}
