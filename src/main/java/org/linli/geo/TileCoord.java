package org.linli.geo;

/**
 * A tile of the WebMercatorQuad tile matrix set (OGC 17-083r4): zoom 0 to 30, column {@code x} from
 * the west, row {@code y} from the north.
 */
public record TileCoord(int zoom, int x, int y) {
  public static final int MAX_ZOOM = 30;

  /** The latitude at which the square of Web Mercator ends, in degrees. */
  public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  /**
   * @throws IllegalArgumentException if the tile is not in the matrix set; the message names the
   *     range
   */
  public TileCoord {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom " + zoom + " is not between 0 and " + MAX_ZOOM);
    }
    requireInMatrix("column", x, zoom);
    requireInMatrix("row", y, zoom);
  }

  private static void requireInMatrix(String axis, int value, int zoom) {
    int last = (1 << zoom) - 1;
    if (value < 0 || value > last) {
      throw new IllegalArgumentException(
          axis + " " + value + " is not between 0 and " + last + " at zoom " + zoom);
    }
  }

  /** The tile of this zoom that holds a point; points beyond the square go to its edge. */
  public static TileCoord at(double lon, double lat, int zoom) {
    double tiles = 1L << zoom;
    int last = (1 << zoom) - 1;
    return new TileCoord(zoom, clamp(unitX(lon) * tiles, last), clamp(unitY(lat) * tiles, last));
  }

  private static int clamp(double value, int last) {
    return (int) Math.max(0, Math.min(last, Math.floor(value)));
  }

  /** West to east across the Web Mercator square, 0 to 1. */
  public static double unitX(double lon) {
    return lon / 360 + 0.5;
  }

  /** North to south across the Web Mercator square, 0 to 1; beyond it for polar latitudes. */
  public static double unitY(double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  /** Degrees of longitude at a place on the unit square. */
  public static double longitude(double unitX) {
    return (unitX - 0.5) * 360;
  }

  /** Degrees of latitude at a place on the unit square. */
  public static double latitude(double unitY) {
    return Math.toDegrees(Math.atan(Math.sinh((0.5 - unitY) * 2 * Math.PI)));
  }

  /** The tile's extent in degrees. */
  public Bounds bounds() {
    return bounds(0);
  }

  /** The tile's extent in degrees, widened on each side by a fraction of the tile's width. */
  public Bounds bounds(double buffer) {
    double tiles = 1L << zoom;
    return new Bounds(
        longitude((x - buffer) / tiles),
        latitude((y + 1 + buffer) / tiles),
        longitude((x + 1 + buffer) / tiles),
        latitude((y - buffer) / tiles));
  }
}
