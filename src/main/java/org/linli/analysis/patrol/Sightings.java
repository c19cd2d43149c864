package org.linli.analysis.patrol;

import java.util.Arrays;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerRows;

/**
 * When somebody was at which building, up to {@code asOf}. Each thing is found when it is first
 * asked for: who wants to know the last time only need not wait for all the others. Thread-safe.
 */
final class Sightings {
  private final AnalysisInputs inputs;
  private final PatrolParameters parameters;
  private final Cancellation cancellation;
  private volatile Spans presence;
  private volatile Spans passes;
  private volatile long[] last;

  Sightings(AnalysisInputs inputs, PatrolParameters parameters, Cancellation cancellation) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.cancellation = cancellation;
  }

  /**
   * The same with other spans of presence at some buildings.
   *
   * @param theirs in the order of the buildings
   */
  Sightings with(int[] buildings, Spans theirs) {
    Sightings others = new Sightings(inputs, parameters, cancellation);
    Spans known = theirs.upTo(parameters.asOf());
    others.presence = presence().with(buildings, known);
    others.passes = passes().with(buildings, known.mergedWithin(parameters.mergeMillis()));
    others.last = last().clone();
    for (int i = 0; i < buildings.length; i++) {
      others.last[buildings[i]] = last(known, i);
    }
    return others;
  }

  /** Every span of presence, to the moment. */
  Spans presence() {
    if (presence == null) {
      findPresence();
    }
    return presence;
  }

  private synchronized void findPresence() {
    if (presence == null) {
      presence = Presence.of(inputs, parameters, cancellation).upTo(parameters.asOf());
    }
  }

  /** Presence with short absences left out. */
  Spans passes() {
    if (passes == null) {
      findPasses();
    }
    return passes;
  }

  private synchronized void findPasses() {
    if (passes == null) {
      passes = presence().mergedWithin(parameters.mergeMillis());
    }
  }

  /** The last moment of presence by building, in epoch milliseconds; NEVER for none. */
  long[] last() {
    if (last == null) {
      findLast();
    }
    return last;
  }

  private synchronized void findLast() {
    if (last == null) {
      last = presence == null ? lastAlone() : lastOf(presence);
    }
  }

  private long[] lastAlone() {
    Records records = Records.of(inputs, parameters.duty());
    return LastSeen.of(Precinct.of(inputs), records, parameters, cancellation);
  }

  private static long[] lastOf(Spans presence) {
    long[] last = new long[presence.buildings()];
    Arrays.setAll(last, b -> last(presence, b));
    return last;
  }

  private static long last(Spans presence, int building) {
    return presence.end(building) > presence.first(building)
        ? presence.exit(presence.end(building) - 1)
        : LayerRows.NEVER;
  }
}
