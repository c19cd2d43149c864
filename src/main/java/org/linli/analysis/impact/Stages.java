package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** How many days projects spent in each stage, from its date to that of the next. */
final class Stages {
  private static final double DAY_MILLIS = 24 * 3_600_000.0;
  private final Built built;
  private final long[][] dates;

  Stages(Built built) {
    this.built = built;
    this.dates = built.projects().stages();
  }

  /** The stages that have an end. */
  static List<String> ended() {
    return Projects.STAGES.subList(0, Projects.STAGES.size() - 1);
  }

  /** NaN where one of the dates is missing or later than asOf; negative where out of order. */
  private double between(int stage, int project) {
    long from = dates[stage][project];
    long to = dates[stage + 1][project];
    boolean known =
        from != LayerRows.NEVER && to != LayerRows.NEVER && to <= built.asOf().toEpochMilli();
    return known ? (to - from) / DAY_MILLIS : Double.NaN;
  }

  OptionalDouble days(int stage, int project) {
    double days = between(stage, project);
    return days >= 0 ? OptionalDouble.of(days) : OptionalDouble.empty();
  }

  List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < ended().size(); i++) {
      metrics.add(median(i));
    }
    return metrics;
  }

  private Metric median(int stage) {
    RowSet known = built.where(project -> between(stage, project) >= 0);
    double[] days = known.rows().mapToDouble(project -> between(stage, project)).sorted().toArray();
    return built
        .draft(
            "stage.days." + ended().get(stage),
            known,
            built.without("stage_undated", project -> Double.isNaN(between(stage, project))),
            built.without("dates_out_of_order", project -> between(stage, project) < 0))
        .valueOr(median(days), "stage_undated");
  }

  private static OptionalDouble median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? OptionalDouble.of(sorted[half])
        : Arrays.stream(sorted, Math.max(0, half - 1), Math.min(sorted.length, half + 1)).average();
  }
}
