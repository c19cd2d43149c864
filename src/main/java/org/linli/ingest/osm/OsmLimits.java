package org.linli.ingest.osm;

/** Bounds that no honest extract of a neighbourhood or a city reaches. */
record OsmLimits(int nodes, int memberships, int membersOfArea, int segmentsOfArea, long segments) {
  /**
   * 30 million nodes take half a gigabyte. OpenStreetMap itself allows 32,000 members in a
   * relation.
   */
  static final OsmLimits DEFAULT =
      new OsmLimits(30_000_000, 5_000_000, 32_000, 200_000, 30_000_000);
}
