package org.linli.analysis.impact;

import java.time.Instant;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the impact analysis.
 *
 * @param reach whoever lives within so many metres of a project is reached
 * @param radius of the circle around a project in which hazards are compared, in metres
 * @param windowDays the longest a window is
 * @param seed places the grid of comparison sites
 */
record ImpactParameters(Instant asOf, double reach, double radius, int windowDays, long seed) {

  static ImpactParameters of(ParameterValues values) {
    return new ImpactParameters(
        values.asOf(),
        values.number("reach"),
        values.number("radius"),
        values.whole("window"),
        values.whole("seed"));
  }

  long asOfMillis() {
    return asOf.toEpochMilli();
  }

  /** How near another project, or a comparison site, may not be. */
  double apart() {
    return 2 * radius;
  }
}
