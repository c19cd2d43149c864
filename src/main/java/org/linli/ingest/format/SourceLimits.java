package org.linli.ingest.format;

/** Bounds that no honest file of a neighbourhood reaches, and that keep a dishonest one cheap. */
final class SourceLimits {
  static final int MOST_COLUMNS = 1_000;

  private SourceLimits() {}
}
