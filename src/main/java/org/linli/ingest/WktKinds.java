package org.linli.ingest;

import org.linli.ingest.source.GeometryKinds;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.GeometryType;

/** Finds what kind of geometry a column of well-known text holds, by its leading words. */
final class WktKinds implements RowSink {
  private final GeometryKinds kinds = new GeometryKinds();
  private final int column;

  private WktKinds(int column) {
    this.column = column;
  }

  static GeometryType of(SourceReader reader, int column) {
    WktKinds kinds = new WktKinds(column);
    reader.read(kinds);
    return kinds.kinds.type();
  }

  @Override
  public boolean row(SourceRow row) {
    Object text = row.values()[column];
    if (text != null) {
      String word = text.toString().replaceFirst("^(?i)SRID=\\d+;", "").stripLeading();
      kinds.add(word.replaceFirst("(?s)[^A-Za-z].*$", ""));
    }
    return true;
  }

  @Override
  public void issue(ImportIssue issue) {
    // It is told when the row is read to be written.
  }
}
