package org.linli.ingest.osm;

import java.util.Arrays;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Gathers ids; those that come again are thrown out whenever room is short. */
final class LongBag {
  private final int most;
  private long[] values = new long[1_024];
  private int size;

  /**
   * @param most how many different ids there may be
   */
  LongBag(int most) {
    this.most = most;
  }

  /**
   * @throws SourceException if there are more different ones than there may be
   */
  void add(long value) {
    if (size == values.length) {
      makeRoom();
    }
    values[size++] = value;
  }

  void addAll(long[] more) {
    for (long value : more) {
      add(value);
    }
  }

  private void makeRoom() {
    compact();
    if (size > most) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_TOO_LARGE, most));
    }
    // Only where half of it is in use, or else every few values would cost a sort.
    if (size > values.length / 2) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
  }

  private void compact() {
    Arrays.sort(values, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[distinct++] = values[i];
      }
    }
    size = distinct;
  }

  /** The different ids in ascending order. */
  long[] sorted() {
    compact();
    if (size > most) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_TOO_LARGE, most));
    }
    return Arrays.copyOf(values, size);
  }
}
