package org.linli.analysis.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** Which squares of a coverage map are told, by what could be worked out otherwise. */
class PublicSquaresTest {
  private static final Instant AS_OF = Instant.parse("2026-06-07T16:00:00Z");
  private static final AnalysisDefinition PATROL = AnalysisDefinitions.get("patrol");
  private static final LayerDefinition MAP = PATROL.getLayer("coverage_map");

  private final List<Feature> squares = new ArrayList<>();
  private final List<AreaMetrics> areas = new ArrayList<>();

  private void square(
      String code, long covered, long buildings, double reached, double people, String... places) {
    DerivedRow row =
        new DerivedRow(MAP)
            .text("band", "high")
            .real("coverage", (double) covered / buildings)
            .real("coverage_residents", reached / people)
            .whole("covered", covered)
            .whole("buildings", buildings)
            .real("residents_covered", reached)
            .real("residents", people)
            .text("within", places.length > 0 ? places[0] : null)
            .text("holds", places.length > 1 ? places[1] : "");
    squares.add(row.at(code, GridTown.box(0, 0, 0.001, 0.001)));
  }

  private static List<Metric> metrics(
      double covered, double buildings, double reached, double people) {
    return List.of(
        Metric.of(PATROL.getMetric("coverage.buildings"), AS_OF)
            .quotient(covered, buildings, "nothing_to_count"),
        Metric.of(PATROL.getMetric("coverage.residents"), AS_OF)
            .quotient(reached, people, "nothing_to_count"));
  }

  private void community(
      String code, double covered, double buildings, double reached, double people) {
    areas.add(
        new AreaMetrics(code, Optional.empty(), metrics(covered, buildings, reached, people)));
  }

  /** Each square's share of buildings, by code; none of those that are not told of. */
  private Map<String, Double> told(List<Metric> whole) {
    AnalysisResult result =
        new AnalysisResult(
            "patrol",
            AS_OF,
            Optional.empty(),
            false,
            whole,
            areas,
            List.of(),
            List.of(new DerivedLayer(MAP, squares::forEach)));
    Map<String, Double> told = new TreeMap<>();
    assertThat(Publication.of(result).getLayer("coverage_map").view(Audience.PUBLIC).count())
        .isEqualTo(squares.size());
    for (Feature square : Publication.of(result).getLayer("coverage_map").list()) {
      Object share = square.value(MAP.getIndex("coverage"));
      Object band = square.value(MAP.getIndex("band"));
      assertThat(band).isEqualTo(share == null ? "suppressed" : "high");
      assertThat(square.value(MAP.getIndex("buildings"))).isNull();
      assertThat(square.value(MAP.getIndex("residents"))).isNull();
      if (share != null) {
        told.put(square.code(), (Double) share);
      }
    }
    return told;
  }

  @Test
  void whatIsFitIsToldInWholePercent() {
    square("p", 4, 6, 80, 120);
    square("q", 5, 5, 50, 50);
    square("r", 0, 3, 0, 30);
    assertThat(told(metrics(9, 14, 130, 200))).isEqualTo(Map.of("p", 0.67, "q", 1.0, "r", 0.0));
  }

  /** Two buildings are too few, and so are nine people, and one person left over of forty. */
  @Test
  void aSquareOfFewIsNotTold() {
    square("p", 40, 60, 800, 1200);
    square("two", 1, 2, 100, 200);
    square("nine", 5, 10, 9, 100);
    square("one", 5, 10, 39, 40);
    assertThat(told(metrics(51, 82, 948, 1540))).containsOnlyKeys("p");
  }

  /**
   * r has two buildings; without it and q, the next smallest, 7 buildings and 70 people are left.
   */
  @Test
  void whatWouldTellOfItByTheWholeIsNotToldEither() {
    square("p", 4, 5, 80, 100);
    square("q", 5, 5, 50, 50);
    square("r", 2, 2, 20, 20);
    assertThat(told(metrics(11, 12, 150, 170))).containsOnlyKeys("p");
  }

  /** A is p and q and one home of four people, which A less p and q would tell of. */
  @Test
  void whatWouldTellOfItByACommunityIsNotToldEither() {
    square("p", 4, 5, 80, 100, "A");
    square("q", 5, 5, 50, 50, "A");
    square("s", 50, 60, 500, 600);
    community("A", 10, 11, 134, 154);
    community("B", 49, 59, 496, 596);
    assertThat(told(metrics(59, 70, 630, 750))).containsOnlyKeys("p", "s");
  }

  /** Of K's homes all lie in p, and beside them one home of four people. */
  @Test
  void aSquareThatTellsOfFewBesideACommunityIsNotTold() {
    square("p", 10, 11, 104, 154, "T", "K");
    square("q", 50, 60, 500, 600, "T");
    square("r", 50, 60, 500, 600, "T");
    community("K", 10, 10, 100, 150);
    community("L", 100, 121, 1004, 1204);
    assertThat(told(metrics(110, 131, 1104, 1354))).containsOnlyKeys("q", "r");
  }
}
