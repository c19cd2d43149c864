package org.linli.ingest.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;

/** Keeps what a reader hands over. */
final class RowCatcher implements RowSink {
  final Map<String, SourceRow> rows = new LinkedHashMap<>();
  final List<ImportIssue> issues = new ArrayList<>();
  private final List<String> columns;

  private RowCatcher(List<String> columns) {
    this.columns = columns;
  }

  static RowCatcher read(SourceReader reader) {
    List<String> names = reader.schema().columns().stream().map(SourceColumn::name).toList();
    RowCatcher catcher = new RowCatcher(names);
    reader.read(catcher);
    return catcher;
  }

  @Override
  public boolean row(SourceRow row) {
    rows.put(row.key(), row);
    return true;
  }

  @Override
  public void issue(ImportIssue issue) {
    issues.add(issue);
  }

  Object value(String key, String column) {
    return rows.get(key).values()[columns.indexOf(column)];
  }

  String wkt(String key) {
    return rows.get(key).shape().toText();
  }

  List<IssueKind> kinds() {
    return issues.stream().map(ImportIssue::kind).toList();
  }

  List<String> details() {
    return issues.get(0).details();
  }
}
