package org.linli.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * An open space on the plan.
 *
 * @param kind a code of the green_spaces layer
 * @param access a code of its field of that name
 */
record Green(Name name, Polygon shape, String kind, String condition, String access) {
  Green moved(Turn turn) {
    return new Green(name, (Polygon) turn.toPlan(shape), kind, condition, access);
  }
}
