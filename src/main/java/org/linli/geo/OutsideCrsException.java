package org.linli.geo;

/**
 * A coordinate that its coordinate reference system cannot express; the message gives its numbers.
 */
public final class OutsideCrsException extends RuntimeException {

  private OutsideCrsException(String message) {
    super(message);
  }

  static OutsideCrsException ofLonLat(double lon, double lat) {
    return new OutsideCrsException(
        "Longitude "
            + PlainNumber.of(lon)
            + ", latitude "
            + PlainNumber.of(lat)
            + " lies outside what the coordinate reference system can express; choose one made"
            + " for that place.");
  }

  static OutsideCrsException ofPlane(double x, double y) {
    return new OutsideCrsException(
        "("
            + PlainNumber.of(x)
            + ", "
            + PlainNumber.of(y)
            + ") lies outside what the coordinate reference system can express; check that the"
            + " file's coordinate reference system is the one given.");
  }
}
