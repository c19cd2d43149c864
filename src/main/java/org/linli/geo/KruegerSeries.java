package org.linli.geo;

/**
 * The four series of Krüger's transverse Mercator projection, to the fourth power of the third
 * flattening n, which is below a tenth of a millimetre within 3,000 km of the central meridian.
 *
 * <p>Source: L. Krüger, <i>Konforme Abbildung des Erdellipsoids in der Ebene</i> (1912); as
 * restated by C. F. F. Karney, <i>Transverse Mercator with an accuracy of a few nanometers</i>, J.
 * Geodesy 85 (2011), eq. 14, 35, 36, and <i>On auxiliary latitudes</i> (2023), table of χ(φ) and
 * φ(χ).
 *
 * @param rectifyingRadiusMetres the radius of the circle as long as a meridian
 * @param toConformal coefficients of sin 2jφ in χ - φ
 * @param fromConformal coefficients of sin 2jχ in φ - χ
 * @param toPlane coefficients α of the forward projection
 * @param fromPlane coefficients β of the inverse projection
 */
record KruegerSeries(
    double rectifyingRadiusMetres,
    SineSeries toConformal,
    SineSeries fromConformal,
    SineSeries toPlane,
    SineSeries fromPlane) {

  static KruegerSeries of(Ellipsoid ellipsoid) {
    double n = ellipsoid.thirdFlattening();
    return new KruegerSeries(
        ellipsoid.semiMajorMetres() / (1 + n) * polynomial(n * n, 1, 1 / 4.0, 1 / 64.0),
        new SineSeries(
            polynomial(n, 0, -2, 2 / 3.0, 4 / 3.0, -82 / 45.0),
            polynomial(n, 0, 0, 5 / 3.0, -16 / 15.0, -13 / 9.0),
            polynomial(n, 0, 0, 0, -26 / 15.0, 34 / 21.0),
            polynomial(n, 0, 0, 0, 0, 1237 / 630.0)),
        new SineSeries(
            polynomial(n, 0, 2, -2 / 3.0, -2, 116 / 45.0),
            polynomial(n, 0, 0, 7 / 3.0, -8 / 5.0, -227 / 45.0),
            polynomial(n, 0, 0, 0, 56 / 15.0, -136 / 35.0),
            polynomial(n, 0, 0, 0, 0, 4279 / 630.0)),
        new SineSeries(
            polynomial(n, 0, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0),
            polynomial(n, 0, 0, 13 / 48.0, -3 / 5.0, 557 / 1440.0),
            polynomial(n, 0, 0, 0, 61 / 240.0, -103 / 140.0),
            polynomial(n, 0, 0, 0, 0, 49561 / 161280.0)),
        new SineSeries(
            polynomial(n, 0, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0),
            polynomial(n, 0, 0, 1 / 48.0, 1 / 15.0, -437 / 1440.0),
            polynomial(n, 0, 0, 0, 17 / 480.0, -37 / 840.0),
            polynomial(n, 0, 0, 0, 0, 4397 / 161280.0)));
  }

  private static double polynomial(double x, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
