package org.linli.analysis.hazard;

import java.time.Instant;
import java.util.Map;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the hazard analysis; times in milliseconds, lengths in metres.
 *
 * @param from where the window begins; it ends before {@code asOf}
 * @param weights of the severities, by their code
 * @param quietMillis after how long without a record the result says so
 */
record HazardParameters(
    long from,
    long asOf,
    Steps.Length step,
    Map<String, Double> weights,
    double hexSideMetres,
    int subsets,
    int seed,
    double falseDiscovery,
    long quietMillis) {
  static final double MILLIS_PER_DAY = 86_400_000;

  static HazardParameters of(ParameterValues values) {
    long asOf = values.asOf().toEpochMilli();
    return new HazardParameters(
        asOf - Math.round(values.number("window") * MILLIS_PER_DAY),
        asOf,
        Steps.Length.of(values.text("step")),
        Map.of(
            "low", values.number("weightLow"),
            "medium", values.number("weightMedium"),
            "high", values.number("weightHigh")),
        values.number("hexSide"),
        values.whole("subsets"),
        values.whole("seed"),
        values.number("falseDiscovery"),
        Math.round(values.number("quietDays") * MILLIS_PER_DAY));
  }

  Instant asOfInstant() {
    return Instant.ofEpochMilli(asOf);
  }

  boolean isInWindow(long moment) {
    return moment >= from && moment < asOf;
  }
}
