package org.linli.analysis.coverage;

import java.time.Instant;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the access analysis; lengths in metres, areas in square metres.
 *
 * @param walks whether distances are along the paths, else they are straight
 * @param distance how far is within reach; the limit itself is
 * @param dissolve green spaces so near to each other are one
 * @param join how far from a path a home or a green space may be and still be on it
 */
record AccessParameters(
    Instant asOf, boolean walks, double distance, double minArea, double dissolve, double join) {
  /** 4.8 km/h. */
  static final double METRES_PER_MINUTE = 80;

  static AccessParameters of(ParameterValues values) {
    return new AccessParameters(
        values.asOf(),
        values.text("mode").equals("walk"),
        values.number("distance"),
        values.number("minArea"),
        values.number("dissolve"),
        values.number("join"));
  }
}
