package org.linli.geo;

import java.util.Optional;

/**
 * What is known of a coordinate reference system.
 *
 * @param geographic true if its numbers are degrees
 * @param authorityOrder the axis order that its authority defines
 * @param transform from and to WGS 84 lon-lat, with longitude or easting first
 * @param caution what a user should know before trusting the positions
 */
record CrsDefinition(
    String name,
    boolean geographic,
    AxisOrder authorityOrder,
    CrsTransform transform,
    Optional<String> caution) {

  CrsDefinition(String name, boolean geographic, AxisOrder authorityOrder, CrsTransform transform) {
    this(name, geographic, authorityOrder, transform, Optional.empty());
  }
}
