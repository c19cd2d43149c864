package org.linli.ingest.format;

import java.util.List;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.GeometryType;

/** The first pass over a file whose columns have types: kinds of shapes, keys, times, rows. */
final class FlatGeobufSurvey implements RowSink {
  private final ShapeSurvey shapes = new ShapeSurvey();
  private final List<DeclaredColumn> columns;
  private long rows;

  FlatGeobufSurvey(List<DeclaredColumn> columns) {
    this.columns = columns;
  }

  @Override
  public boolean row(SourceRow row) {
    rows++;
    if (row.shape() != null) {
      shapes.see(row.shape());
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).see(row.values()[i]);
    }
    return true;
  }

  /** The second pass tells it; here it only counts as a row. */
  @Override
  public void issue(ImportIssue issue) {
    rows++;
  }

  long rows() {
    return rows;
  }

  GeometryType geometry() {
    return shapes.type(GeometryType.ANY);
  }
}
