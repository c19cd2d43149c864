package org.linli.demo;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something unsafe beside a house.
 *
 * @param deadline empty where nobody set one
 * @param foundBy a code of the hazards layer
 * @param project whose volunteers found it; empty unless they did
 * @param where on the plan, metres
 */
record Hazard(
    String code,
    String title,
    HazardKinds.Kind kind,
    String severity,
    HazardLife life,
    Optional<Instant> deadline,
    String foundBy,
    String project,
    House house,
    Coordinate where) {
  Instant reportedAt() {
    return life.steps().get(0).at();
  }
}
