package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;

/**
 * The days (of the visit duty: months) of the window on which somebody had to come, and on which
 * somebody did. Only whole days count that began when records were kept already. Where the duty is
 * due less often than daily (monthly), as many days (months) as the interval has, rounded, are one
 * turn, counted from the window's first.
 */
final class DutyKept {
  private static final double MILLIS_PER_MONTH = 30 * 86_400_000.0;
  private final Watch watch;
  private final double millisPerTurn;

  DutyKept(Watch watch) {
    this.watch = watch;
    this.millisPerTurn = isMonthly(watch) ? MILLIS_PER_MONTH : GapDays.MILLIS_PER_DAY;
  }

  private static boolean isMonthly(Watch watch) {
    return watch.parameters().duty() == Duty.MONTHLY_VISIT;
  }

  /** Turns kept and turns due. */
  record Tally(long kept, long due) {}

  Tally between(long from, long to) {
    return tally(isMonthly(watch) ? months(from, to) : days(from, to));
  }

  /** The starts of all whole days in {@code [from, to)}, and the end of the last. */
  private static long[] days(long from, long to) {
    List<Long> edges = new ArrayList<>();
    LocalDate day = CommunityTime.firstWholeDay(from);
    while (CommunityTime.startOf(day) <= to) {
      edges.add(CommunityTime.startOf(day));
      day = day.plusDays(1);
    }
    return edges.stream().mapToLong(Long::longValue).toArray();
  }

  private static long[] months(long from, long to) {
    List<Long> edges = new ArrayList<>();
    YearMonth month = YearMonth.from(CommunityTime.dayOf(from));
    while (CommunityTime.startOf(month.atDay(1)) <= to) {
      long start = CommunityTime.startOf(month.atDay(1));
      if (start >= from) {
        edges.add(start);
      }
      month = month.plusMonths(1);
    }
    return edges.stream().mapToLong(Long::longValue).toArray();
  }

  private Tally tally(long[] edges) {
    long kept = 0;
    long due = 0;
    for (int b = 0; b < watch.precinct().size(); b++) {
      if (watch.isOwed(b) && watch.watchedFrom(b) != LayerRows.NEVER) {
        int turn = (int) Math.max(1, Math.round(watch.interval(b) / millisPerTurn));
        for (int i = 0; i + turn < edges.length; i += turn) {
          if (edges[i] >= watch.watchedFrom(b)) {
            due++;
            kept += watch.passes().touches(b, edges[i], edges[i + turn]) ? 1 : 0;
          }
        }
      }
    }
    return new Tally(kept, due);
  }

  Metric metric() {
    Tally tally = between(watch.parameters().from(), watch.parameters().asOf());
    return new PatrolMetrics(watch)
        .overBuildings("duty.kept", watch::isOwed)
        .quotient(tally.kept(), tally.due(), "no_whole_turn_in_the_window");
  }
}
