package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Series;

/** The duty kept and the coverage as they stood at the end of each of the last whole days. */
final class Trend {
  private final Watch watch;
  private final DutyKept kept;
  private final LocalDate first;
  private final long[] ends;

  Trend(Watch watch, DutyKept kept) {
    this.watch = watch;
    this.kept = kept;
    int days = watch.parameters().trendDays();
    this.first = CommunityTime.dayOf(watch.parameters().asOf()).minusDays(days);
    this.ends =
        first
            .plusDays(1)
            .datesUntil(first.plusDays(days + 1L))
            .mapToLong(CommunityTime::startOf)
            .toArray();
  }

  /** The share of turns kept in the window's length up to each day's end. */
  Series kept() {
    DutyKept.Tally[] tallies = kept.before(ends);
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      points.add(Series.Point.of(key(i), tallies[i].kept(), tallies[i].due()));
    }
    return series("trend.duty_kept", points);
  }

  Series coverage() {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      points.add(coverageAt(key(i), ends[i]));
    }
    return series("trend.coverage", points);
  }

  private Series.Point coverageAt(String key, long moment) {
    long covered = 0;
    long known = 0;
    for (int b = 0; b < watch.precinct().size(); b++) {
      Standing standing = watch.standing(b, moment);
      covered += standing.isCovered() ? 1 : 0;
      known += standing.isKnown() ? 1 : 0;
    }
    return Series.Point.of(key, covered, known);
  }

  private String key(int day) {
    return first.plusDays(day).toString();
  }

  private static Series series(String id, List<Series.Point> points) {
    return new Series(PatrolAnalysis.DEFINITION.getSeries(id), points);
  }
}
