package org.linli.geo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A zone of a transverse Mercator series.
 *
 * @param epsg its code
 * @param meridian degrees east
 * @param halfWidthDegrees how far from the meridian the zone is used, with a margin
 */
record ZoneCode(int epsg, int meridian, double halfWidthDegrees) {

  private static final double THREE = 1.7;
  private static final double SIX = 3.2;
  private static final double NEAR = 10;

  /** The zone that a system is, if it is one of WGS 84's or CGCS2000's. */
  static Optional<ZoneCode> find(Crs crs) {
    return crs.epsg().isPresent() ? find(crs.epsg().getAsInt()) : Optional.empty();
  }

  private static Optional<ZoneCode> find(int epsg) {
    boolean sixDegrees = epsg >= 4491 && epsg <= 4512;
    if (sixDegrees || epsg >= 4513 && epsg <= 4554) {
      int step = sixDegrees ? 6 * ((epsg - 4491) % 11) : 3 * ((epsg - 4513) % 21);
      return Optional.of(new ZoneCode(epsg, 75 + step, sixDegrees ? SIX : THREE));
    }
    int utm = epsg % 100;
    boolean isUtm = (epsg / 100 == 326 || epsg / 100 == 327) && utm >= 1 && utm <= 60;
    return isUtm ? Optional.of(new ZoneCode(epsg, 6 * utm - 183, SIX)) : Optional.empty();
  }

  /** The CGCS2000 zone whose number stands before the easting, if there is one. */
  static List<ZoneCode> ofPrefix(int zone) {
    if (zone >= 25 && zone <= 45) {
      return List.of(new ZoneCode(4513 + zone - 25, 3 * zone, THREE));
    }
    return zone >= 13 && zone <= 23
        ? List.of(new ZoneCode(4491 + zone - 13, 6 * zone - 3, SIX))
        : List.of();
  }

  /** The zones, without a number before the easting, that a longitude may be in. */
  static List<ZoneCode> ofLongitude(double lon) {
    int three = 3 * (int) Math.rint(lon / 3);
    int six = 6 * (int) Math.floor(lon / 6) + 3;
    Stream<ZoneCode> chinese =
        Stream.of(new ZoneCode(4534 + (three - 75) / 3, three, THREE), sixDegrees(six))
            .filter(zone -> zone.meridian >= 75 && zone.meridian <= 135)
            .filter(zone -> zone.epsg < 4502 || zone.epsg > 4512 || six != three);
    return Stream.concat(chinese, Stream.of(new ZoneCode(32600 + (six + 183) / 6, six, SIX)))
        .toList();
  }

  private static ZoneCode sixDegrees(int meridian) {
    return new ZoneCode(4502 + (meridian - 75) / 6, meridian, SIX);
  }

  Crs crs(AxisOrder order) {
    return Crs.ofEpsg(epsg).withAxisOrder(order);
  }

  /** True where the zone is used. */
  boolean isInside(double lon, double lat) {
    return Math.abs(lon - meridian) <= halfWidthDegrees && Math.abs(lat) <= 84;
  }

  /** True so near the zone that a country might still use it. */
  boolean isAnywhereNear(double lon, double lat) {
    return Math.abs(lon - meridian) <= NEAR && Math.abs(lat) <= 84;
  }
}
