package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.List;
import java.util.Map;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;

/** Every number of a patrol result, worked out by hand. Seen from Monday, 15 June 2026, 18:00. */
abstract class PatrolCase {
  final GridTown town = new GridTown();

  static AnalysisResult result(GridTown town, String... namesAndValues) {
    return PatrolClassesTest.review(town, namesAndValues).result();
  }

  AnalysisResult result(String... namesAndValues) {
    return result(town, namesAndValues);
  }

  static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).as("numerator of " + metric.id()).hasValue(numerator);
    assertThat(metric.denominator()).as("denominator of " + metric.id()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
  }

  static List<String> excluded(Metric metric, String reason) {
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .flatMap(exclusion -> exclusion.rows().codes().stream())
        .toList();
  }

  static double value(AnalysisResult result, String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  /**
   * Six homes, watched since 10 June 00:00.
   *
   * <pre>
   *   home  residents  last seen                elapsed   class      gap
   *   A     100        15 June 12:00              6 h     fresh      0
   *   B      50        14 June 18:00             24 h     due        0
   *   C      30        14 June 06:00             36 h     overdue    12 h
   *   D      20        12 June 18:00             72 h     neglected  48 h
   *   E      10        never; 10 June 00:00     138 h     never     114 h
   *   F     unknown    15 June 17:00              1 h     fresh      0
   *   G     999        no duty
   * </pre>
   */
  static GridTown sixHomes() {
    return new GridTown()
        .community(
            "T", box(-50, -50, 2000, 50), with("watched_from", java.time.LocalDate.of(2026, 6, 10)))
        .home("A", 0, 0, 100)
        .home("B", 200, 0, 50)
        .home("C", 400, 0, 30)
        .home("D", 600, 0, 20)
        .home("E", 800, 0, 10)
        .building("F", 1000, 0, with("patrol_interval_hours", 24.0))
        .building("G", 1200, 0, with("residents", 999L))
        .seen("A", "06-15 12:00")
        .seen("B", "06-14 18:00")
        .seen("C", "06-14 06:00")
        .seen("D", "06-12 18:00")
        .seen("F", "06-15 17:00");
  }

  static GridTown.Value[] reported(String at, String finder) {
    return new GridTown.Value[] {with("reported_at", time(at)), with("found_by", finder)};
  }

  /** The points of a series that are not 0. */
  static Map<String, Double> others(AnalysisResult result, String series) {
    return result.getSeries(series).points().stream()
        .filter(point -> point.value().orElseThrow() != 0)
        .collect(
            java.util.stream.Collectors.toMap(
                Series.Point::key, point -> point.value().getAsDouble()));
  }

  static Metric metric(AreaMetrics area, String id) {
    return area.metrics().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
