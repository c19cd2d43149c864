package org.linli.analysis.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.analysis.ParameterException;
import org.linli.analysis.ParameterValues;

/**
 * The thresholds of the patrol analysis; times in milliseconds, lengths in metres.
 *
 * @param from where the window begins; it ends before {@code asOf}
 * @param intervalMillis how often the duty is due at buildings whose layer does not say
 * @param watchedFrom since when records are kept, where no community declares it
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
  private static final Duration PATROL_WINDOW = Duration.ofDays(30);
  private static final Duration VISIT_WINDOW = Duration.ofDays(365);
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MILLIS_PER_HOUR = 3_600_000;

  /**
   * @throws ParameterException if the window ends before it begins, or spans over ten years
   */
  public static PatrolParameters of(ParameterValues values) {
    Duty duty = Duty.ofKind(values.text("duty"));
    Instant asOf = values.instant("asOf");
    Duration window = duty == Duty.DAILY_PATROL ? PATROL_WINDOW : VISIT_WINDOW;
    Instant from = values.findInstant("from").orElse(asOf.minus(window));
    requireWindow(from, asOf);
    return new PatrolParameters(
        duty,
        from.toEpochMilli(),
        asOf.toEpochMilli(),
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

  private static void requireWindow(Instant from, Instant asOf) {
    if (!from.isBefore(asOf) || from.isBefore(asOf.minus(Duration.ofDays(3660)))) {
      throw new ParameterException(
          "from",
          "Parameter from cannot be "
              + from
              + ": give a time before asOf, "
              + asOf
              + ", by at most 3660 days.");
    }
  }

  Instant asOfInstant() {
    return Instant.ofEpochMilli(asOf);
  }

  double windowDays() {
    return (asOf - from) / 86_400_000.0;
  }
}
