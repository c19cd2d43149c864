package org.linli.analysis.impact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** What people thought of projects, where at least ten said so. */
final class Ratings {
  private static final int LEAST = 10;
  private static final String FEW = "few_ratings";

  private final Built built;
  private final double[] means;
  private final double[] counts;
  private final double[] spreads;

  Ratings(Built built) {
    this.built = built;
    this.means = built.projects().numbers("rating");
    this.counts = built.projects().numbers("ratings");
    this.spreads = built.projects().numbers("rating_spread");
  }

  private boolean isTold(int project) {
    return counts[project] >= LEAST && !Double.isNaN(means[project]);
  }

  /** Empty under ten ratings. */
  OptionalDouble mean(int project) {
    return isTold(project) ? OptionalDouble.of(means[project]) : OptionalDouble.empty();
  }

  /** How many, to the nearest ten as all counts of people are told; empty under ten. */
  OptionalLong countToTen(int project) {
    return isTold(project)
        ? OptionalLong.of(10 * Math.round(counts[project] / 10))
        : OptionalLong.empty();
  }

  /** The standard deviation; empty under ten ratings. */
  OptionalDouble spread(int project) {
    return isTold(project) && !Double.isNaN(spreads[project])
        ? OptionalDouble.of(spreads[project])
        : OptionalDouble.empty();
  }

  List<Metric> metrics() {
    RowSet told = built.where(this::isTold);
    RowSet spread = built.where(project -> spread(project).isPresent());
    Exclusion few = built.without(FEW, project -> !isTold(project));
    Metric.Draft deviation =
        built.draft(
            "rating.spread",
            spread,
            few,
            built.without(
                "spread_unknown", project -> isTold(project) && !spread.contains(project)));
    return List.of(
        built.draft("rating.mean", told, few).quotient(sum(told), count(told), FEW),
        deviation.valueOr(deviation(spread), FEW),
        built.draft("rating.count", told, few).value(count(told)));
  }

  private double count(RowSet some) {
    return some.rows().mapToDouble(project -> counts[project]).sum();
  }

  private double sum(RowSet some) {
    return some.rows().mapToDouble(project -> counts[project] * means[project]).sum();
  }

  /** Of all ratings together, within projects and between them. */
  private OptionalDouble deviation(RowSet some) {
    if (some.isEmpty()) {
      return OptionalDouble.empty();
    }
    double mean = sum(some) / count(some);
    double squares =
        some.rows()
            .mapToDouble(p -> counts[p] * (square(spreads[p]) + square(means[p] - mean)))
            .sum();
    return OptionalDouble.of(Math.sqrt(squares / count(some)));
  }

  private static double square(double number) {
    return number * number;
  }
}
