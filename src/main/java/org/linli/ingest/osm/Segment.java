package org.linli.ingest.osm;

/** A piece of an outline between two spots, the lesser first. */
record Segment(long from, long to) {
  static Segment between(long one, long other) {
    return one < other ? new Segment(one, other) : new Segment(other, one);
  }
}
