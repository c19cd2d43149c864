package org.linli.geo;

import java.util.OptionalInt;
import java.util.Set;

/**
 * The parameters of a transverse Mercator in a WKT.
 *
 * @param name the system's name in small letters and digits
 * @param datum 4326 or 4490
 */
record WktZone(
    String name,
    int datum,
    double meridian,
    double originLatitude,
    double scale,
    double falseEasting,
    double falseNorthing) {

  private static final double MIDDLE = 500_000;

  static WktZone of(WktNode projected, int datum) {
    return new WktZone(
        projected.plainName(),
        datum,
        parameter(projected, 0, "centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin"),
        parameter(projected, 0, "latitudeoforigin", "latitudeofnaturalorigin"),
        parameter(projected, 1, "scalefactor", "scalefactoratnaturalorigin"),
        parameter(projected, 0, "falseeasting"),
        parameter(projected, 0, "falsenorthing"));
  }

  private static double parameter(WktNode projected, double otherwise, String... names) {
    Set<String> wanted = Set.of(names);
    return projected
        .all("PARAMETER")
        .filter(parameter -> wanted.contains(parameter.plainName()))
        .mapToDouble(parameter -> parameter.number(otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  CrsTransform projection() {
    return TransverseMercator.withOrigin(
        datum == BuiltInCrs.WGS84 ? Ellipsoid.WGS84 : Ellipsoid.CGCS2000,
        meridian,
        originLatitude,
        scale,
        falseEasting,
        falseNorthing);
  }

  /** The EPSG code of the zone with these numbers. */
  OptionalInt epsg() {
    if (originLatitude != 0) {
      return OptionalInt.empty();
    }
    return datum == BuiltInCrs.WGS84 ? utm() : gaussKrueger();
  }

  private OptionalInt utm() {
    double zone = (meridian + 183) / 6;
    boolean isUtm = scale == 0.9996 && falseEasting == MIDDLE && isWhole(zone, 1, 60);
    if (!isUtm || (falseNorthing != 0 && falseNorthing != 10_000_000)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((falseNorthing == 0 ? 32600 : 32700) + (int) zone);
  }

  private OptionalInt gaussKrueger() {
    if (scale != 1 || falseNorthing != 0) {
      return OptionalInt.empty();
    }
    double prefix = (falseEasting - MIDDLE) / 1_000_000;
    return prefix == 0 ? byMeridian() : byZone(prefix);
  }

  /** A meridian such as 117° belongs to both series, with the same numbers; the name decides. */
  private OptionalInt byMeridian() {
    double step = (meridian - 75) / 3;
    if (!isWhole(step, 0, 20)) {
      return OptionalInt.empty();
    }
    boolean sixDegrees = step % 2 == 0 && !name.contains("3deg");
    return OptionalInt.of(sixDegrees ? 4502 + (int) step / 2 : 4534 + (int) step);
  }

  private OptionalInt byZone(double zone) {
    if (isWhole(zone, 25, 45) && meridian == 3 * zone) {
      return OptionalInt.of(4513 + (int) zone - 25);
    }
    return isWhole(zone, 13, 23) && meridian == 6 * zone - 3
        ? OptionalInt.of(4491 + (int) zone - 13)
        : OptionalInt.empty();
  }

  private static boolean isWhole(double value, int least, int most) {
    return value == Math.rint(value) && value >= least && value <= most;
  }
}
