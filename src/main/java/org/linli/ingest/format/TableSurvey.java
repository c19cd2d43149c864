package org.linli.ingest.format;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.values.ColumnNames;
import org.linli.ingest.values.KeyWatch;
import org.linli.ingest.values.TypeGuess;

/** What the first pass over a table's rows learns of its columns. */
final class TableSurvey {
  private final List<String> names;
  private final List<TypeGuess> types = new ArrayList<>();
  private final List<KeyWatch> keys = new ArrayList<>();
  private final boolean quoted;
  private long rows;

  /** Of a table whose strings may stand for numbers. */
  TableSurvey(List<String> names) {
    this(names, false);
  }

  private TableSurvey(List<String> names, boolean quoted) {
    this.names = names;
    this.quoted = quoted;
    for (int i = 0; i < names.size(); i++) {
      types.add(new TypeGuess());
      keys.add(new KeyWatch());
    }
  }

  /** Of a table whose format tells texts from numbers. */
  static TableSurvey ofQuoted(List<String> names) {
    return new TableSurvey(names, true);
  }

  /** Takes note of a row. */
  void see(Object[] values) {
    rows++;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        see(i, values[i]);
      }
    }
  }

  private void see(int column, Object value) {
    TypeGuess guess = types.get(column);
    if (value instanceof String text && quoted) {
      guess.quoted(text);
    } else if (value instanceof String text) {
      guess.text(text);
    } else if (value instanceof Long number) {
      guess.number(true, Long.toString(Math.abs(number)).length());
    } else if (value instanceof Double) {
      guess.number(false, 0);
    } else if (value instanceof Boolean) {
      guess.truth();
    } else if (value instanceof Temporal time) {
      guess.time(time);
    } else {
      guess.other();
    }
    if (ColumnNames.isKeyName(names.get(column))) {
      keys.get(column).see(value.toString());
    }
  }

  long rows() {
    return rows;
  }

  List<SourceColumn> columns() {
    List<SourceColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TypeGuess guess = types.get(i);
      columns.add(
          new SourceColumn(
              names.get(i), guess.type(), keys.get(i).isKey(rows), guess.isZoneOpen()));
    }
    return columns;
  }

  /** What was decided about times that leave something open. */
  List<ImportIssue> notes() {
    List<ImportIssue> notes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (types.get(i).isDayMonthOpen()) {
        notes.add(ImportIssue.ofField(IssueKind.DAY_MONTH_ORDER, names.get(i)));
      }
    }
    return notes;
  }
}
