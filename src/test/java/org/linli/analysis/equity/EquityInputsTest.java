package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.equity.EquityTown.left;
import static org.linli.analysis.equity.EquityTown.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.MetricDefinition;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;

/** What comes of layers that are empty, missing, or lack what is needed. */
class EquityInputsTest {
  private final EquityTown town = new EquityTown();

  /** Every metric is there, with a value or a reason in words. */
  private static AnalysisResult sound(AnalysisResult result) {
    for (Metric metric : result.metrics()) {
      metric.absence().ifPresent(EquityAnalysis.DEFINITION::getReason);
      metric.exclusions().forEach(one -> EquityAnalysis.DEFINITION.getReason(one.reason()));
    }
    result.areas().stream()
        .flatMap(area -> area.metrics().stream())
        .flatMap(metric -> metric.absence().stream())
        .forEach(EquityAnalysis.DEFINITION::getReason);
    assertThat(result.metrics())
        .extracting(Metric::id)
        .containsExactlyInAnyOrderElementsOf(
            EquityAnalysis.DEFINITION.metrics().stream().map(MetricDefinition::id).toList());
    assertThat(result.series()).hasSameSizeAs(EquityAnalysis.DEFINITION.series());
    return result;
  }

  private static void requireAbsent(AnalysisResult result, String reason, String... metrics) {
    for (String metric : metrics) {
      assertThat(result.getMetric(metric).absence()).as(metric).hasValue(reason);
    }
  }

  @Test
  void allLayersMayBeEmpty() {
    town.paper().layer("green_spaces").layer("hazards");
    AnalysisResult result = sound(town.result());
    assertThat(result.metrics()).allMatch(one -> one.absence().orElse("").equals("no_records"));
    assertThat(result.areas()).isEmpty();
    assertThat(result.dataUntil()).isEmpty();
  }

  /** Where no project was ever recorded, "nothing" would be a guess. */
  @Test
  void withoutARecordOfAnyProjectNobodyIsSaidToHaveNothing() {
    town.village("A", 0, 100L).village("B", 2000, 100L);
    AnalysisResult result = sound(town.result());
    requireAbsent(result, "no_records", "equity.nothing", "equity.projects", "equity.reached");
    assertThat(result.getSeries("equity.nothing.nearest").points()).isEmpty();
    assertThat(EquityTown.of(result, "A", "equity.reached").absence()).hasValue("no_records");
  }

  @Test
  void aMomentBeforeAllDataHasNoRecords() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    AnalysisResult result = sound(town.result("asOf", "2026-04-30T23:59:59+08:00"));
    requireAbsent(result, "no_records", "equity.nothing", "equity.projects.gini");
    AnalysisResult later = sound(town.result("asOf", "2026-05-01T00:00:00+08:00"));
    assertThat(number(later, "equity.projects.gini")).isEqualTo(0.5);
    assertThat(later.dataUntil()).hasValue(Instant.parse("2026-04-30T16:00:00Z"));
  }

  /** Both villages have nothing, none is less equal than the other, and no project is near. */
  @Test
  void projectsThatAreAllStillBeingBuiltLeaveEverybodyWithNothing() {
    town.village("A", 0, 100L)
        .village("B", 2000, 100L)
        .project(
            "P",
            0,
            0,
            with("status", "building"),
            with("proposed_at", LocalDate.of(2026, 1, 5)),
            with("completed_at", LocalDate.of(2026, 6, 1)));
    AnalysisResult result = sound(town.result());
    assertThat(number(result, "equity.nothing")).isEqualTo(1);
    assertThat(number(result, "equity.projects")).isZero();
    assertThat(number(result, "equity.money")).isZero();
    requireAbsent(result, "nothing_to_share", "equity.projects.gini", "equity.money.gini.chance");
    assertThat(left(result, "equity.projects", "not_standing")).containsExactly("P");
    assertThat(result.getSeries("equity.nothing.nearest").points())
        .hasSize(2)
        .allMatch(point -> point.value().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "completed, 2026-06-15, , true",
    "completed, 2026-06-16, , false",
    "maintained, 2026-05-01, , true",
    "lapsed, 2026-05-01, 2026-06-14, false",
    "lapsed, 2026-05-01, 2026-06-20, true",
    "building, 2026-05-01, , false",
  })
  void aProjectStandsFromItsCompletionUntilItLapses(
      String status, LocalDate completed, LocalDate lapsed, boolean stands) {
    town.village("A", 0, 100L)
        .village("B", 2000, 100L)
        .project("O", 2000, 0)
        .project(
            "P",
            0,
            0,
            with("status", status),
            with("completed_at", completed),
            with("lapsed_at", lapsed));
    assertThat(number(town.result(), "A", "equity.reached")).isEqualTo(stands ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "maintained"})
  void aProjectBuiltNobodyKnowsWhenIsReported(String status) {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("O", 2000, 0);
    town.project("P", 0, 0, with("status", status));
    AnalysisResult result = sound(town.result());
    assertThat(left(result, "equity.projects", "undated")).containsExactly("P");
    assertThat(number(result, "equity.reached")).isEqualTo(1);
  }

  @Test
  void whereNoResidentsAreKnownNoRateIsGiven() {
    town.village("A", 0, null).village("B", 2000, null).project("P", 0, 0);
    AnalysisResult result = sound(town.result());
    requireAbsent(result, "nobody_known", "equity.projects", "equity.nothing");
    requireAbsent(result, "fewer_than_two_communities", "equity.projects.gini");
    assertThat(left(result, "equity.projects", "reaches_nobody")).containsExactly("P");
    assertThat(left(result, "equity.projects", "residents_unknown")).containsExactly("A1", "B1");
    assertThat(EquityTown.of(result, "A", "equity.projects").absence()).hasValue("nobody_known");
  }

  /** A's counted house is 500 m off, the one at the project was never counted. */
  @Test
  void aCommunityReachedOnlyWhereNobodyCountedIsNotSaidToHaveNothing() {
    town.village("A", 0, null)
        .home("A2", "A", 500, 0, 50L)
        .village("B", 2000, 100L)
        .village("C", 4000, 100L)
        .project("P", 0, 0)
        .project("Q", 2000, 0);
    AnalysisResult result = sound(town.result());
    assertThat(result.getSeries("equity.nothing.nearest").points())
        .extracting(point -> point.key())
        .containsExactly("C");
    assertThat(left(result, "equity.nothing", "amount_unknown")).containsExactly("A");
    assertThat(result.getMetric("equity.nothing").denominator()).hasValue(2);
    assertThat(EquityTown.of(result, "A", "equity.reached").absence()).hasValue("amount_unknown");
  }

  @Test
  void aCommunityWhoseOnlyCostIsUnknownIsNotSaidToHaveHadNoMoney() {
    town.village("A", 0, 100L).village("B", 2000, 100L).village("C", 4000, 100L);
    town.project("P", 0, 0).project("Q", 2000, 0, with("cost", 5.0));
    AnalysisResult result = sound(town.result());
    assertThat(left(result, "equity.money", "amount_unknown")).containsExactly("A");
    assertThat(result.getMetric("equity.money").denominator()).hasValue(200);
    assertThat(EquityTown.of(result, "A", "equity.money").absence()).hasValue("amount_unknown");
    assertThat(number(result, "C", "equity.money")).isZero();
    // Of B and C, B has all.
    assertThat(number(result, "equity.money.gini")).isEqualTo(0.5);
  }

  @Test
  void withoutAnyCostThereIsNoMoneyToSpeakOf() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    AnalysisResult result = sound(town.result());
    requireAbsent(
        result, "no_costs", "equity.money", "equity.money.gini", "equity.money.need.gini");
    assertThat(number(result, "equity.projects.gini")).isEqualTo(0.5);
  }

  @Test
  void withoutGreenOrHazardsTheirNumbersSayWhy() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    AnalysisResult result = sound(town.result());
    requireAbsent(result, "no_green_layer", "equity.green", "equity.green.gini");
    requireAbsent(result, "no_hazards_layer", "equity.projects.need.gini");
  }

  @Test
  void greenThatCannotBeCountedIsReported() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    town.paper()
        .put("green_spaces", "g1", box(0, 0, 10, 10), with("restored_by", "nobody"))
        .put("green_spaces", "g2", null, with("restored_by", "P"))
        .put(
            "green_spaces",
            "g3",
            box(0, 0, 10, 10),
            with("restored_by", "P"),
            with("restored_at", LocalDate.of(2026, 6, 16)));
    AnalysisResult result = sound(town.result());
    assertThat(left(result, "equity.green", "project_unknown")).containsExactly("g1");
    assertThat(left(result, "equity.green", "no_area")).containsExactly("g2");
    assertThat(left(result, "equity.green", "green_not_by_then")).containsExactly("g3");
    assertThat(EquityTown.of(result, "A", "equity.green").absence()).hasValue("amount_unknown");
  }

  @Test
  void aProjectThatReachesNobodyBelongsToNobody() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0).project("Q", 1000, 900);
    town.paper().put("projects", "R", null, with("completed_at", EquityTown.COMPLETED));
    AnalysisResult result = sound(town.result());
    assertThat(left(result, "equity.projects", "reaches_nobody")).containsExactly("Q");
    assertThat(left(result, "equity.projects", "no_place")).containsExactly("R");
    assertThat(number(result, "equity.reached")).isEqualTo(1);
  }

  /** Those who live outside take their part of the project with them: 100 of 400 are in A. */
  @Test
  void theShareOfThoseWhoLiveInNoCommunityBelongsToNone() {
    town.village("A", 0, 100L).village("B", 2000, 100L).home("X", null, 150, 0, 300L);
    town.project("P", 80, 0);
    AnalysisResult result = sound(town.result());
    assertThat(number(result, "A", "equity.projects")).isEqualTo(2.5);
    assertThat(left(result, "equity.projects", "no_community")).containsExactly("X");
  }

  @Test
  void oneCommunityHasNoneToBeComparedWith() {
    town.village("A", 0, 100L).project("P", 0, 0);
    AnalysisResult result = sound(town.result());
    requireAbsent(result, "fewer_than_two_communities", "equity.projects.gini");
    assertThat(number(result, "equity.projects")).isEqualTo(10);
  }

  /** Of five lowest-level areas three are compounds; the grid, and the town above, are left. */
  @Test
  void theCommonestLevelIsThatOfMostLowestAreas() {
    town.village("A", 0, 100L).village("B", 2000, 100L).village("C", 4000, 100L);
    for (String code : List.of("G1", "G2")) {
      town.paper().community(code, box(0, 900, 10, 910), with("level", "grid"));
    }
    town.project("P", 0, 0);
    AnalysisResult result = sound(town.result());
    assertThat(result.areas()).extracting(area -> area.area()).containsExactly("A", "B", "C");
    assertThat(left(result, "equity.nothing", "other_level")).containsExactly("G1", "G2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildings", "communities", "projects"})
  void aLayerThatIsNotThereIsNamed(String role) {
    AnalysisInputs all = town.paper().inputs();
    var views = new java.util.HashMap<>(all.views());
    views.remove(role);
    assertThatThrownBy(() -> result(new AnalysisInputs(views)))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.parameter()).isEqualTo(role));
  }

  @ParameterizedTest
  @CsvSource({
    "buildings, residents",
    "projects, completed_at",
    "green_spaces, restored_by",
    "hazards, reported_at"
  })
  void aLayerWithoutTheFieldIsNamed(String role, String field) {
    town.paper().layer("green_spaces").layer("hazards");
    town.paper().define(without(role, field));
    assertThatThrownBy(() -> town.result())
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo(role);
              assertThat(refused.detail().en()).contains(field);
            });
  }

  private static LayerDefinition without(String layer, String field) {
    LayerDefinition whole = BuiltInLayers.find(layer).orElseThrow();
    return whole.withFields(
        whole.fields().stream().filter(one -> !one.name().equals(field)).toList());
  }

  private static AnalysisResult result(AnalysisInputs inputs) {
    return new EquityAnalysis()
        .result(
            inputs,
            EquityAnalysis.DEFINITION.values(
                java.util.Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
            Cancellation.NONE);
  }

  @Test
  void drawsStopWhenNobodyWaits() {
    town.village("A", 0, 100L).village("B", 2000, 100L).project("P", 0, 0);
    AtomicInteger checks = new AtomicInteger();
    Cancellation after50 = () -> checks.incrementAndGet() > 50;
    assertThatThrownBy(() -> town.result(after50)).isInstanceOf(CancelledException.class);
    assertThat(checks).hasValue(51);
  }
}
