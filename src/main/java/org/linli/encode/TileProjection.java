package org.linli.encode;

import org.linli.geo.CoordinateGrid;
import org.linli.geo.TileCoord;

/**
 * From the 1e-7° grid to the units of one tile, {@value #EXTENT} to a side, x to the east and y to
 * the south from the tile's north-west corner, rounded to whole units.
 */
final class TileProjection {
  static final int EXTENT = 4096;

  /** From this zoom on a cubic stands in for the Mercator; it is 1e-4 units off at most. */
  private static final int CUBIC_ZOOM = 10;

  private static final int NODES = 4;

  private final double units;
  private final double originX;
  private final double originY;
  private final double stepX;
  private final double centre;
  private final double reach;
  private final double gridCentre;
  private final double stepT;
  private final double cubic0;
  private final double cubic1;
  private final double cubic2;
  private final double cubic3;

  TileProjection(TileCoord tile) {
    units = (double) EXTENT * (1L << tile.zoom());
    originX = (double) EXTENT * tile.x() - units / 2;
    originY = (double) EXTENT * tile.y();
    stepX = units / 360 / CoordinateGrid.STEPS_PER_DEGREE;
    centre = (tile.bounds().minY() + tile.bounds().maxY()) / 2;
    reach = tile.zoom() < CUBIC_ZOOM ? 0 : tile.bounds().maxY() - tile.bounds().minY();
    gridCentre = centre * CoordinateGrid.STEPS_PER_DEGREE;
    // Without a cubic every row is too far from the middle for it.
    stepT = reach == 0 ? Double.NaN : 1 / (reach * CoordinateGrid.STEPS_PER_DEGREE);
    double[] cubic = reach == 0 ? new double[NODES] : cubic();
    cubic0 = cubic[0];
    cubic1 = cubic[1];
    cubic2 = cubic[2];
    cubic3 = cubic[3];
  }

  /** Newton's form through four Chebyshev nodes, expanded around the tile's middle. */
  private double[] cubic() {
    double[] nodes = new double[NODES];
    double[] slopes = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      nodes[i] = Math.cos(Math.PI * (2 * i + 1) / (2 * NODES));
      slopes[i] = exactY(centre + reach * nodes[i]);
    }
    for (int order = 1; order < NODES; order++) {
      for (int i = NODES - 1; i >= order; i--) {
        slopes[i] = (slopes[i] - slopes[i - 1]) / (nodes[i] - nodes[i - order]);
      }
    }
    return expanded(nodes, slopes);
  }

  private static double[] expanded(double[] nodes, double[] slopes) {
    double[] powers = new double[NODES];
    for (int i = NODES - 1; i >= 0; i--) {
      for (int power = NODES - 1; power > 0; power--) {
        powers[power] = powers[power - 1] - nodes[i] * powers[power];
      }
      powers[0] = slopes[i] - nodes[i] * powers[0];
    }
    return powers;
  }

  private double exactY(double lat) {
    double clamped = Math.max(-TileCoord.MAX_LATITUDE, Math.min(TileCoord.MAX_LATITUDE, lat));
    return TileCoord.unitY(clamped) * units - originY;
  }

  long x(int gridX) {
    return (long) Math.floor(gridX * stepX - originX + 0.5);
  }

  long y(int gridY) {
    double t = (gridY - gridCentre) * stepT;
    double y =
        Math.abs(t) <= 1
            ? ((cubic3 * t + cubic2) * t + cubic1) * t + cubic0
            : exactY(CoordinateGrid.toDegrees(gridY));
    return (long) Math.floor(y + 0.5);
  }
}
