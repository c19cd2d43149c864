package org.linli.gpkg;

/**
 * The rows of a layer that have a place, in an order in which those near each other follow each
 * other: so a spatial index can be packed as they come, without one of them being kept.
 */
public interface PlacedRows {

  /** Gives each row once. */
  void giveTo(Taker taker);

  /** Takes rows. */
  interface Taker {
    /**
     * @param fid the row's number, by the order of adding from 1 on
     * @param box minX, minY, maxX, maxY of its geometry
     */
    void take(long fid, double[] box);
  }
}
