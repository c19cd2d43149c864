package org.linli.demo;

import org.locationtech.jts.geom.LineString;

/**
 * One stretch of a street between two crossings.
 *
 * @param kind a code of the {@code paths} layer
 * @param halfWidthMetres from the centre line to where the blocks begin
 * @param line the centre line on the plan
 */
record Street(Name name, String kind, double halfWidthMetres, LineString line) {
  boolean isMain() {
    return kind.equals("main_street");
  }
}
