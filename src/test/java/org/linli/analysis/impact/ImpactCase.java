package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.impact.ImpactTown.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.layer.Audience;

/**
 * A street of four houses, 10 m wide, and two projects on it, worked out by hand. A, at (0, 0),
 * reaches 300 m: house 1 (walls from 100 m, 10 people in 4 households), house 2 (its wall 299.9 m
 * away, 20 people, households unknown) and not house 3 (300.1 m, 40 people in 16). B, at (500, 0),
 * reaches house 2, house 3 (from 189.9 m) and house 4 (residents unknown, 5 households).
 */
abstract class ImpactCase {
  final GridTown town =
      new GridTown()
          .layer("hazards")
          .layer("green_spaces")
          .building("1", 100, -5, with("residents", 10L), with("households", 4L))
          .building("2", 299.9, -5, with("residents", 20L))
          .building("3", 300.1, 20, with("residents", 40L), with("households", 16L))
          .building("4", 600, -5, with("households", 5L));

  GridTown project(String code, double x, GridTown.Value... values) {
    return town.put("projects", code, point(x, 0), values);
  }

  static GridTown.Value date(String field, String day) {
    return with(field, LocalDate.parse(day));
  }

  ImpactCase twoProjects() {
    project(
        "A",
        0,
        with("status", "maintained"),
        date("draft_at", "2025-01-01"),
        date("proposed_at", "2025-01-11"),
        date("reviewed_at", "2025-01-31"),
        date("completed_at", "2025-06-15"),
        with("cost", 700.0),
        with("contributions", 6L),
        with("funding_public", 200.0),
        with("funding_match", 100.0),
        with("funding_crowdfunding", 250.0),
        with("funding_donation", 100.0),
        with("funding_in_kind", 50.0),
        with("givers", 12L),
        with("largest_giver_percent", 50.0),
        with("rating", 4.0),
        with("ratings", 10L),
        with("rating_spread", 1.0),
        with("check_3m", "passed"),
        date("check_3m_at", "2025-09-20"),
        with("check_12m", "failed"),
        date("check_12m_at", "2026-06-15"));
    project(
        "B",
        500,
        with("status", "completed"),
        date("draft_at", "2025-01-01"),
        date("proposed_at", "2025-01-31"),
        date("reviewed_at", "2025-01-30"),
        date("completed_at", "2026-03-16"),
        with("funding_public", 0.0),
        with("funding_match", 0.0),
        with("funding_crowdfunding", 300.0),
        with("funding_donation", 0.0),
        with("funding_in_kind", 0.0),
        with("givers", 2L),
        with("largest_giver_percent", 90.0),
        with("contributions", 9L),
        with("rating", 1.0),
        with("ratings", 9L),
        with("rating_spread", 0.0));
    return this;
  }

  AnalysisResult result() {
    return result(town.inputs(), GridTown.AS_OF);
  }

  static AnalysisResult result(AnalysisInputs inputs, String asOf) {
    return new ImpactAnalysis()
        .result(
            inputs,
            ImpactAnalysis.DEFINITION.values(Map.of("asOf", asOf), Audience.STAFF),
            Cancellation.NONE);
  }

  static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).hasValue(numerator);
    assertThat(metric.denominator()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
  }

  static List<String> left(Metric metric, String reason) {
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .findFirst()
        .map(exclusion -> exclusion.rows().codes())
        .orElse(List.of());
  }

  static GridTown.Value largest(double percent) {
    return with("largest_giver_percent", percent);
  }

  void funded(String code, GridTown.Value... more) {
    List<GridTown.Value> values =
        new ArrayList<>(
            List.of(
                date("completed_at", "2025-06-15"),
                with("funding_public", 10.0),
                with("funding_match", 0.0),
                with("funding_crowdfunding", 0.0),
                with("funding_in_kind", 0.0)));
    values.addAll(List.of(more));
    project(code, 0, values.toArray(GridTown.Value[]::new));
  }

  static double[] money(AnalysisResult result, String series) {
    return result.getSeries(series).points().stream()
        .map(Series.Point::value)
        .mapToDouble(value -> value.orElse(-1))
        .toArray();
  }

  void green(String code, org.locationtech.jts.geom.Geometry place, String by, String day) {
    town.put("green_spaces", code, place, with("restored_by", by), date("restored_at", day));
  }

  void rated(String code, long ratings) {
    project(
        code, 0, date("completed_at", "2025-06-15"), with("rating", 3.0), with("ratings", ratings));
  }
}
