package org.linli.geo;

/**
 * GCJ-02, the offset coordinates that Chinese web maps (Amap, Tencent) give out: WGS 84 moved by
 * 100 to 700 m through a sum of sines. Inside a rectangle around China only; outside of it, GCJ-02
 * is WGS 84.
 *
 * <p>Source: the formulas published as <i>eviltransform</i> and <i>coordtransform</i>, on the
 * Krasovsky 1940 ellipsoid. The inverse has no closed form; it is found by iteration to far below
 * 1e-7 degree. Across the rectangle's edge the offset jumps, so that within a kilometre of it the
 * inverse of a shifted position may be its unshifted neighbour.
 */
final class Gcj02 implements CrsTransform {

  static final Gcj02 INSTANCE = new Gcj02();

  private static final double KRASOVSKY_METRES = 6_378_245;
  private static final double KRASOVSKY_E2 = 0.00669342162296594323;
  private static final Bounds CHINA = new Bounds(72.004, 0.8293, 137.8347, 55.8271);

  private Gcj02() {}

  /** True inside the published rectangle, where the offset applies. */
  static boolean applies(double lon, double lat) {
    return CHINA.contains(lon, lat);
  }

  @Override
  public void fromLonLat(double[] xy) {
    double lon = xy[0];
    double lat = xy[1];
    if (applies(lon, lat)) {
      xy[0] = lon + eastOffset(lon, lat);
      xy[1] = lat + northOffset(lon, lat);
    }
  }

  @Override
  public void toLonLat(double[] xy) {
    if (applies(xy[0], xy[1])) {
      FixedPoint.invert(this::fromLonLat, xy);
    }
  }

  private static double eastOffset(double lon, double lat) {
    double phi = Math.toRadians(lat);
    double metres = eastMetres(lon - 105, lat - 35);
    return Math.toDegrees(metres * Math.sqrt(curvature(phi)) / (KRASOVSKY_METRES * Math.cos(phi)));
  }

  private static double northOffset(double lon, double lat) {
    double curvature = curvature(Math.toRadians(lat));
    double metres = northMetres(lon - 105, lat - 35);
    double meridian = KRASOVSKY_METRES * (1 - KRASOVSKY_E2);
    return Math.toDegrees(metres * curvature * Math.sqrt(curvature) / meridian);
  }

  private static double curvature(double phi) {
    double sin = Math.sin(phi);
    return 1 - KRASOVSKY_E2 * sin * sin;
  }

  private static double eastMetres(double x, double y) {
    double trend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    return trend
        + 2
            / 3.0
            * (ripples(x)
                + 20 * wave(x, 1)
                + 40 * wave(x, 3)
                + 150 * wave(x, 12)
                + 300 * wave(x, 30));
  }

  private static double northMetres(double x, double y) {
    double trend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    return trend
        + 2
            / 3.0
            * (ripples(x)
                + 20 * wave(y, 1)
                + 40 * wave(y, 3)
                + 160 * wave(y, 12)
                + 320 * wave(y, 30));
  }

  /** The two short waves; both offsets take them from the longitude. */
  private static double ripples(double x) {
    return 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
  }

  private static double wave(double t, double divisor) {
    return Math.sin(t / divisor * Math.PI);
  }
}
