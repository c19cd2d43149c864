package org.linli.ingest.source;

/** Takes rows from a reader, in the order of the file. */
public interface RowSink {

  /**
   * @return false if no more rows are wanted
   */
  boolean row(SourceRow row);

  /** Something about a row, which is not handed over if the issue is an error. */
  void issue(ImportIssue issue);
}
