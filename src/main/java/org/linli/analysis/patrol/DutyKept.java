package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Metric;

/**
 * The days (of the visit duty: months) of a window on which somebody had to come, and on which
 * somebody did. Only whole days count that began when records were kept already. Where the duty is
 * due less often than daily (monthly), as many days (months) as the interval has, rounded, are one
 * turn, counted from the window's first.
 */
final class DutyKept {
  private static final double MILLIS_PER_MONTH = 30 * 86_400_000.0;
  private final Scope scope;
  private final Watch watch;
  private final double millisPerTurn;

  DutyKept(Scope scope) {
    this.scope = scope;
    this.watch = scope.watch();
    this.millisPerTurn = isMonthly(watch) ? MILLIS_PER_MONTH : GapDays.MILLIS_PER_DAY;
  }

  private static boolean isMonthly(Watch watch) {
    return watch.parameters().duty() == Duty.MONTHLY_VISIT;
  }

  /** Turns kept and turns due. */
  record Tally(long kept, long due) {}

  /** The starts of all whole days or months in {@code [from, to)}, and the end of the last. */
  private long[] edges(long from, long to) {
    LongStream starts =
        isMonthly(watch)
            ? LongStream.iterate(0, i -> i + 1)
                .map(i -> startOf(YearMonth.from(CommunityTime.dayOf(from)).plusMonths(i)))
                .dropWhile(start -> start < from)
            : LongStream.iterate(0, i -> i + 1)
                .map(i -> startOf(CommunityTime.firstWholeDay(from).plusDays(i)));
    return starts.takeWhile(start -> start <= to).toArray();
  }

  private static long startOf(LocalDate day) {
    return CommunityTime.startOf(day);
  }

  private static long startOf(YearMonth month) {
    return CommunityTime.startOf(month.atDay(1));
  }

  /** How many days or months make one turn at a building. */
  private int turn(int building) {
    return (int) Math.max(1, Math.round(watch.interval(building) / millisPerTurn));
  }

  /** The tally of the window of the same length that ends at each of some moments, ascending. */
  private Tally[] before(long[] ends) {
    long window = watch.parameters().asOf() - watch.parameters().from();
    Tally[] tallies = new Tally[ends.length];
    if (ends.length > 0) {
      Turns single = new Turns(edges(ends[0] - window, ends[ends.length - 1]));
      Arrays.setAll(tallies, i -> tally(ends[i] - window, ends[i], single));
    }
    return tallies;
  }

  /** Of the buildings with a turn every day or month: how many had to be seen in each, and were. */
  private final class Turns {
    private final long[] edges;
    private final long[] kept;
    private final long[] due;

    Turns(long[] edges) {
      this.edges = edges;
      this.kept = new long[edges.length];
      this.due = new long[edges.length];
      scope.owed().filter(b -> turn(b) == 1).forEach(this::add);
    }

    private void add(int building) {
      for (int i = 0; i + 1 < edges.length; i++) {
        if (watch.isWatchedAt(building, edges[i])) {
          due[i]++;
          kept[i] += watch.passes().touches(building, edges[i], edges[i + 1]) ? 1 : 0;
        }
      }
    }

    Tally in(long[] window) {
      int first = window.length == 0 ? 0 : Arrays.binarySearch(edges, window[0]);
      int end = first + Math.max(0, window.length - 1);
      return new Tally(Arrays.stream(kept, first, end).sum(), Arrays.stream(due, first, end).sum());
    }
  }

  private Tally tally(long from, long to, Turns single) {
    long[] edges = edges(from, to);
    Tally daily = single.in(edges);
    long kept = daily.kept();
    long due = daily.due();
    for (int b : scope.owed().filter(b -> turn(b) > 1).toArray()) {
      int turn = turn(b);
      for (int i = 0; i + turn < edges.length; i += turn) {
        if (watch.isWatchedAt(b, edges[i])) {
          due++;
          kept += watch.passes().touches(b, edges[i], edges[i + turn]) ? 1 : 0;
        }
      }
    }
    return new Tally(kept, due);
  }

  /** Turns kept and due in the window. */
  Sums sums() {
    return sums(new long[] {watch.parameters().asOf()});
  }

  /** Turns kept and due in the window of the same length that ends at each of some moments. */
  Sums sums(long[] ends) {
    Sums sums = new Sums(2 * ends.length);
    Tally[] tallies = before(ends);
    for (int i = 0; i < ends.length; i++) {
      sums.add(2 * i, tallies[i].kept());
      sums.add(2 * i + 1, tallies[i].due());
    }
    return sums;
  }

  Metric metric() {
    return metric(sums());
  }

  Metric metric(Sums sums) {
    return scope
        .over("duty.kept", watch::isOwed)
        .quotient(sums.get(0), sums.get(1), "no_whole_turn_in_the_window");
  }
}
