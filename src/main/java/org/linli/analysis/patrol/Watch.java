package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.OptionalLong;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerRows;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;

/**
 * One duty watched up to one moment: who was at which building when, how often it was due, and
 * since when anybody kept records. All patrol numbers are read from it. Nothing of it changes.
 */
final class Watch {
  private final Precinct precinct;
  private final PatrolParameters parameters;
  private final Records records;
  private final Sightings sightings;
  private final long[] intervals;
  private final long[] watchedFrom;
  private final Standing[] standings;

  /**
   * @param sightings up to {@code asOf}
   */
  Watch(Precinct precinct, Records records, Sightings sightings, PatrolParameters parameters) {
    this.precinct = precinct;
    this.parameters = parameters;
    this.records = records;
    this.intervals = intervals(precinct, parameters);
    this.watchedFrom = watchedFrom();
    this.sightings = sightings;
    this.standings = new Standing[precinct.size()];
  }

  /** The same with other walks, which came by at some buildings at other times. */
  private Watch(Watch before, Records records, Sightings sightings, int[] affected) {
    this.precinct = before.precinct;
    this.parameters = before.parameters;
    this.records = records;
    this.intervals = before.intervals;
    this.watchedFrom = before.watchedFrom;
    this.sightings = sightings;
    this.standings = before.standings.clone();
    Arrays.stream(affected).forEach(b -> standings[b] = null);
  }

  /**
   * @param records that begin when these do
   * @param theirs the spans of presence of the affected
   */
  Watch with(Records records, int[] affected, Spans theirs) {
    return new Watch(this, records, sightings.with(affected, theirs), affected);
  }

  static Watch of(AnalysisInputs inputs, PatrolParameters parameters, Cancellation cancellation) {
    return new Watch(
        Precinct.of(inputs),
        Records.of(inputs, parameters.duty()),
        new Sightings(inputs, parameters, cancellation),
        parameters);
  }

  private static long[] intervals(Precinct precinct, PatrolParameters parameters) {
    Duty duty = parameters.duty();
    long[] intervals = new long[precinct.size()];
    if (!precinct.rows().has(duty.intervalField())) {
      Arrays.fill(intervals, parameters.intervalMillis().orElseThrow(() -> unsaid(precinct, duty)));
      return intervals;
    }
    double[] units = precinct.rows().numbers(duty.intervalField());
    for (int b = 0; b < intervals.length; b++) {
      intervals[b] = units[b] > 0 ? Math.round(units[b] * duty.intervalUnitMillis()) : 0;
    }
    return intervals;
  }

  /** Without it nothing would be owed to anybody, which is not what a lacking field says. */
  private static InvalidParameterException unsaid(Precinct precinct, Duty duty) {
    String layer = precinct.rows().definition().id();
    String field = duty.intervalField();
    return new InvalidParameterException(
        "interval",
        new LocalText(
            "图层「%s」没有字段「%s」：请用参数 interval 给出间隔（0.25 – 87600 h），或导入时用 --map %s=列名。"
                .formatted(layer, field, field),
            ("Layer «%s» has no field «%s»: give the interval (0.25 – 87600 h) by the parameter"
                    + " interval, or import it with --map %s=ITS_COLUMN.")
                .formatted(layer, field, field),
            "བང་རིམ་ «%s» ནང་ཁོངས་ «%s» མེད། ཞུགས་གྲངས་ interval (0.25 – 87600 h) སྤྲོད་རོགས།"
                .formatted(layer, field)));
  }

  /** What the request says, else what the community declares, else the earliest record of all. */
  private long[] watchedFrom() {
    long[] from = new long[precinct.size()];
    Arrays.fill(from, parameters.watchedFrom().orElse(records.earliest().orElse(LayerRows.NEVER)));
    if (parameters.watchedFrom().isEmpty()) {
      precinct
          .communities()
          .map(communities -> communities.inheritedInstants("watched_from"))
          .ifPresent(declared -> declare(declared, from));
    }
    return from;
  }

  private void declare(long[] declared, long[] from) {
    for (int b = 0; b < from.length; b++) {
      int area = precinct.area(b);
      if (area >= 0 && declared[area] != LayerRows.NEVER) {
        from[b] = declared[area];
      }
    }
  }

  Precinct precinct() {
    return precinct;
  }

  PatrolParameters parameters() {
    return parameters;
  }

  Records records() {
    return records;
  }

  /** When somebody was there, to the moment. */
  Spans presence() {
    return sightings.presence();
  }

  /** Presence with short absences left out. */
  Spans passes() {
    return sightings.passes();
  }

  boolean isOwed(int building) {
    return intervals[building] > 0;
  }

  long interval(int building) {
    return intervals[building];
  }

  /** Since when records are kept; NEVER when nobody knows. */
  long watchedFrom(int building) {
    return watchedFrom[building];
  }

  /** Whether records were kept already at a moment. */
  boolean isWatchedAt(int building, long moment) {
    return watchedFrom[building] != LayerRows.NEVER && moment >= watchedFrom[building];
  }

  /** Milliseconds since the last pass, 0 inside one; NEVER without one. */
  long elapsed(int building, long moment) {
    Spans presence = presence();
    int last = presence.lastAt(building, moment);
    return last < 0 ? LayerRows.NEVER : Math.max(0, moment - presence.exit(last));
  }

  /** How a building stands at {@code asOf}. */
  Standing standing(int building) {
    Standing standing = standings[building];
    if (standing == null) {
      long last = sightings.last()[building];
      long elapsed = last == LayerRows.NEVER ? last : parameters.asOf() - last;
      standing = standing(building, parameters.asOf(), elapsed);
      standings[building] = standing;
    }
    return standing;
  }

  /** How it stood at a moment before. */
  Standing standing(int building, long moment) {
    return isOwed(building)
        ? standing(building, moment, elapsed(building, moment))
        : Standing.NO_DUTY;
  }

  private Standing standing(int building, long moment, long elapsed) {
    if (!isOwed(building)) {
      return Standing.NO_DUTY;
    }
    if (elapsed != LayerRows.NEVER) {
      return Standing.after(elapsed, intervals[building]);
    }
    long from = watchedFrom[building];
    return from != LayerRows.NEVER && moment - from >= intervals[building]
        ? Standing.NEVER
        : Standing.UNKNOWN;
  }

  /** Milliseconds by which the duty is overdue; 0 when it is not, or nothing is known. */
  long overdue(int building, long moment) {
    if (!isOwed(building)) {
      return 0;
    }
    long elapsed = elapsed(building, moment);
    if (elapsed == LayerRows.NEVER && watchedFrom[building] != LayerRows.NEVER) {
      elapsed = moment - watchedFrom[building];
    }
    return elapsed == LayerRows.NEVER ? 0 : Math.max(0, elapsed - intervals[building]);
  }

  /** The latest record of the duty up to {@code asOf}; empty when there is none. */
  OptionalLong dataUntil() {
    return records.latestUpTo(parameters.asOf());
  }

  /** Whether even the shortest interval has passed since the latest record. */
  boolean isStale() {
    OptionalLong until = dataUntil();
    OptionalLong shortest = Arrays.stream(intervals).filter(i -> i > 0).min();
    return until.isEmpty()
        || shortest.isPresent() && parameters.asOf() - until.getAsLong() > shortest.getAsLong();
  }
}
