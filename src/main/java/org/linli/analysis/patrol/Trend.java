package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Series;
import org.linli.layer.LocalText;

/** The duty kept and the coverage as they stood at the end of each of the last whole days. */
final class Trend {
  private final Watch watch;
  private final LocalDate last;

  Trend(Watch watch) {
    this.watch = watch;
    LocalDate day = CommunityTime.dayOf(watch.parameters().asOf());
    this.last = day.minusDays(1);
  }

  /** The share of turns kept in the window's length up to each day's end. */
  Series kept() {
    DutyKept kept = new DutyKept(watch);
    long window = watch.parameters().asOf() - watch.parameters().from();
    return series(
        "trend.duty_kept",
        new LocalText("履职率", "Duty kept", "ལས་འགན་སྒྲུབ་ཚད།"),
        end -> {
          DutyKept.Tally tally = kept.between(end - window, end);
          return quotient(tally.kept(), tally.due());
        });
  }

  Series coverage() {
    return series(
        "trend.coverage",
        new LocalText("楼栋覆盖率", "Buildings covered", "ཁང་བརྩེགས་ཁྱབ་ཚད།"),
        this::coverageAt);
  }

  private OptionalDouble coverageAt(long moment) {
    long covered = 0;
    long known = 0;
    for (int b = 0; b < watch.precinct().size(); b++) {
      Standing standing = watch.standing(b, moment);
      covered += standing.isCovered() ? 1 : 0;
      known += standing.isKnown() ? 1 : 0;
    }
    return quotient(covered, known);
  }

  private static OptionalDouble quotient(long numerator, long denominator) {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }

  private interface AtMoment {
    OptionalDouble value(long moment);
  }

  private Series series(String id, LocalText title, AtMoment measure) {
    List<Series.Point> points = new ArrayList<>();
    for (int back = watch.parameters().trendDays() - 1; back >= 0; back--) {
      LocalDate day = last.minusDays(back);
      long end = CommunityTime.startOf(day.plusDays(1));
      points.add(new Series.Point(day.toString(), measure.value(end)));
    }
    return new Series(id, title, "share", points);
  }
}
