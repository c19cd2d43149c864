package org.linli.ingest.format;

/**
 * How much of an archive is believed.
 *
 * @param mostEntries files and folders in it
 * @param mostBytes what all that is read of it may grow to
 * @param mostRatio how many times the archive's own size that may be
 * @param ratioFrom from how many bytes on the ratio counts: a small text of blanks is no attack
 */
record ArchiveLimits(int mostEntries, long mostBytes, int mostRatio, long ratioFrom) {
  static final ArchiveLimits USUAL = new ArchiveLimits(10_000, 8L << 30, 200, 256L << 20);
}
