package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the patrol analysis; times in milliseconds, lengths in metres.
 *
 * @param from where the window begins; it ends before {@code asOf}
 * @param intervalMillis how often the duty is due at buildings whose layer does not say
 * @param watchedFrom since when records are kept, if the request says so
 */
public record PatrolParameters(
    Duty duty,
    long from,
    long asOf,
    double reachMetres,
    OptionalLong intervalMillis,
    OptionalLong watchedFrom,
    long mergeMillis,
    long holeMillis,
    double holeMetresPerSecond,
    double needRadiusMetres,
    double needCap,
    double zoneGapMetres,
    int zoneMinimum,
    int trendDays) {
  private static final double PATROL_WINDOW_DAYS = 30;
  private static final double VISIT_WINDOW_DAYS = 365;
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final double MILLIS_PER_DAY = 86_400_000;

  public static PatrolParameters of(ParameterValues values) {
    Duty duty = Duty.ofKind(values.text("duty"));
    long asOf = values.asOf().toEpochMilli();
    double standard = duty == Duty.DAILY_PATROL ? PATROL_WINDOW_DAYS : VISIT_WINDOW_DAYS;
    double days = values.findNumber("window").orElse(standard);
    return new PatrolParameters(
        duty,
        asOf - Math.round(days * MILLIS_PER_DAY),
        asOf,
        values.number("reach"),
        values.findNumber("interval").stream()
            .mapToLong(h -> Math.round(h * MILLIS_PER_HOUR))
            .findFirst(),
        millis(values.findInstant("watchedFrom")),
        Math.round(values.number("mergeMinutes") * MILLIS_PER_MINUTE),
        Math.round(values.number("holeMinutes") * MILLIS_PER_MINUTE),
        values.number("holeSpeed"),
        values.number("needRadius"),
        values.number("needCap"),
        values.number("zoneGap"),
        values.whole("zoneMin"),
        values.whole("trendDays"));
  }

  private static OptionalLong millis(Optional<Instant> instant) {
    return instant.stream().mapToLong(Instant::toEpochMilli).findFirst();
  }

  /** The same, looked at from another moment with a window of the same length. */
  PatrolParameters at(long moment) {
    return new PatrolParameters(
        duty,
        moment - (asOf - from),
        moment,
        reachMetres,
        intervalMillis,
        watchedFrom,
        mergeMillis,
        holeMillis,
        holeMetresPerSecond,
        needRadiusMetres,
        needCap,
        zoneGapMetres,
        zoneMinimum,
        trendDays);
  }

  Instant asOfInstant() {
    return Instant.ofEpochMilli(asOf);
  }

  double windowDays() {
    return (asOf - from) / MILLIS_PER_DAY;
  }
}
