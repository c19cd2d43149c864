package org.linli.ingest;

import java.util.ArrayList;
import java.util.List;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.SourceRow;
import org.locationtech.jts.geom.Geometry;

/** Rows on their way from the reader to the checks, with what the reader has to say of others. */
final class RowBatch {
  private static final int MOST_ROWS = 512;

  /** Bounds the memory of a batch whatever the size of a row. */
  private static final int MOST_VERTICES = 50_000;

  private final List<SourceRow> rows = new ArrayList<>();
  private final List<ImportIssue> issues = new ArrayList<>();
  private int vertices;

  void add(SourceRow row) {
    rows.add(row);
    Geometry shape = row.shape();
    vertices += shape == null ? 1 : shape.getNumPoints();
  }

  void add(ImportIssue issue) {
    issues.add(issue);
  }

  boolean isFull() {
    return rows.size() + issues.size() >= MOST_ROWS || vertices >= MOST_VERTICES;
  }

  List<SourceRow> rows() {
    return rows;
  }

  List<ImportIssue> issues() {
    return issues;
  }
}
