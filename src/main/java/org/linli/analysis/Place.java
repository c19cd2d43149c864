package org.linli.analysis;

/**
 * A point that a request names, in degrees of EPSG:4326.
 *
 * @throws IllegalArgumentException if it is not on the earth
 */
public record Place(double lon, double lat) {
  public Place {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(lon + "," + lat + " is not on the earth.");
    }
  }
}
