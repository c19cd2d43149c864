package org.linli.demo;

import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;

/**
 * Somebody came to a house.
 *
 * @param where on the plan, metres
 */
record Visit(House house, String kind, Instant at, String post, Coordinate where) {}
