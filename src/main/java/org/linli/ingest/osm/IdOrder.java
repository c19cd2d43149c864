package org.linli.ingest.osm;

/**
 * Watches whether elements come in ascending order of their ids, as most files have them. Nothing
 * here needs the order; programs that do leave out what breaks it, and so count less.
 */
final class IdOrder {
  private long highest = Long.MIN_VALUE;
  private long broken;

  void see(long id) {
    if (id <= highest) {
      broken++;
    } else {
      highest = id;
    }
  }

  /** How many came after one of the same or a higher id. */
  long broken() {
    return broken;
  }
}
