package org.linli.ingest.osm;

import java.util.Arrays;

/** Where the nodes lie that are needed: 16 bytes a node. */
final class NodeLocations {
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final long[] ids;
  private final int[] lon;
  private final int[] lat;

  /**
   * @param ids those needed, ascending
   */
  NodeLocations(long[] ids) {
    this.ids = ids;
    this.lon = new int[ids.length];
    this.lat = new int[ids.length];
    Arrays.fill(lon, UNKNOWN);
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  /** Takes note of a node if it is needed. */
  void put(long id, int lonUnits, int latUnits) {
    int index = Arrays.binarySearch(ids, id);
    if (index >= 0) {
      lon[index] = lonUnits;
      lat[index] = latUnits;
    }
  }

  /**
   * The node's place packed in one number, or {@link Spot#NOWHERE} if the file has no such node.
   */
  long find(long id) {
    int index = Arrays.binarySearch(ids, id);
    return index < 0 || lon[index] == UNKNOWN ? Spot.NOWHERE : Spot.of(lon[index], lat[index]);
  }
}
