package org.linli.ingest.format;

/** Bounds that no honest file of a neighbourhood reaches, and that keep a dishonest one cheap. */
final class SourceLimits {
  static final int MOST_COLUMNS = 1_000;

  /** Half a million points; a device that writes one a second fills a week with them. */
  static final long MOST_GPX_BYTES = 64L << 20;

  private SourceLimits() {}
}
