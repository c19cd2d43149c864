package org.linli.analysis.hazard;

import static org.linli.analysis.LayerRows.NEVER;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.linli.analysis.LayerRows;
import org.linli.layer.FieldType;

/**
 * When each hazard was reported, first acted on and ended. What is asked of a moment is told from
 * the times alone: the status is that of today, whatever the moment.
 */
final class Casebook {
  private final LayerRows rows;
  private final long[] reported;
  private final long[] resolved;
  private final long[] rejected;
  private final long[] deadlines;
  private final long[] acted;
  private final String[] severities;
  private final String[] finders;
  private final boolean[] endUnknown;
  private final long firstReport;

  Casebook(LayerRows hazards) {
    rows = hazards.require("reported_at", FieldType.INSTANT, FieldType.DATE);
    reported = rows.instants("reported_at");
    resolved = rows.instants("resolved_at");
    rejected = rows.instants("rejected_at");
    deadlines = rows.instants("deadline_at");
    acted = firstActions();
    severities = rows.texts("severity");
    finders = rows.texts("found_by");
    endUnknown = endsUnknown();
    firstReport =
        LongStream.of(reported).filter(time -> time != NEVER).min().orElse(Long.MAX_VALUE);
  }

  private long[] firstActions() {
    long[] verified = rows.instants("verified_at");
    long[] assigned = rows.instants("assigned_at");
    return IntStream.range(0, rows.size())
        .mapToLong(i -> earliest(verified[i], assigned[i], resolved[i], rejected[i]))
        .toArray();
  }

  private static long earliest(long... moments) {
    return LongStream.of(moments).filter(moment -> moment != NEVER).min().orElse(NEVER);
  }

  /** Those whose status says that they ended, but no time says when. */
  private boolean[] endsUnknown() {
    String[] statuses = rows.texts("status");
    boolean[] unknown = new boolean[rows.size()];
    for (int i = 0; i < unknown.length; i++) {
      boolean ended = "resolved".equals(statuses[i]) || "rejected".equals(statuses[i]);
      unknown[i] = ended && resolved[i] == NEVER && rejected[i] == NEVER;
    }
    return unknown;
  }

  private static boolean isBy(long event, long moment) {
    return event != NEVER && event <= moment;
  }

  LayerRows rows() {
    return rows;
  }

  int size() {
    return rows.size();
  }

  /** NEVER when nobody wrote it down. */
  long reported(int hazard) {
    return reported[hazard];
  }

  long resolved(int hazard) {
    return resolved[hazard];
  }

  long rejected(int hazard) {
    return rejected[hazard];
  }

  long deadline(int hazard) {
    return deadlines[hazard];
  }

  /** The first of all that was done about it. */
  long acted(int hazard) {
    return acted[hazard];
  }

  /** Null when nobody wrote it down. */
  String severity(int hazard) {
    return severities[hazard];
  }

  /** Null when nobody wrote it down. */
  String finder(int hazard) {
    return finders[hazard];
  }

  boolean isReportedUnknown(int hazard) {
    return reported[hazard] == NEVER;
  }

  boolean isReportedBy(int hazard, long moment) {
    return isBy(reported[hazard], moment);
  }

  /** When it was resolved or rejected, whichever was first; the greatest moment when neither. */
  long ended(int hazard) {
    long end = earliest(resolved[hazard], rejected[hazard]);
    return end == NEVER ? Long.MAX_VALUE : end;
  }

  /** Known to have ended although nobody knows when. */
  boolean isEndUnknown(int hazard) {
    return endUnknown[hazard];
  }

  /** Reported by then, and known to have ended although nobody knows when. */
  boolean isEndUnknown(int hazard, long moment) {
    return endUnknown[hazard] && isReportedBy(hazard, moment);
  }

  boolean isResolvedBy(int hazard, long moment) {
    return isBy(resolved[hazard], moment);
  }

  boolean isRejectedBy(int hazard, long moment) {
    return isBy(rejected[hazard], moment);
  }

  boolean isOpenAt(int hazard, long moment) {
    return isReportedBy(hazard, moment)
        && !endUnknown[hazard]
        && !isResolvedBy(hazard, moment)
        && !isRejectedBy(hazard, moment);
  }

  boolean hasDeadline(int hazard) {
    return deadlines[hazard] != NEVER;
  }

  boolean isDueBy(int hazard, long moment) {
    return isBy(deadlines[hazard], moment);
  }

  boolean isOnTime(int hazard) {
    return hasDeadline(hazard) && isResolvedBy(hazard, deadlines[hazard]);
  }

  /** The latest time of any hazard up to a moment; NEVER when there is none. */
  long latestUpTo(long moment) {
    return LongStream.of(NEVER, latest(reported, moment), latest(resolved, moment))
        .map(time -> Math.max(time, Math.max(latest(rejected, moment), latest(acted, moment))))
        .max()
        .getAsLong();
  }

  /** The first report of all; the greatest of all moments when there is none. */
  long firstReport() {
    return firstReport;
  }

  private static long latest(long[] moments, long moment) {
    return LongStream.of(moments).filter(time -> time <= moment).max().orElse(NEVER);
  }

  IntPredicate openAt(long moment) {
    return hazard -> isOpenAt(hazard, moment);
  }
}
