package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;

/** What comes of layers that are empty, missing, or lack what is needed. */
class PatrolInputsTest {

  private static AnalysisResult result(GridTown town, String... namesAndValues) {
    return PatrolClassesTest.review(town, namesAndValues).result();
  }

  /** Every number is finite or has a reason in words, and every layer can be made. */
  private static void requireSound(AnalysisResult result) {
    for (Metric metric : result.metrics()) {
      metric.absence().ifPresent(PatrolAnalysis.DEFINITION::getReason);
      metric.exclusions().forEach(one -> PatrolAnalysis.DEFINITION.getReason(one.reason()));
    }
    assertThat(result.metrics()).extracting(Metric::id).doesNotHaveDuplicates();
    assertThat(result.metrics())
        .extracting(Metric::id)
        .containsExactlyInAnyOrderElementsOf(
            PatrolAnalysis.DEFINITION.metrics().stream().map(one -> one.id()).toList());
    result.layers().forEach(layer -> assertThat(layer.list()).doesNotContainNull());
    for (var layer : result.layers()) {
      for (Feature feature : layer.list()) {
        for (Object value : feature.values()) {
          assertThat(value instanceof Double real && !Double.isFinite(real)).isFalse();
        }
      }
    }
  }

  @Test
  void withoutBuildingsThereIsNothingToCount() {
    AnalysisResult result = result(new GridTown().layer("buildings"));
    requireSound(result);
    assertThat(result.getMetric("coverage.buildings").absence()).hasValue("nothing_to_count");
    assertThat(result.getMetric("gap.person_days").value()).hasValue(0);
    assertThat(result.getMetric("gap.longest").absence()).hasValue("nothing_to_count");
    assertThat(result.dataUntil()).isEmpty();
    assertThat(result.stale()).isTrue();
  }

  @Test
  void allLayersMayBeEmpty() {
    requireSound(
        result(
            new GridTown()
                .layer("buildings")
                .layer("patrols")
                .layer("visits")
                .layer("hazards")
                .layer("communities")));
  }

  @Test
  void withoutARecordNobodyKnowsWhetherAnybodyCame() {
    AnalysisResult result = result(new GridTown().home("A", 0, 0, 10));
    requireSound(result);
    assertThat(result.getMetric("coverage.buildings").absence()).hasValue("nothing_to_count");
    assertThat(result.getMetric("coverage.buildings.strict").value()).hasValue(0);
    assertThat(result.getMetric("duty.kept").absence()).hasValue("no_whole_turn_in_the_window");
    assertThat(result.getMetric("gap.person_days").value()).hasValue(0);
  }

  @Test
  void beforeAllRecordsNothingIsKnown() {
    GridTown town =
        new GridTown()
            .home("A", 0, 0, 10)
            .seen("A", "06-15 09:00")
            .patrol("p", fix(0, 0, "06-15 10:00"), fix(10, 0, "06-15 10:01"));
    AnalysisResult result = result(town, "asOf", "2020-01-01T00:00:00Z");
    requireSound(result);
    assertThat(result.getMetric("coverage.buildings").absence()).hasValue("nothing_to_count");
    assertThat(result.getMetric("effort.hours").value()).hasValue(0);
    assertThat(result.dataUntil()).isEmpty();
  }

  @Test
  void unknownResidentsAreNeitherZeroNorCounted() {
    GridTown town =
        new GridTown()
            .building("A", 0, 0, with("patrol_interval_hours", 24.0))
            .building("B", 50, 0, with("patrol_interval_hours", 24.0), with("residents", -3L))
            .seen("A", "06-15 09:00");
    AnalysisResult result = result(town);
    requireSound(result);
    assertThat(result.getMetric("coverage.residents").absence()).hasValue("nothing_to_count");
    assertThat(result.getMetric("presence.minutes_per_1000").absence())
        .hasValue("nothing_to_count");
    assertThat(result.getMetric("completeness.residents").value()).hasValue(0);
  }

  @Test
  void aBuildingWithoutAPlaceCanStillBeVisited() {
    GridTown town =
        new GridTown()
            .put("buildings", "A", null, with("patrol_interval_hours", 24.0))
            .home("B", 0, 0, 1)
            .seen("A", "06-15 09:00");
    AnalysisResult result = result(town);
    requireSound(result);
    assertThat(result.getMetric("coverage.buildings").numerator()).hasValue(1);
  }

  @Test
  void aTrackWithoutTimesIsReportedAndOneWithSomeIsUsed() {
    GridTown town =
        new GridTown()
            .home("A", 0, 0, 1)
            .put("patrols", "p", point(0, 0), with("kind", "daily_patrol"))
            .put("patrols", "q", null, with("kind", "daily_patrol"))
            .patrol("r", fix(5, -1, "06-15 10:00"), fix(6, -1, "06-15 10:01"));
    AnalysisResult result = result(town);
    requireSound(result);
    assertThat(result.getMetric("completeness.tracks").value()).hasValue(1 / 3.0);
    assertThat(result.getMetric("coverage.buildings").value()).hasValue(1);
  }

  private static LayerDefinition without(String layer, String field) {
    LayerDefinition whole = new GridTown().layer(layer).inputs().get(layer).definition();
    return whole.withFields(
        whole.fields().stream().filter(one -> !one.name().equals(field)).toList());
  }

  @Test
  void aLayerWithoutANeededFieldIsRefusedByItsRole() {
    for (String[] needed :
        List.of(
            new String[] {"visits", "building_code"},
            new String[] {"visits", "at"},
            new String[] {"hazards", "reported_at"})) {
      GridTown town = new GridTown().home("A", 0, 0, 1).define(without(needed[0], needed[1]));
      assertThatThrownBy(() -> result(town))
          .isInstanceOfSatisfying(
              InvalidParameterException.class,
              refused -> {
                assertThat(refused.parameter()).isEqualTo(needed[0]);
                assertThat(refused.detail().en()).contains("«" + needed[1] + "»", "--map");
              });
    }
  }

  @Test
  void buildingsThatDoNotSayHowOftenNeedAnIntervalInTheRequest() {
    for (String duty : List.of("daily_patrol", "monthly_visit")) {
      String field = duty.equals("daily_patrol") ? "patrol_interval_hours" : "visit_interval_days";
      GridTown town = new GridTown().define(without("buildings", field)).building("A", 0, 0);
      assertThatThrownBy(() -> result(town, "duty", duty))
          .isInstanceOfSatisfying(
              InvalidParameterException.class,
              refused -> {
                assertThat(refused.parameter()).isEqualTo("interval");
                assertThat(refused.detail().en()).contains("«" + field + "»", "0.25 – 87600 h");
              });
      requireSound(result(town, "duty", duty, "interval", "24"));
    }
  }

  @Test
  void aFieldOfAnotherTypeIsAMissingField() {
    LayerDefinition visits = without("visits", "at");
    List<Field> fields = new java.util.ArrayList<>(visits.fields());
    fields.add(Field.of("at", org.linli.layer.FieldType.TEXT));
    GridTown town = new GridTown().home("A", 0, 0, 1).define(visits.withFields(fields));
    assertThatThrownBy(() -> result(town)).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void withoutABuildingsLayerTheRoleIsNamed() {
    assertThatThrownBy(() -> result(new GridTown().layer("visits")))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.parameter()).isEqualTo("buildings"));
  }

  @Test
  void whatFollowsFromTheLayersAloneIsDerivedOnce() {
    AnalysisInputs inputs = new GridTown().home("A", 0, 0, 1).seen("A", "06-15 09:00").inputs();
    assertThat(Precinct.of(inputs)).isSameAs(Precinct.of(inputs));
    PatrolParameters now = PatrolClassesTest.parameters();
    assertThat(Presence.of(inputs, now, Cancellation.NONE))
        .isSameAs(Presence.of(inputs, now.at(now.asOf() - 1), Cancellation.NONE))
        .isNotSameAs(
            Presence.of(inputs, PatrolClassesTest.parameters("reach", "30"), Cancellation.NONE));
  }

  @Test
  void anotherPatrolLayerLeavesTheBuildingsAsTheyAreButNotTheirPresence() {
    AnalysisInputs inputs =
        new GridTown()
            .home("A", 0, 0, 1)
            .patrol("p", fix(0, -5, "06-15 10:00"), fix(10, -5, "06-15 10:01"))
            .inputs();
    PatrolParameters now = PatrolClassesTest.parameters();
    assertThat(DutyReview.of(inputs, now, Cancellation.NONE).standing(0)).isEqualTo(Standing.FRESH);
    AnalysisInputs idle =
        inputs.with("patrols", new GridTown().layer("patrols").inputs().get("patrols"));
    assertThat(Precinct.of(idle)).isSameAs(Precinct.of(inputs));
    assertThat(DutyReview.of(idle, now, Cancellation.NONE).standing(0)).isEqualTo(Standing.UNKNOWN);
    AnalysisInputs elsewhere =
        inputs.with("buildings", new GridTown().home("B", 500, 0, 1).inputs().get("buildings"));
    assertThat(Precinct.of(elsewhere)).isNotSameAs(Precinct.of(inputs));
    assertThat(DutyReview.of(elsewhere, now, Cancellation.NONE).standing(0))
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void nobodyWaitsNobodyWorks() {
    GridTown town = new GridTown().home("A", 0, 0, 1);
    for (int i = 0; i < 50; i++) {
      town.patrol("p" + i, fix(0, 0, "06-15 10:00"), fix(10, 0, "06-15 10:01"));
    }
    AnalysisInputs inputs = town.inputs();
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                new PatrolAnalysis()
                    .result(
                        inputs,
                        PatrolAnalysis.DEFINITION.values(
                            Map.of("asOf", GridTown.AS_OF), org.linli.layer.Audience.STAFF),
                        () -> asked.incrementAndGet() > 0))
        .isInstanceOf(CancelledException.class);
    assertThat(asked.get()).isLessThan(10);
    // What was given up is not remembered half done.
    assertThat(DutyReview.of(inputs, PatrolClassesTest.parameters(), Cancellation.NONE).standing(0))
        .isEqualTo(Standing.FRESH);
  }
}
