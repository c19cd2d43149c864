package org.linli.analysis.equity;

import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;

/** A town of compounds and projects on squared paper. Its projects were completed in May 2026. */
final class EquityTown {
  static final LocalDate COMPLETED = LocalDate.of(2026, 5, 1);
  private final GridTown town =
      new GridTown().layer("buildings").layer("communities").layer("projects");

  GridTown paper() {
    return town;
  }

  /** A compound as a square of 200 m around a place. */
  EquityTown compound(String code, double x, double y) {
    town.community(code, box(x - 100, y - 100, x + 100, y + 100), with("level", "compound"));
    return this;
  }

  EquityTown home(String code, String compound, double x, double y, Long residents) {
    town.building(code, x, y, with("community_code", compound), with("residents", residents));
    return this;
  }

  /** A compound with one house in its middle. */
  EquityTown village(String code, double x, Long residents) {
    return compound(code, x, 0).home(code + "1", code, x, 0, residents);
  }

  EquityTown project(String code, double x, double y, GridTown.Value... more) {
    List<GridTown.Value> values = new ArrayList<>(List.of(more));
    if (Stream.of(more).noneMatch(value -> value.field().equals("status"))) {
      values.add(with("status", "completed"));
      values.add(with("completed_at", COMPLETED));
    }
    town.put("projects", code, point(x, y), values.toArray(GridTown.Value[]::new));
    return this;
  }

  AnalysisResult result(String... namesAndValues) {
    return result(Cancellation.NONE, namesAndValues);
  }

  AnalysisResult result(Cancellation cancellation, String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("asOf", GridTown.AS_OF));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new EquityAnalysis()
        .result(
            town.inputs(), EquityAnalysis.DEFINITION.values(given, Audience.STAFF), cancellation);
  }

  static double number(AnalysisResult result, String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  static Metric of(AnalysisResult result, String area, String metric) {
    return result.areas().stream()
        .filter(one -> one.area().equals(area))
        .flatMap(one -> one.metrics().stream())
        .filter(one -> one.id().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  static double number(AnalysisResult result, String area, String metric) {
    return of(result, area, metric).value().orElseThrow();
  }

  static List<String> left(AnalysisResult result, String metric, String reason) {
    return result.getMetric(metric).exclusions().stream()
        .filter(one -> one.reason().equals(reason))
        .flatMap(one -> one.rows().codes().stream())
        .toList();
  }
}
