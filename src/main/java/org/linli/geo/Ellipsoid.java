package org.linli.geo;

/**
 * An ellipsoid of revolution.
 *
 * @param semiMajorMetres the equatorial radius
 * @param inverseFlattening 1/f
 */
record Ellipsoid(double semiMajorMetres, double inverseFlattening) {

  static final Ellipsoid WGS84 = new Ellipsoid(6_378_137, 298.257223563);
  static final Ellipsoid CGCS2000 = new Ellipsoid(6_378_137, 298.257222101);

  /** The third flattening n = (a - b) / (a + b), in which Krüger's series are written. */
  double thirdFlattening() {
    double f = 1 / inverseFlattening;
    return f / (2 - f);
  }
}
