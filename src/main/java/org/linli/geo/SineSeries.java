package org.linli.geo;

/**
 * The sum of c1 sin 2ζ + c2 sin 4ζ + c3 sin 6ζ + c4 sin 8ζ for a real or a complex angle ζ = ξ +
 * iη, by Clenshaw's recurrence.
 */
record SineSeries(double c1, double c2, double c3, double c4) {

  /** The sum at a real angle, given the sine and cosine of twice the angle. */
  double at(double sin2, double cos2) {
    double twice = 2 * cos2;
    double b3 = c3 + twice * c4;
    double b2 = c2 + twice * b3 - c4;
    double b1 = c1 + twice * b2 - b3;
    return b1 * sin2;
  }

  /**
   * Writes the real and the imaginary part of the sum at a complex angle into {@code sum}, given
   * sin 2ξ, cos 2ξ, sinh 2η and cosh 2η.
   */
  void at(double sin, double cos, double sinh, double cosh, double[] sum) {
    double re = 2 * cos * cosh;
    double im = -2 * sin * sinh;
    double b3re = c3 + re * c4;
    double b3im = im * c4;
    double b2re = c2 + re * b3re - im * b3im - c4;
    double b2im = re * b3im + im * b3re;
    double b1re = c1 + re * b2re - im * b2im - b3re;
    double b1im = re * b2im + im * b2re - b3im;
    double sinRe = sin * cosh;
    double sinIm = cos * sinh;
    sum[0] = b1re * sinRe - b1im * sinIm;
    sum[1] = b1re * sinIm + b1im * sinRe;
  }
}
