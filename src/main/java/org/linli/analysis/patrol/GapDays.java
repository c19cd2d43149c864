package org.linli.analysis.patrol;

import java.util.List;
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

  List<Metric> metrics(Scope scope) {
    return List.of(openNow(scope), inWindow(scope), longestAnywhere(scope));
  }

  /** The gap open now, over the buildings whose residents are known. */
  Metric openNow(Scope scope) {
    return scope
        .over("gap.person_days", b -> watch.overdue(b, asOf) > 0, scope.residentsUnknown())
        .value(scope.owed().filter(precinct::knowsResidents).mapToDouble(this::openNow).sum());
  }

  private Metric inWindow(Scope scope) {
    return scope
        .over("gap.person_days.window", b -> overdueInWindow(b) > 0, scope.residentsUnknown())
        .value(
            scope
                .owed()
                .filter(precinct::knowsResidents)
                .mapToDouble(b -> precinct.residents(b) * overdueInWindow(b) / MILLIS_PER_DAY)
                .sum());
  }

  /** Ties go to the smallest code. */
  private Metric longestAnywhere(Scope scope) {
    LongestGap greatest = null;
    int where = -1;
    for (int b : scope.owed().toArray()) {
      LongestGap longest = longest(b);
      if (greatest == null || longest.millis() > greatest.millis()) {
        greatest = longest;
        where = b;
      }
    }
    int longestAt = where;
    Metric.Draft draft = scope.over("gap.longest", b -> b == longestAt);
    return greatest == null
        ? draft.absent("nothing_to_count")
        : draft.bound(greatest.millis() / MILLIS_PER_HOUR, greatest.atLeast());
  }
}
