package org.linli.analysis.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.analysis.Metric;

/**
 * The numbers of people that an area's metrics tell, side by side: for each metric the numerator
 * (or the value of one that is no quotient) and the denominator.
 */
final class PeopleCounts {
  /** A number of people from 1 to below this is not told, nor one from which it follows. */
  private static final double FEWEST = 10;

  /** Counts are whole; this much is what adding them may have added. */
  private static final double NOISE = 1e-6;

  /** What a metric's numerator and denominator are. */
  private enum Kind {
    /** A part of people and all of them. */
    SHARE,
    /** Something for so many people: only the denominator counts them. */
    RATE,
    /** A number of people. */
    COUNT;

    static Kind of(Metric metric) {
      if (metric.denominator().isEmpty()) {
        return COUNT;
      }
      return metric.isPerPerson() ? RATE : SHARE;
    }
  }

  private final List<String> metrics;
  private final Kind[] kinds;

  /**
   * @param metrics those that count people, of the whole and of every area
   */
  PeopleCounts(List<Metric> metrics) {
    this.metrics = metrics.stream().map(Metric::id).distinct().toList();
    this.kinds = new Kind[this.metrics.size()];
    for (Metric metric : metrics) {
      int i = this.metrics.indexOf(metric.id());
      kinds[i] = kinds[i] == null || kinds[i] == Kind.COUNT ? Kind.of(metric) : kinds[i];
    }
  }

  /** What these metrics count; 0 for one that is not among them. */
  double[] of(List<Metric> some) {
    Map<String, Metric> byId =
        some.stream().collect(Collectors.toMap(Metric::id, metric -> metric, (one, two) -> one));
    double[] counts = new double[2 * metrics.size()];
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = byId.get(metrics.get(i));
      if (metric != null) {
        counts[2 * i] = part(metric, kinds[i]);
        counts[2 * i + 1] = metric.denominator().orElse(0);
      }
    }
    return counts;
  }

  private static double part(Metric metric, Kind kind) {
    return switch (kind) {
      case SHARE -> metric.numerator().orElse(0);
      case RATE -> 0;
      case COUNT -> metric.value().orElse(0);
    };
  }

  /**
   * Whether counts tell of few people: by themselves, by what is left of their denominator, or by
   * the difference of two denominators, one of which holds who is missing from the other. A count
   * without a denominator is held against the denominators, too.
   */
  boolean tellOfFew(double[] counts) {
    for (int i = 0; i < kinds.length; i++) {
      double part = counts[2 * i];
      double all = counts[2 * i + 1];
      boolean few = isFew(part) || isFew(all) || kinds[i] == Kind.SHARE && isFew(all - part);
      if (few || differsByFew(kinds[i] == Kind.COUNT ? part : all, counts)) {
        return true;
      }
    }
    return false;
  }

  private boolean differsByFew(double people, double[] counts) {
    for (int j = 0; j < kinds.length; j++) {
      if (kinds[j] != Kind.COUNT && isFew(Math.abs(counts[2 * j + 1] - people))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFew(double people) {
    return people > NOISE && people < FEWEST - NOISE;
  }
}
