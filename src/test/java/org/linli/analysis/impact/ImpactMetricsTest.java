package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.impact.ImpactTown.number;
import static org.linli.analysis.impact.ImpactTown.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Metric;
import org.linli.layer.Feature;

/** Who is reached, who paid and what still stands. */
class ImpactMetricsTest extends ImpactCase {

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
    assertThat(value(rows.get(0), "no_public_money")).isEqualTo(false);
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
    // Its cost is public: with either of these it would be known what the two gave.
    assertThat(value(rows.get(1), "no_public_money")).isNull();
    assertThat(value(rows.get(1), "leverage")).isNull();
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
    assertThat(value(rows.get(3), "no_public_money")).isEqualTo(false);
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
}
