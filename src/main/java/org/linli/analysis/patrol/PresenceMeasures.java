package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;

/** How often and how long somebody was within reach in the window, and how evenly. */
final class PresenceMeasures {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final int LEAST_GAPS = 3;
  private final Watch watch;
  private final long from;
  private final long asOf;

  PresenceMeasures(Watch watch) {
    this.watch = watch;
    this.from = watch.parameters().from();
    this.asOf = watch.parameters().asOf();
  }

  /** Passes that began in the window. */
  int passes(int building) {
    Spans passes = watch.passes();
    int count = 0;
    for (int pass = passes.first(building); pass < passes.end(building); pass++) {
      count += passes.entry(pass) >= from && passes.entry(pass) < asOf ? 1 : 0;
    }
    return count;
  }

  /** Minutes of the window with somebody within reach. */
  double minutes(int building) {
    Spans presence = watch.presence();
    long millis = 0;
    for (int span = presence.first(building); span < presence.end(building); span++) {
      millis +=
          Math.max(0, Math.min(presence.exit(span), asOf) - Math.max(presence.entry(span), from));
    }
    return millis / MILLIS_PER_MINUTE;
  }

  /**
   * Population SD ÷ mean of the times, exit to entry, between passes that began in the window;
   * empty under three.
   */
  OptionalDouble intermittency(int building) {
    Spans passes = watch.passes();
    double[] gaps =
        IntStream.range(
                passes.first(building) + 1,
                Math.max(passes.first(building) + 1, passes.end(building)))
            .filter(pass -> passes.entry(pass - 1) >= from && passes.entry(pass) < asOf)
            .mapToDouble(pass -> passes.entry(pass) - passes.exit(pass - 1))
            .toArray();
    if (gaps.length < LEAST_GAPS) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance = Arrays.stream(gaps).map(g -> (g - mean) * (g - mean)).average().orElseThrow();
    return mean == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance) / mean);
  }

  List<Metric> metrics(Scope scope) {
    return List.of(passesAWeek(scope), minutes(scope), minutesPerThousand(scope), evenness(scope));
  }

  private Metric passesAWeek(Scope scope) {
    double weeks = watch.parameters().windowDays() / 7;
    return scope
        .over("presence.passes_per_week", watch::isOwed)
        .quotient(
            scope.owed().map(this::passes).sum(), scope.owed().count() * weeks, "nothing_to_count");
  }

  private Metric minutes(Scope scope) {
    return scope
        .over("presence.minutes", watch::isOwed)
        .value(scope.owed().mapToDouble(this::minutes).sum());
  }

  private Metric minutesPerThousand(Scope scope) {
    Precinct precinct = watch.precinct();
    int[] peopled = scope.owed().filter(precinct::knowsResidents).toArray();
    return scope
        .over(
            "presence.minutes_per_1000",
            b -> watch.isOwed(b) && precinct.knowsResidents(b),
            scope.residentsUnknown())
        .quotient(
            1000 * Arrays.stream(peopled).mapToDouble(this::minutes).sum(),
            Arrays.stream(peopled).mapToDouble(precinct::residents).sum(),
            "nothing_to_count");
  }

  private Metric evenness(Scope scope) {
    int[] owed = scope.owed().toArray();
    return scope
        .over(
            "presence.intermittency",
            b -> watch.isOwed(b) && intermittency(b).isPresent(),
            new Exclusion(
                "fewer_than_three_gaps",
                scope.where(b -> watch.isOwed(b) && intermittency(b).isEmpty())))
        .valueOr(median(owed), "fewer_than_three_gaps");
  }

  private OptionalDouble median(int[] buildings) {
    double[] sorted =
        Arrays.stream(buildings)
            .mapToObj(this::intermittency)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }
}
