package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Place;

/**
 * What a round may take; lengths in metres, times in seconds.
 *
 * @param community the code of the only one to go to
 * @param post the only liaison post whose buildings to go to
 * @param staySeconds at each building
 * @param joinMetres how far from a path a building may be
 * @param watching how the duty is looked at
 */
record RoundParameters(
    Optional<Place> start,
    Optional<String> community,
    Optional<String> post,
    double budgetSeconds,
    double metresASecond,
    double staySeconds,
    double joinMetres,
    PatrolParameters watching) {
  private static final double SECONDS_A_MINUTE = 60;
  private static final double METRES_A_SECOND = 1 / 3.6;
  private static final double MILLIS_A_MINUTE = 60_000;
  private static final double MILLIS_AN_HOUR = 3_600_000;
  private static final long DAY_MILLIS = 86_400_000;

  /** A receiver may be off by this, and the round is still seen to have come within reach. */
  private static final double SPARE_METRES = 5;

  private static final double VISIT_MINUTES = 10;

  static RoundParameters of(ParameterValues values) {
    Duty duty = Duty.ofKind(values.text("duty"));
    double stay = duty == Duty.MONTHLY_VISIT ? VISIT_MINUTES : 0;
    return new RoundParameters(
        values.findPlace("start"),
        values.findText("community"),
        values.findText("post"),
        values.number("budget") * SECONDS_A_MINUTE,
        values.number("speed") * METRES_A_SECOND,
        values.findNumber("stay").orElse(stay) * SECONDS_A_MINUTE,
        values.number("join"),
        watching(duty, values));
  }

  /** No window, hazards or trend matter to a round. */
  private static PatrolParameters watching(Duty duty, ParameterValues values) {
    long asOf = values.asOf().toEpochMilli();
    return new PatrolParameters(
        duty,
        asOf - DAY_MILLIS,
        asOf,
        values.number("reach"),
        values.findNumber("interval").stream()
            .mapToLong(hours -> Math.round(hours * MILLIS_AN_HOUR))
            .findFirst(),
        millis(values.findInstant("watchedFrom")),
        Math.round(values.number("mergeMinutes") * MILLIS_A_MINUTE),
        Math.round(values.number("holeMinutes") * MILLIS_A_MINUTE),
        values.number("holeSpeed"),
        0,
        0,
        values.number("zoneGap"),
        values.whole("zoneMin"),
        0);
  }

  private static OptionalLong millis(Optional<Instant> instant) {
    return instant.stream().mapToLong(Instant::toEpochMilli).findFirst();
  }

  /** How near to a building one goes; walking past is no home visit. */
  double nearMetres() {
    return watching.duty() == Duty.MONTHLY_VISIT
        ? 0
        : Math.max(0, watching.reachMetres() - SPARE_METRES);
  }

  double longestMetres() {
    return budgetSeconds * metresASecond;
  }
}
