package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Series;

/**
 * How long ago somebody last came, as histograms of buildings and of the people known to live in
 * them, and how both stand by class. Only buildings with the duty count.
 *
 * <p>A key of {@code age.buildings} and {@code age.residents} is {@code {days}/{class}}: the bar of
 * whole days since the last pass from this number to just below the next one, the last bar open,
 * and the class of those counted there, such as {@code 1/overdue}. Every bar has a point for each
 * of fresh, due, overdue and neglected; after them come {@code never/never}, and {@code
 * unknown/unknown} for those not watched long enough. A key of {@code class.buildings} and {@code
 * class.residents} is the class. The points of a series add up to all buildings with the duty, or
 * to the residents of those where they are known.
 */
final class GapAges {
  /** Where the bars begin, in days; fine where the daily round is due, coarse for visits. */
  private static final int[] DAYS = {0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365};

  private static final List<Standing> SEEN =
      List.of(Standing.FRESH, Standing.DUE, Standing.OVERDUE, Standing.NEGLECTED);
  private static final List<Standing> UNSEEN = List.of(Standing.NEVER, Standing.UNKNOWN);

  private final Scope scope;
  private final Watch watch;

  GapAges(Scope scope) {
    this.scope = scope;
    this.watch = scope.watch();
  }

  List<Series> series(Sums sums) {
    return List.of(
        ages("age.buildings", sums, 0),
        ages("age.residents", sums, 1),
        classes("class.buildings", sums, 0),
        classes("class.residents", sums, 1));
  }

  /** Buildings and residents by bar and class. */
  Sums sums() {
    Precinct precinct = watch.precinct();
    Sums sums = new Sums(2 * (DAYS.length + 1) * Standing.ALL.length);
    scope
        .owed()
        .forEach(
            b -> {
              int bar = bar(b);
              Standing standing = watch.standing(b);
              sums.add(at(bar, standing, 0), 1L);
              if (precinct.knowsResidents(b)) {
                sums.add(at(bar, standing, 1), precinct.residents(b));
              }
            });
    return sums;
  }

  private static int at(int bar, Standing standing, int weight) {
    return 2 * (bar * Standing.ALL.length + standing.ordinal()) + weight;
  }

  private static Series ages(String id, Sums sums, int weight) {
    List<Series.Point> points = new ArrayList<>();
    for (int bar = 0; bar < DAYS.length; bar++) {
      for (Standing standing : SEEN) {
        points.add(
            Series.Point.of(
                DAYS[bar] + "/" + standing.code(), sums.get(at(bar, standing, weight))));
      }
    }
    for (Standing standing : UNSEEN) {
      String code = standing.code();
      points.add(Series.Point.of(code + "/" + code, sums.get(at(DAYS.length, standing, weight))));
    }
    return new Series(PatrolAnalysis.DEFINITION.getSeries(id), points);
  }

  /** The bar of a building; the one after the last where nobody ever came. */
  private int bar(int building) {
    long elapsed = watch.elapsed(building, watch.parameters().asOf());
    if (elapsed == LayerRows.NEVER) {
      return DAYS.length;
    }
    double days = elapsed / GapDays.MILLIS_PER_DAY;
    int bar = DAYS.length - 1;
    while (days < DAYS[bar]) {
      bar--;
    }
    return bar;
  }

  private static Series classes(String id, Sums sums, int weight) {
    List<Series.Point> points = new ArrayList<>();
    SEEN.forEach(s -> points.add(Series.Point.of(s.code(), ofClass(sums, s, weight))));
    UNSEEN.forEach(s -> points.add(Series.Point.of(s.code(), ofClass(sums, s, weight))));
    return new Series(PatrolAnalysis.DEFINITION.getSeries(id), points);
  }

  private static double ofClass(Sums sums, Standing standing, int weight) {
    return IntStream.rangeClosed(0, DAYS.length)
        .mapToDouble(bar -> sums.get(at(bar, standing, weight)))
        .sum();
  }
}
