package org.linli.geo;

/**
 * EPSG:3857, the Mercator of web maps: spherical formulas on the WGS 84 semi-major axis. Source:
 * EPSG Guidance Note 7-2, method 1024.
 */
final class WebMercator implements CrsTransform {

  private static final double RADIUS_METRES = 6_378_137;

  /** Closer to a pole than this, the northing says nothing any more. */
  private static final double LIMIT_LATITUDE = 89.99;

  @Override
  public void toLonLat(double[] xy) {
    if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
      throw OutsideCrsException.ofPlane(xy[0], xy[1]);
    }
    xy[0] = Math.toDegrees(xy[0] / RADIUS_METRES);
    xy[1] = Math.toDegrees(Math.atan(Math.sinh(xy[1] / RADIUS_METRES)));
  }

  @Override
  public void fromLonLat(double[] xy) {
    if (!Double.isFinite(xy[0]) || !(Math.abs(xy[1]) <= LIMIT_LATITUDE)) {
      throw OutsideCrsException.ofLonLat(xy[0], xy[1]);
    }
    double sin = Math.sin(Math.toRadians(xy[1]));
    xy[0] = Math.toRadians(xy[0]) * RADIUS_METRES;
    xy[1] = 0.5 * RADIUS_METRES * (Math.log1p(sin) - Math.log1p(-sin));
  }
}
