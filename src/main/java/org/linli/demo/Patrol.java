package org.linli.demo;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * One walk of a post.
 *
 * @param kind a code of the patrols layer
 */
record Patrol(String code, String kind, String post, List<Fix> fixes) {
  /**
   * Where the walk was at a time.
   *
   * @param where on the plan, metres
   */
  record Fix(Instant at, Coordinate where) {}
}
