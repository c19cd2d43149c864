package org.linli.geo;

/**
 * BD-09, the coordinates of Baidu's maps: GCJ-02 moved and turned a second time, inside the same
 * rectangle around China. Source: the formulas published as <i>coordtransform</i>. Both inverses
 * are iterated to far below 1e-7 degree.
 */
final class Bd09 implements CrsTransform {

  static final Bd09 INSTANCE = new Bd09();

  /** The constant of the published formula, in radians for a degree of its ripple. */
  private static final double RIPPLE = Math.PI * 3000 / 180;

  private static final double EAST_DEGREES = 0.0065;
  private static final double NORTH_DEGREES = 0.006;

  private Bd09() {}

  @Override
  public void fromLonLat(double[] xy) {
    if (Gcj02.applies(xy[0], xy[1])) {
      Gcj02.INSTANCE.fromLonLat(xy);
      fromGcj02(xy);
    }
  }

  @Override
  public void toLonLat(double[] xy) {
    if (Gcj02.applies(xy[0], xy[1])) {
      FixedPoint.invert(Bd09::fromGcj02, xy);
      Gcj02.INSTANCE.toLonLat(xy);
    }
  }

  static void fromGcj02(double[] xy) {
    double x = xy[0];
    double y = xy[1];
    double radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * RIPPLE);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * RIPPLE);
    xy[0] = radius * Math.cos(angle) + EAST_DEGREES;
    xy[1] = radius * Math.sin(angle) + NORTH_DEGREES;
  }
}
