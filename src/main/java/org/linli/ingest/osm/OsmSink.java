package org.linli.ingest.osm;

/** Takes the elements of a file, in its order. */
interface OsmSink {

  /**
   * @param lon in units of 1e-7 degrees, as {@link NodeLocations} keeps them
   * @param lat the same
   */
  default void node(long id, int lon, int lat) {}

  default void way(OsmWay way) {}

  default void relation(OsmRelation relation) {}

  /** How many rows were handed over so far, for the progress. */
  default long rows() {
    return 0;
  }
}
