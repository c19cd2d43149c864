package org.linli.ingest.osm;

/** A way's or a relation's identity. */
record OsmId(boolean relation, long number) {
  static OsmId way(long number) {
    return new OsmId(false, number);
  }

  static OsmId relation(long number) {
    return new OsmId(true, number);
  }

  /** As OpenStreetMap's own addresses have it: {@code way/123}. */
  String path() {
    return (relation ? "relation/" : "way/") + number;
  }

  /** As the key of a feature: {@code w123}. */
  String key() {
    return (relation ? "r" : "w") + number;
  }
}
