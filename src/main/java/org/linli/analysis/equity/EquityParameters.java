package org.linli.analysis.equity;

import java.time.Instant;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the equity analysis; lengths in metres.
 *
 * @param level of the communities compared, or {@link Peers#COMMONEST}
 * @param draws how often the projects fall at random
 * @param seed of those draws
 */
record EquityParameters(
    Instant asOf,
    String level,
    double reachMetres,
    int draws,
    int seed,
    double needRadiusMetres,
    double needCap) {

  static EquityParameters of(ParameterValues values) {
    return new EquityParameters(
        values.asOf(),
        values.text("level"),
        values.number("reach"),
        values.whole("draws"),
        values.whole("seed"),
        values.number("needRadius"),
        values.number("needCap"));
  }
}
