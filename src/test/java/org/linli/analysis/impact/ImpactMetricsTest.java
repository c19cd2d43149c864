package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.impact.ImpactTown.number;
import static org.linli.analysis.impact.ImpactTown.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.snapshot.LayerView;

/**
 * A street of four houses, 10 m wide, and two projects on it, worked out by hand. A, at (0, 0),
 * reaches 300 m: house 1 (walls from 100 m, 10 people in 4 households), house 2 (its wall 299.9 m
 * away, 20 people, households unknown) and not house 3 (300.1 m, 40 people in 16). B, at (500, 0),
 * reaches house 2, house 3 (from 189.9 m) and house 4 (residents unknown, 5 households).
 */
class ImpactMetricsTest {
  private final GridTown town =
      new GridTown()
          .layer("hazards")
          .layer("green_spaces")
          .building("1", 100, -5, with("residents", 10L), with("households", 4L))
          .building("2", 299.9, -5, with("residents", 20L))
          .building("3", 300.1, 20, with("residents", 40L), with("households", 16L))
          .building("4", 600, -5, with("households", 5L));

  private GridTown project(String code, double x, GridTown.Value... values) {
    return town.put("projects", code, point(x, 0), values);
  }

  private static GridTown.Value date(String field, String day) {
    return with(field, LocalDate.parse(day));
  }

  private ImpactMetricsTest twoProjects() {
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

  private AnalysisResult result() {
    return result(town.inputs(), GridTown.AS_OF);
  }

  private static AnalysisResult result(AnalysisInputs inputs, String asOf) {
    return new ImpactAnalysis()
        .result(
            inputs,
            ImpactAnalysis.DEFINITION.values(Map.of("asOf", asOf), Audience.STAFF),
            Cancellation.NONE);
  }

  private static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).hasValue(numerator);
    assertThat(metric.denominator()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
  }

  private static List<String> left(Metric metric, String reason) {
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .findFirst()
        .map(exclusion -> exclusion.rows().codes())
        .orElse(List.of());
  }

  @Test
  void thoseReachedByTwoProjectsCountOnce() {
    AnalysisResult result = twoProjects().result();
    Metric residents = result.getMetric("reach.residents");
    assertThat(residents.value()).hasValue(70);
    assertThat(residents.counted().codes()).containsExactly("1", "2", "3");
    assertThat(left(residents, "residents_unknown")).containsExactly("4");
    assertThat(result.getMetric("reach.households").value()).hasValue(25);
    List<Feature> rows = result.getLayer("project_impact").list();
    assertThat(number(rows.get(0), "residents")).isEqualTo(30);
    assertThat(number(rows.get(0), "households")).isEqualTo(4);
    assertThat(number(rows.get(1), "residents")).isEqualTo(60);
    assertThat(number(rows.get(1), "households")).isEqualTo(21);
  }

  @Test
  void costAndContributionsAreOfTheProjectsThatKnowThem() {
    // The cost of B is not known, so neither are the people it alone reaches counted.
    AnalysisResult result = twoProjects().result();
    assertQuotient(result.getMetric("cost.per_resident"), 700, 30);
    assertThat(left(result.getMetric("cost.per_resident"), "cost_unknown")).containsExactly("B");
    assertQuotient(result.getMetric("contributions.per_household"), 15, 25);
    Feature first = result.getLayer("project_impact").list().get(0);
    assertThat(number(first, "cost_per_resident")).isEqualTo(700.0 / 30);
    assertThat(number(first, "contributions_per_household")).isEqualTo(6.0 / 4);
  }

  @Test
  void leverageIsOtherMoneyOverPublicMoney() {
    // (100 + 250 + 100 + 50 + 300) ÷ (200 + 0); B has none of its own to divide by.
    AnalysisResult result = twoProjects().result();
    assertQuotient(result.getMetric("funding.leverage"), 800, 200);
    assertQuotient(result.getMetric("funding.no_public"), 1, 2);
    List<Feature> rows = result.getLayer("project_impact").list();
    assertThat(number(rows.get(0), "leverage")).isEqualTo(2.5);
    assertThat(value(rows.get(1), "leverage")).isNull();
    assertThat(value(rows.get(1), "no_public_money")).isEqualTo(true);
    assertThat(money(result, "funding.stack")).containsExactly(200, 100, 550, 100, 50);
    // The largest giver of both may be one: 50 % of 500 and 90 % of 300 is 520 of 800, not over 80
    // %.
    assertThat(money(result, "funding.stack.told")).containsExactly(200, 100, 550, 100, 50);
  }

  @Test
  void whoPaidForAProjectIsToldUnlessItWouldTellWhatOneGave() {
    // A has 12 givers, the largest with half of it; B has 2.
    List<Feature> rows = twoProjects().result().getLayer("project_impact").list();
    assertThat(value(rows.get(0), "funding_told")).isEqualTo("told");
    assertThat(number(rows.get(0), "given_match")).isEqualTo(100);
    assertThat(number(rows.get(0), "given_crowdfunding")).isEqualTo(250);
    assertThat(number(rows.get(0), "given_donation")).isEqualTo(100);
    assertThat(number(rows.get(0), "given_in_kind")).isEqualTo(50);
    assertThat(value(rows.get(1), "funding_told")).isEqualTo("withheld");
    assertThat(value(rows.get(1), "given_crowdfunding")).isNull();
    assertThat(value(rows.get(1), "given_match")).isNull();
  }

  @Test
  void moneyWhoseGiversNobodyCountedIsNotTold() {
    funded("C", with("funding_donation", 40.0));
    funded("D", with("funding_donation", 40.0), with("givers", 9L));
    funded("E", with("funding_donation", 40.0), with("givers", 9L), largest(80.1));
    funded("F", with("funding_donation", 40.0), with("givers", 3L), largest(80));
    funded("G", with("funding_donation", 0.0));
    project("H", 0, date("completed_at", "2025-06-15"), with("funding_public", 5.0));
    List<Feature> rows = result().getLayer("project_impact").list();
    assertThat(rows.stream().map(row -> value(row, "funding_told")))
        .containsExactly("withheld", "withheld", "withheld", "told", "told", "unknown");
  }

  private static GridTown.Value largest(double percent) {
    return with("largest_giver_percent", percent);
  }

  private void funded(String code, GridTown.Value... more) {
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

  private static double[] money(AnalysisResult result, String series) {
    return result.getSeries(series).points().stream()
        .map(Series.Point::value)
        .mapToDouble(value -> value.orElse(-1))
        .toArray();
  }

  @Test
  void withoutPublicMoneyThereIsNoLeverageAndOneGiverIsNotTold() {
    project(
        "B",
        500,
        date("completed_at", "2026-03-16"),
        with("funding_public", 0.0),
        with("funding_match", 0.0),
        with("funding_crowdfunding", 300.0),
        with("funding_donation", 0.0),
        with("funding_in_kind", 0.0),
        with("givers", 3L),
        with("largest_giver_percent", 80.1));
    AnalysisResult result = result();
    assertThat(result.getMetric("funding.leverage").absence()).hasValue("no_public_money");
    assertThat(money(result, "funding.stack")).containsExactly(0, 0, 300, 0, 0);
    assertThat(money(result, "funding.stack.told")).containsOnly(-1);
  }

  @Test
  void fundingThatIsPartlyUnknownIsLeftOut() {
    project("C", 0, date("completed_at", "2025-06-15"), with("funding_public", 5.0));
    AnalysisResult result = result();
    assertThat(result.getMetric("funding.leverage").absence()).hasValue("funding_unknown");
    assertThat(left(result.getMetric("funding.leverage"), "funding_unknown")).containsExactly("C");
    assertThat(money(result, "funding.stack")).containsOnly(-1);
  }

  @Test
  void restoredGreenIsThatOfCompletedProjectsByThen() {
    twoProjects();
    green("G1", box(0, 50, 20, 80), "A", "2025-06-20");
    green("G2", box(40, 50, 50, 60), "B", "2026-06-16");
    green("G3", box(60, 50, 70, 60), "nobody", "2025-06-20");
    green("G4", point(0, 90), "A", "2025-06-20");
    Metric restored = result().getMetric("green.restored");
    // 20 × 30 m; coordinates are kept to the centimetre.
    assertThat(restored.value().orElseThrow()).isCloseTo(600, within(1.0));
    assertThat(restored.counted().codes()).containsExactly("G1");
    assertThat(left(restored, "no_area")).containsExactly("G4");
    assertThat(number(result().getLayer("project_impact").list().get(0), "green_restored"))
        .isCloseTo(600, within(1.0));
  }

  private void green(String code, org.locationtech.jts.geom.Geometry place, String by, String day) {
    town.put("green_spaces", code, place, with("restored_by", by), date("restored_at", day));
  }

  @Test
  void daysInAStageAreTheMedianOfThoseWithBothDatesInOrder() {
    // draft: 10 and 30 days, the median 20; proposed: 20 days, and −1 for B, which is left out.
    AnalysisResult result = twoProjects().result();
    assertThat(result.getMetric("stage.days.draft").value()).hasValue(20);
    Metric proposed = result.getMetric("stage.days.proposed");
    assertThat(proposed.value()).hasValue(20);
    assertThat(left(proposed, "dates_out_of_order")).containsExactly("B");
    assertThat(result.getMetric("stage.days.funded").absence()).hasValue("stage_undated");
    Feature second = result.getLayer("project_impact").list().get(1);
    assertThat(number(second, "days_draft")).isEqualTo(30);
    assertThat(value(second, "days_proposed")).isNull();
  }

  @Test
  void checksAreDueByTheDayAndWithoutRecordsUnknown() {
    // On 15 June 2026: A is due at 3, 6 and 12 months to the day, B, of 16 March, tomorrow.
    AnalysisResult result = twoProjects().result();
    assertQuotient(result.getMetric("alive.done_3m"), 1, 1);
    assertQuotient(result.getMetric("alive.passed_3m"), 1, 1);
    assertThat(left(result.getMetric("alive.done_3m"), "not_due")).containsExactly("B");
    assertThat(result.getMetric("alive.done_6m").absence()).hasValue("no_records");
    assertThat(result.getMetric("alive.passed_6m").absence()).hasValue("no_records");
    assertQuotient(result.getMetric("alive.done_12m"), 1, 1);
    assertQuotient(result.getMetric("alive.passed_12m"), 0, 1);
    List<Feature> rows = result.getLayer("project_impact").list();
    assertThat(value(rows.get(0), "aftercare")).isEqualTo("failed");
    assertThat(value(rows.get(1), "aftercare")).isEqualTo("not_due");
    AnalysisResult earlier = result(town.inputs(), "2026-06-14T18:00:00+08:00");
    assertThat(value(earlier.getLayer("project_impact").list().get(0), "aftercare"))
        .as("the check at 6 months was due and has no record")
        .isEqualTo("unknown");
  }

  @Test
  void nineRatingsAreNotTold() {
    AnalysisResult result = twoProjects().result();
    assertThat(result.getMetric("rating.mean").value()).hasValue(4);
    assertThat(result.getMetric("rating.count").value()).hasValue(10);
    assertThat(left(result.getMetric("rating.mean"), "few_ratings")).containsExactly("B");
    List<Feature> rows = result.getLayer("project_impact").list();
    assertThat(value(rows.get(0), "ratings")).isEqualTo(10L);
    assertThat(value(rows.get(1), "rating")).isNull();
    assertThat(value(rows.get(1), "ratings")).isNull();
  }

  @Test
  void howManyRatedIsToldToTheNearestTen() {
    rated("C", 14);
    rated("D", 15);
    List<Feature> rows = result().getLayer("project_impact").list();
    assertThat(rows.stream().map(row -> value(row, "ratings"))).containsExactly(10L, 20L);
  }

  private void rated(String code, long ratings) {
    project(
        code, 0, date("completed_at", "2025-06-15"), with("rating", 3.0), with("ratings", ratings));
  }

  @Test
  void theSpreadIsThatOfAllRatingsTogether() {
    // 10 ratings of 4 ± 1 and 30 of 2 ± 1: mean 2.5; (10·(1 + 2.25) + 30·(1 + 0.25)) ÷ 40 = 1.75.
    twoProjects();
    project(
        "C",
        0,
        date("completed_at", "2025-06-15"),
        with("rating", 2.0),
        with("ratings", 30L),
        with("rating_spread", 1.0));
    AnalysisResult result = result();
    assertQuotient(result.getMetric("rating.mean"), 100, 40);
    assertThat(result.getMetric("rating.spread").value().orElseThrow())
        .isCloseTo(Math.sqrt(1.75), within(1e-12));
  }

  @Test
  void eachCommunityHasThoseReachedInIt() {
    twoProjects();
    town.community("W", box(0, -100, 250, 100));
    town.community("E", box(250, -100, 900, 100));
    Map<String, OptionalDouble> residents = new HashMap<>();
    result().areas().forEach(area -> residents.put(area.area(), area.metrics().get(0).value()));
    assertThat(residents)
        .containsOnly(Map.entry("W", OptionalDouble.of(10)), Map.entry("E", OptionalDouble.of(60)));
  }

  @Test
  void beforeAllDataNothingIsCompletedAndNothingIsNaN() {
    AnalysisResult result = result(twoProjects().town.inputs(), "2020-01-01T00:00:00+08:00");
    assertThat(result.getMetric("reach.residents").value()).hasValue(0);
    assertThat(result.getMetric("cost.per_resident").absence()).hasValue("nobody_reached");
    assertThat(result.getMetric("alive.done_3m").absence()).hasValue("none_due");
    assertThat(result.getMetric("rating.mean").absence()).hasValue("few_ratings");
    assertThat(result.getMetric("hazards.change.answered").absence()).hasValue("no_project");
    assertThat(result.getLayer("project_impact").list()).isEmpty();
    assertThat(result.dataUntil()).isEmpty();
  }

  @Test
  void emptyAndMissingLayersAreSaid() {
    GridTown empty = new GridTown().layer("buildings").layer("projects");
    AnalysisResult result = result(empty.inputs(), GridTown.AS_OF);
    assertThat(result.getMetric("green.restored").absence()).hasValue("no_green_layer");
    empty.put("projects", "A", point(0, 0), date("completed_at", "2025-06-15"));
    AnalysisResult lonely = result(empty.inputs(), GridTown.AS_OF);
    assertThat(value(lonely.getLayer("project_impact").list().get(0), "lacking"))
        .isEqualTo("no_hazard_layer");
    assertThat(lonely.getMetric("reach.residents").value()).hasValue(0);
    assertThatThrownBy(
            () -> result(new AnalysisInputs(Map.<String, LayerView>of()), GridTown.AS_OF))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.parameter()).isEqualTo("buildings"));
    AnalysisInputs unfit = empty.inputs().with("projects", empty.inputs().get("buildings"));
    assertThatThrownBy(() -> result(unfit, GridTown.AS_OF))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.parameter()).isEqualTo("projects"))
        .hasMessageContaining("completed_at");
  }

  @Test
  void aProjectWithoutAPlaceOrADateIsLeftOutByName() {
    town.put("projects", "X", null, date("completed_at", "2025-06-15"), with("cost", 1.0));
    project("Y", 0, with("status", "completed"));
    project("Z", 0, with("status", "draft"), date("completed_at", "2025-06-15"));
    AnalysisResult result = result();
    Metric cost = result.getMetric("cost.per_resident");
    assertThat(left(cost, "no_place")).containsExactly("X");
    assertThat(left(cost, "completion_undated")).containsExactly("Y");
    Feature only = result.getLayer("project_impact").list().get(0);
    assertThat(only.code()).isEqualTo("X");
    assertThat(value(only, "lacking")).isEqualTo("no_place");
    assertThat(
            result.getMetric("hazards.change.answered").exclusions().stream()
                .map(Exclusion::reason))
        .contains("no_place", "completion_undated");
  }

  @Test
  void everyReasonThatIsGivenHasWords() {
    AnalysisResult result = twoProjects().result();
    assertThat(result.metrics())
        .hasSameSizeAs(ImpactAnalysis.DEFINITION.metrics())
        .allSatisfy(
            metric -> {
              metric.absence().ifPresent(ImpactAnalysis.DEFINITION::getReason);
              metric.exclusions().forEach(e -> ImpactAnalysis.DEFINITION.getReason(e.reason()));
            });
  }

  @Test
  void thePublicSeesHazardsByProjectButNotWhoLivesThere() {
    LayerView view = twoProjects().result().getLayer("project_impact").view(Audience.PUBLIC);
    assertThat(view.count()).isEqualTo(2);
    assertThat(view.definition().findField("verdict")).isPresent();
    for (String field : List.of("buildings", "residents", "households", "cost_per_resident")) {
      assertThat(ImpactAnalysis.DEFINITION.getLayer("project_impact").findField(field))
          .hasValueSatisfying(one -> assertThat(one.visibility()).isEqualTo(Audience.STAFF));
    }
  }

  @Test
  void itStopsWhenNobodyWaits() {
    twoProjects();
    assertThatThrownBy(
            () ->
                new ImpactAnalysis()
                    .result(
                        town.inputs(),
                        ImpactAnalysis.DEFINITION.values(
                            Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
                        () -> true))
        .isInstanceOf(CancelledException.class);
  }
}
