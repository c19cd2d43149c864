package org.linli.geo;

import static org.linli.geo.AxisOrder.LAT_LON;
import static org.linli.geo.AxisOrder.LON_LAT;

import java.util.Optional;

/**
 * The systems that need no EPSG database: WGS 84, Web Mercator, UTM, CGCS2000 and its Gauss–Krüger
 * zones. CGCS2000 and WGS 84 differ by centimetres at their epochs; EPSG's transformation 15918 of
 * them is null, and so is ours.
 */
final class BuiltInCrs {

  static final int WGS84 = 4326;
  static final int CGCS2000 = 4490;
  static final int WEB_MERCATOR = 3857;

  private static final double MIDDLE = 500_000;
  private static final double ZONE_PREFIX = 1_000_000;
  private static final String GAUSS_KRUEGER = "CGCS2000 / Gauss-Kruger ";
  private static final String THREE_DEGREE = "CGCS2000 / 3-degree Gauss-Kruger ";

  private BuiltInCrs() {}

  /** The definition of an EPSG code, if it is one of these. */
  static Optional<CrsDefinition> find(int epsg) {
    return Optional.ofNullable(
        switch (epsg) {
          case WGS84 -> new CrsDefinition("WGS 84", true, LAT_LON, Identity.INSTANCE);
          case CGCS2000 -> new CrsDefinition("CGCS2000", true, LAT_LON, Identity.INSTANCE);
          case WEB_MERCATOR ->
              new CrsDefinition("WGS 84 / Pseudo-Mercator", false, LON_LAT, new WebMercator());
          default -> zone(epsg);
        });
  }

  private static CrsDefinition zone(int epsg) {
    if (epsg >= 4491 && epsg <= 4554) {
      return gaussKrueger(epsg);
    }
    int utm = epsg % 100;
    boolean south = epsg / 100 == 327;
    boolean isUtm = (south || epsg / 100 == 326) && utm >= 1 && utm <= 60;
    return isUtm ? utm(utm, south) : null;
  }

  private static CrsDefinition utm(int zone, boolean south) {
    return new CrsDefinition(
        "WGS 84 / UTM zone " + zone + (south ? "S" : "N"),
        false,
        LON_LAT,
        new TransverseMercator(
            Ellipsoid.WGS84, 6 * zone - 183, 0.9996, MIDDLE, south ? 10_000_000 : 0));
  }

  /** EPSG numbers four series on end: by zone and by central meridian, of 6 and of 3 degrees. */
  private static CrsDefinition gaussKrueger(int epsg) {
    if (epsg <= 4501) {
      return byZone(GAUSS_KRUEGER, epsg - 4491 + 13, 6 * (epsg - 4491) + 75);
    }
    if (epsg <= 4512) {
      return byMeridian(GAUSS_KRUEGER, 6 * (epsg - 4502) + 75);
    }
    if (epsg <= 4533) {
      return byZone(THREE_DEGREE, epsg - 4513 + 25, 3 * (epsg - 4513) + 75);
    }
    return byMeridian(THREE_DEGREE, 3 * (epsg - 4534) + 75);
  }

  private static CrsDefinition byZone(String series, int zone, int meridian) {
    return gaussKrueger(series + "zone " + zone, meridian, ZONE_PREFIX * zone + MIDDLE);
  }

  private static CrsDefinition byMeridian(String series, int meridian) {
    return gaussKrueger(series + "CM " + meridian + "E", meridian, MIDDLE);
  }

  private static CrsDefinition gaussKrueger(String name, int meridian, double falseEasting) {
    return new CrsDefinition(
        name,
        false,
        LAT_LON,
        new TransverseMercator(Ellipsoid.CGCS2000, meridian, 1, falseEasting, 0));
  }
}
