package org.linli.demo;

import org.locationtech.jts.geom.LineString;

/**
 * A line people walk along, before it is cut at its crossings.
 *
 * @param kind a code of the paths layer
 * @param lit true where lamps burn at night
 */
record Way(Name name, String kind, String surface, boolean lit, LineString line) {
  static Way lane(LineString line, boolean lit) {
    return new Way(Name.NONE, "lane", "", lit, line);
  }

  static Way path(LineString line) {
    return new Way(Name.NONE, "path", "paving", false, line);
  }

  Way moved(Turn turn) {
    return new Way(name, kind, surface, lit, (LineString) turn.toPlan(line));
  }
}
