package org.linli.geo;

/**
 * The transverse Mercator projection of an ellipsoid, in Krüger's formulas (see {@link
 * KruegerSeries}). Thread-safe; no call allocates.
 */
final class TransverseMercator implements CrsTransform {

  /** Beyond this the fourth-order series loses its last millimetres. */
  private static final double LIMIT_DEGREES = 60;

  /** The transverse angle η that 60 degrees of longitude reach on the equator, rounded up. */
  private static final double LIMIT_ETA = 1.33;

  private final KruegerSeries series;
  private final double centralMeridian;
  private final double metresPerRadian;
  private final double falseEasting;
  private final double falseNorthing;

  /**
   * @param centralMeridian degrees east
   * @param scale the scale factor on the central meridian
   * @param falseEasting metres
   * @param falseNorthing metres at the equator
   */
  TransverseMercator(
      Ellipsoid ellipsoid,
      double centralMeridian,
      double scale,
      double falseEasting,
      double falseNorthing) {
    this.series = KruegerSeries.of(ellipsoid);
    this.centralMeridian = centralMeridian;
    this.metresPerRadian = series.rectifyingRadiusMetres() * scale;
    this.falseEasting = falseEasting;
    this.falseNorthing = falseNorthing;
  }

  /** The projection whose false northing holds at a latitude other than the equator. */
  static TransverseMercator withOrigin(
      Ellipsoid ellipsoid,
      double centralMeridian,
      double originLatitude,
      double scale,
      double falseEasting,
      double falseNorthing) {
    double[] origin = {centralMeridian, originLatitude};
    new TransverseMercator(ellipsoid, centralMeridian, scale, 0, 0).fromLonLat(origin);
    return new TransverseMercator(
        ellipsoid, centralMeridian, scale, falseEasting, falseNorthing - origin[1]);
  }

  @Override
  public void fromLonLat(double[] xy) {
    double lambda = fromMeridian(xy[0], xy[1]);
    double phi = Math.toRadians(xy[1]);
    double chi = phi + series.toConformal().at(Math.sin(2 * phi), Math.cos(2 * phi));
    double sinChi = Math.sin(chi);
    double cosChi = Math.cos(chi);
    double along = cosChi * Math.cos(lambda);
    double across = cosChi * Math.sin(lambda);
    planeAngles(sinChi, along, across, xy);
    double xi = Math.atan2(sinChi, along) + xy[0];
    double eta = atanh(across) + xy[1];
    xy[0] = falseEasting + metresPerRadian * eta;
    xy[1] = falseNorthing + metresPerRadian * xi;
  }

  /** The double-angle values follow from sines already known, without a trigonometric call. */
  private void planeAngles(double sinChi, double along, double across, double[] sum) {
    double rest = 1 - across * across;
    series
        .toPlane()
        .at(
            2 * sinChi * along / rest,
            (along * along - sinChi * sinChi) / rest,
            2 * across / rest,
            (1 + across * across) / rest,
            sum);
  }

  private double fromMeridian(double lon, double lat) {
    double degrees = Math.IEEEremainder(lon - centralMeridian, 360);
    if (!(Math.abs(degrees) <= LIMIT_DEGREES && Math.abs(lat) <= 90)) {
      throw OutsideCrsException.ofLonLat(lon, lat);
    }
    return Math.toRadians(degrees);
  }

  @Override
  public void toLonLat(double[] xy) {
    double eta = (xy[0] - falseEasting) / metresPerRadian;
    double xi = (xy[1] - falseNorthing) / metresPerRadian;
    if (!(Math.abs(eta) <= LIMIT_ETA && Math.abs(xi) <= Math.PI / 2)) {
      throw OutsideCrsException.ofPlane(xy[0], xy[1]);
    }
    series
        .fromPlane()
        .at(Math.sin(2 * xi), Math.cos(2 * xi), Math.sinh(2 * eta), Math.cosh(2 * eta), xy);
    sphereToLonLat(xi - xy[0], eta - xy[1], xy);
  }

  private void sphereToLonLat(double xi, double eta, double[] lonLat) {
    double sinhEta = Math.sinh(eta);
    double cosXi = Math.cos(xi);
    double chi = Math.atan2(Math.sin(xi), Math.hypot(sinhEta, cosXi));
    double phi = chi + series.fromConformal().at(Math.sin(2 * chi), Math.cos(2 * chi));
    double lon = centralMeridian + Math.toDegrees(Math.atan2(sinhEta, cosXi));
    lonLat[0] = Math.abs(lon) <= 180 ? lon : Math.IEEEremainder(lon, 360);
    lonLat[1] = Math.toDegrees(phi);
  }

  private static double atanh(double x) {
    return 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }
}
