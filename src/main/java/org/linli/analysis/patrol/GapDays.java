package org.linli.analysis.patrol;

import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;

/** How long people wait beyond what is due, and how long nobody is near. */
final class GapDays {
  static final double MILLIS_PER_DAY = 86_400_000;
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private final Watch watch;
  private final Precinct precinct;
  private final long from;
  private final long asOf;

  GapDays(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.from = watch.parameters().from();
    this.asOf = watch.parameters().asOf();
  }

  /** Residents × days by which the building is overdue now; NaN when its residents are unknown. */
  double openNow(int building) {
    return precinct.residents(building) * watch.overdue(building, asOf) / MILLIS_PER_DAY;
  }

  /** Milliseconds of the window in which more than the interval had passed. */
  long overdueInWindow(int building) {
    if (!watch.isOwed(building)) {
      return 0;
    }
    Spans passes = watch.passes();
    long interval = watch.interval(building);
    long since = watch.watchedFrom(building);
    long total = 0;
    for (int pass = passes.first(building); pass < passes.end(building); pass++) {
      total += since == LayerRows.NEVER ? 0 : inWindow(since + interval, passes.entry(pass));
      since = passes.exit(pass);
    }
    return total + (since == LayerRows.NEVER ? 0 : inWindow(since + interval, asOf));
  }

  private long inWindow(long begin, long end) {
    return Math.max(0, Math.min(end, asOf) - Math.max(begin, from));
  }

  /**
   * The longest time without presence in the window.
   *
   * @param atLeast whether it touches an edge of the window, so that it may have been longer
   */
  record LongestGap(long millis, boolean atLeast) {}

  LongestGap longest(int building) {
    Spans presence = watch.presence();
    long begin = from;
    boolean atEdge = true;
    LongestGap longest = new LongestGap(0, false);
    for (int span = presence.first(building); span < presence.end(building); span++) {
      if (presence.exit(span) >= from) {
        longest = longer(longest, begin, presence.entry(span), atEdge);
        begin = presence.exit(span);
        atEdge = false;
      }
    }
    return longer(longest, begin, asOf, true);
  }

  private static LongestGap longer(LongestGap longest, long begin, long end, boolean atEdge) {
    return end - begin > longest.millis() ? new LongestGap(end - begin, atEdge) : longest;
  }

  List<Metric> metrics(Scope scope, Sums sums, long[] longest) {
    return List.of(openNow(scope, sums), inWindow(scope, sums), longestAnywhere(scope, longest));
  }

  /** Residents × milliseconds: open now, and of the window; where the residents are known. */
  Sums sums(Scope scope) {
    Sums sums = new Sums(2);
    scope
        .owed()
        .filter(precinct::knowsResidents)
        .forEach(
            b -> {
              sums.add(0, precinct.residents(b) * watch.overdue(b, asOf));
              sums.add(1, precinct.residents(b) * overdueInWindow(b));
            });
    return sums;
  }

  /** The gap open now, over the buildings whose residents are known. */
  Metric openNow(Scope scope) {
    return openNow(scope, sums(scope));
  }

  private Metric openNow(Scope scope, Sums sums) {
    return scope
        .over("gap.person_days", b -> watch.overdue(b, asOf) > 0, scope.residentsUnknown())
        .value(sums.get(0) / MILLIS_PER_DAY);
  }

  private Metric inWindow(Scope scope, Sums sums) {
    return scope
        .over("gap.person_days.window", b -> overdueInWindow(b) > 0, scope.residentsUnknown())
        .value(sums.get(1) / MILLIS_PER_DAY);
  }

  /** The longest gap of each building, in milliseconds. */
  long[] longest() {
    return IntStream.range(0, precinct.size()).mapToLong(b -> longest(b).millis()).toArray();
  }

  /** Ties go to the smallest code. */
  private Metric longestAnywhere(Scope scope, long[] longest) {
    int where = -1;
    for (int b = 0; b < longest.length; b++) {
      where = watch.isOwed(b) && (where < 0 || longest[b] > longest[where]) ? b : where;
    }
    int longestAt = where;
    Metric.Draft draft = scope.over("gap.longest", b -> b == longestAt);
    return where < 0
        ? draft.absent("nothing_to_count")
        : draft.bound(longest[where] / MILLIS_PER_HOUR, longest(where).atLeast());
  }
}
