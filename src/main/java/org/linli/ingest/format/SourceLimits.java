package org.linli.ingest.format;

/** Bounds that no honest file of a neighbourhood reaches, and that keep a dishonest one cheap. */
final class SourceLimits {
  static final int MOST_COLUMNS = 1_000;

  /** A week of a device that writes a point a second, or a month of patrols. */
  static final long MOST_GPX_BYTES = 64L << 20;

  /** The library keeps every element, some 300 bytes each where a device adds its own. */
  static final int MOST_GPX_ELEMENTS = 1_000_000;

  private SourceLimits() {}
}
