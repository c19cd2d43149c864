package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.SortedValues;

/** How often and how long somebody was within reach in the window, and how evenly. */
final class PresenceMeasures {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final int LEAST_GAPS = 3;
  private static final int OWED = 0;
  private static final int PASSES = 1;
  private static final int MILLIS = 2;
  private static final int MILLIS_OF_PEOPLED = 3;
  private static final int RESIDENTS = 4;
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
    return millis(building) / MILLIS_PER_MINUTE;
  }

  private long millis(int building) {
    Spans presence = watch.presence();
    long millis = 0;
    for (int span = presence.first(building); span < presence.end(building); span++) {
      millis +=
          Math.max(0, Math.min(presence.exit(span), asOf) - Math.max(presence.entry(span), from));
    }
    return millis;
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

  List<Metric> metrics(Scope scope, Sums sums, SortedValues evenness) {
    double weeks = watch.parameters().windowDays() / 7;
    Precinct precinct = watch.precinct();
    return List.of(
        scope
            .over("presence.passes_per_week", watch::isOwed)
            .quotient(sums.get(PASSES), sums.get(OWED) * weeks, "nothing_to_count"),
        scope.over("presence.minutes", watch::isOwed).value(sums.get(MILLIS) / MILLIS_PER_MINUTE),
        scope
            .over(
                "presence.minutes_per_1000",
                b -> watch.isOwed(b) && precinct.knowsResidents(b),
                scope.residentsUnknown())
            .quotient(
                1000 * (sums.get(MILLIS_OF_PEOPLED) / MILLIS_PER_MINUTE),
                sums.get(RESIDENTS),
                "nothing_to_count"),
        evenness(scope, evenness));
  }

  Sums sums(Scope scope) {
    Sums sums = new Sums(5);
    scope.owed().forEach(b -> add(b, sums));
    return sums;
  }

  private void add(int building, Sums sums) {
    long millis = millis(building);
    sums.add(OWED, 1L);
    sums.add(PASSES, passes(building));
    sums.add(MILLIS, millis);
    if (watch.precinct().knowsResidents(building)) {
      sums.add(MILLIS_OF_PEOPLED, millis);
      sums.add(RESIDENTS, watch.precinct().residents(building));
    }
  }

  private Metric evenness(Scope scope, SortedValues evenness) {
    return scope
        .over(
            "presence.intermittency",
            b -> watch.isOwed(b) && intermittency(b).isPresent(),
            new Exclusion(
                "fewer_than_three_gaps",
                scope.where(b -> watch.isOwed(b) && intermittency(b).isEmpty())))
        .valueOr(median(evenness), "fewer_than_three_gaps");
  }

  /** Of all buildings that have one. */
  SortedValues evenness(Scope scope) {
    return SortedValues.of(
        scope
            .owed()
            .mapToObj(this::intermittency)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray());
  }

  private static OptionalDouble median(SortedValues sorted) {
    int size = sorted.size();
    return size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
  }
}
