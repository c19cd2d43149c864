package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Series;

/** The duty kept and the coverage as they stood at the end of each of the last whole days. */
final class Trend {
  private final Scope scope;
  private final Watch watch;
  private final LocalDate first;
  private final long[] ends;

  Trend(Scope scope) {
    this.scope = scope;
    this.watch = scope.watch();
    int days = watch.parameters().trendDays();
    this.first = CommunityTime.dayOf(watch.parameters().asOf()).minusDays(days);
    this.ends =
        first
            .plusDays(1)
            .datesUntil(first.plusDays(days + 1L))
            .mapToLong(CommunityTime::startOf)
            .toArray();
  }

  /** Turns kept and due in the window's length up to each day's end. */
  Sums keptSums() {
    return new DutyKept(scope).sums(ends);
  }

  /** Buildings covered and known at each day's end. */
  Sums coverageSums() {
    Sums sums = new Sums(2 * ends.length);
    scope
        .owed()
        .forEach(
            b -> {
              for (int i = 0; i < ends.length; i++) {
                Standing standing = watch.standing(b, ends[i]);
                sums.add(2 * i, standing.isCovered() ? 1L : 0);
                sums.add(2 * i + 1, standing.isKnown() ? 1L : 0);
              }
            });
    return sums;
  }

  /** The share of turns kept. */
  Series kept(Sums sums) {
    return series("trend.duty_kept", sums);
  }

  Series coverage(Sums sums) {
    return series("trend.coverage", sums);
  }

  private String key(int day) {
    return first.plusDays(day).toString();
  }

  private Series series(String id, Sums sums) {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      points.add(Series.Point.of(key(i), sums.get(2 * i), sums.get(2 * i + 1)));
    }
    return new Series(PatrolAnalysis.DEFINITION.getSeries(id), points);
  }
}
