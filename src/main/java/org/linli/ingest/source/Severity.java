package org.linli.ingest.source;

/** What an issue does to the import. */
public enum Severity {
  /** The row, or the whole file, is refused. */
  ERROR,
  /** The row is left out, and the import goes on. */
  LEFT_OUT,
  /** The row was changed, and the import goes on. */
  CHANGED,
  /** Something was decided for the person who imports, who should know. */
  NOTE
}
