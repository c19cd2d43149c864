package org.linli.analysis.impact;

import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.layer.Audience;
import org.linli.layer.Feature;

/**
 * A town for asking what a project did to hazards. The project P stands at the post, proposed on 10
 * January and completed on 1 March 2025, with two buildings beside it. Six hundred metres apart, 2
 * km and more to the north, are places with one building each, whose hazards lie in the middle of
 * it: so each place is a square of its own, wherever the squares of 266 m begin. Before is from 11
 * January 2024, after to the last of February 2026; the records begin in 2023.
 */
final class ImpactTown {
  static final double PLACES_APART_METRES = 600;
  static final Instant BEFORE = Instant.parse("2024-06-01T00:00:00Z");
  static final Instant AFTER = Instant.parse("2025-06-01T00:00:00Z");
  final GridTown town = new GridTown().layer("hazards").layer("projects").layer("buildings");
  private final Map<String, String> given = new TreeMap<>(Map.of("asOf", GridTown.AS_OF));
  private int hazards;
  private int places;

  /** The project with two buildings beside it, and the first record. */
  static ImpactTown withProject() {
    ImpactTown town = new ImpactTown();
    town.hazard(-3000, -3000, Instant.parse("2023-12-01T00:00:00Z"));
    town.town.building("S1", 20, 20).building("S2", -40, 20);
    town.project("P", 0, 0, "2025-01-10", "2025-03-01");
    return town;
  }

  /** The same, on record since more than two years before. */
  static ImpactTown remembered() {
    ImpactTown town = withProject();
    town.hazard(-3000, -3000, Instant.parse("2022-12-01T00:00:00Z"));
    return town;
  }

  ImpactTown given(String parameter, String value) {
    given.put(parameter, value);
    return this;
  }

  ImpactTown project(String code, double x, double y, String proposed, String completed) {
    town.put(
        "projects",
        code,
        point(x, y),
        with("status", "completed"),
        with("proposed_at", LocalDate.parse(proposed)),
        with("completed_at", completed == null ? null : LocalDate.parse(completed)));
    return this;
  }

  ImpactTown hazard(double x, double y, Instant at, GridTown.Value... more) {
    GridTown.Value[] values = new GridTown.Value[more.length + 1];
    System.arraycopy(more, 0, values, 1, more.length);
    values[0] = with("reported_at", at);
    town.put("hazards", "H%05d".formatted(hazards++), point(x, y), values);
    return this;
  }

  /** So many hazards at a point before, and so many after. */
  ImpactTown hazards(double x, double y, int before, int after, GridTown.Value... more) {
    for (int i = 0; i < before; i++) {
      hazard(x, y, BEFORE.plusSeconds(3600L * i), more);
    }
    for (int i = 0; i < after; i++) {
      hazard(x, y, AFTER.plusSeconds(3600L * i), more);
    }
    return this;
  }

  /** So many places more with so many hazards each before and after. */
  ImpactTown places(int count, int before, int after) {
    for (int i = 0; i < count; i++, places++) {
      double x = PLACES_APART_METRES * (places % 5);
      double y = 2000 + PLACES_APART_METRES * (places / 5);
      town.building("B%03d".formatted(places), x, y);
      hazards(x + GridTown.SIDE_METRES / 2, y + GridTown.SIDE_METRES / 2, before, after);
    }
    return this;
  }

  AnalysisResult result() {
    ImpactAnalysis analysis = new ImpactAnalysis();
    return analysis.result(
        town.inputs(), ImpactAnalysis.DEFINITION.values(given, Audience.STAFF), Cancellation.NONE);
  }

  Feature row(String code) {
    return result().getLayer("project_impact").list().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static Object value(Feature row, String field) {
    return row.value(ImpactAnalysis.DEFINITION.getLayer("project_impact").getIndex(field));
  }

  static double number(Feature row, String field) {
    return ((Number) value(row, field)).doubleValue();
  }
}
