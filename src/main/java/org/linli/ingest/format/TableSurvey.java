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

  /** Takes note of a row, whose number is that in the file. */
  void see(long row, Object[] values) {
    rows++;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        see(i, row, values[i]);
      }
    }
  }

  private void see(int column, long row, Object value) {
    TypeGuess guess = types.get(column);
    if (isOdd(guess, value)) {
      guess.place(row, value.toString());
    }
    if (ColumnNames.isKeyName(names.get(column))) {
      keys.get(column).see(value.toString());
    }
  }

  private boolean isOdd(TypeGuess guess, Object value) {
    if (value instanceof String text) {
      return quoted ? guess.quoted(text) : guess.text(text);
    }
    if (value instanceof Long number) {
      return guess.number(true, Long.toString(Math.abs(number)).length());
    }
    if (value instanceof Double) {
      return guess.number(false, 0);
    }
    if (value instanceof Boolean) {
      return guess.truth();
    }
    return value instanceof Temporal time ? guess.time(time) : guess.other();
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

  /** What was decided about times that leave something open, and about columns nearly of a type. */
  List<ImportIssue> notes() {
    List<ImportIssue> notes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (types.get(i).isDayMonthOpen()) {
        notes.add(ImportIssue.ofField(IssueKind.DAY_MONTH_ORDER, names.get(i)));
      }
      types.get(i).misfit().flatMap(new NearlyTyped(names.get(i))::note).ifPresent(notes::add);
    }
    return notes;
  }
}
