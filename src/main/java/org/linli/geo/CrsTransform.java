package org.linli.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate operation between one coordinate reference system and WGS 84 longitude-latitude in
 * degrees, both ways. Implementations are thread-safe.
 */
public interface CrsTransform {

  /**
   * Overwrites a position in the system, in its axis order, with longitude and latitude.
   *
   * @throws OutsideCrsException if the system cannot express the position
   */
  void toLonLat(double[] xy);

  /**
   * Overwrites longitude and latitude with the position in the system, in its axis order.
   *
   * @throws OutsideCrsException if the system cannot express the position
   */
  void fromLonLat(double[] xy);

  /** A copy in longitude-latitude; Z is dropped, M is kept. */
  default Geometry toLonLat(Geometry geometry) {
    return GeometryMap.map(geometry, this::toLonLat);
  }

  /** A copy in the system; Z is dropped, M is kept. */
  default Geometry fromLonLat(Geometry lonLat) {
    return GeometryMap.map(lonLat, this::fromLonLat);
  }

  /** True if the system's positions are WGS 84 longitude-latitude already. */
  default boolean isIdentity() {
    return false;
  }
}
