package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.CancelledException;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/** What is missing, empty or unfit. */
class HazardInputsTest {

  /** Every number or its reason, with words for it; every feature on the map. */
  private static void requireSound(AnalysisResult result) {
    assertThat(result.metrics())
        .extracting(Metric::id)
        .containsExactlyElementsOf(
            HazardAnalysis.DEFINITION.metrics().stream().map(metric -> metric.id()).toList());
    assertThat(result.series())
        .extracting(series -> series.id())
        .containsExactlyElementsOf(
            HazardAnalysis.DEFINITION.series().stream().map(series -> series.id()).toList());
    Stream.concat(
            result.metrics().stream(),
            result.areas().stream().flatMap(area -> area.metrics().stream()))
        .forEach(
            metric -> {
              metric.absence().ifPresent(HazardAnalysis.DEFINITION::getReason);
              metric
                  .exclusions()
                  .forEach(left -> HazardAnalysis.DEFINITION.getReason(left.reason()));
            });
    result.layers().forEach(layer -> layer.view(Audience.PUBLIC));
  }

  private static GridTown oneHazard() {
    GridTown town = new GridTown().community("T", box(-300, -300, 300, 300));
    HazardTown.hazard(town, "x", 0, 0, "reported_at", "06-01 08:00");
    return town;
  }

  @Test
  void allLayersMayBeEmpty() {
    GridTown town = new GridTown();
    for (String layer :
        new String[] {"hazards", "hazard_events", "buildings", "communities", "patrols"}) {
      town.layer(layer);
    }
    AnalysisResult result = HazardTown.result(town);
    requireSound(result);
    assertThat(result.metrics()).allSatisfy(metric -> assertThat(metric.value()).isEmpty());
    assertThat(result.getMetric("hazards.open").absence()).hasValue("no_records");
    assertThat(result.dataUntil()).isEmpty();
    assertThat(result.stale()).isTrue();
  }

  @Test
  void aHazardsLayerAloneIsEnough() {
    GridTown town = new GridTown();
    HazardTown.hazard(town, "x", 0, 0, "reported_at", "06-01 08:00");
    AnalysisResult result = HazardTown.result(town);
    requireSound(result);
    assertThat(result.getMetric("hazards.open").value()).hasValue(1);
    assertThat(result.getMetric("hotspots.hot").absence()).hasValue("no_boundary");
    assertThat(result.getMetric("hazards.per_patrol_hour").absence()).hasValue("no_patrol_hours");
    assertThat(result.getLayer("hazard_hotspots").list()).isEmpty();
  }

  @Test
  void beforeAllRecordsNothingIsKnown() {
    AnalysisResult result = HazardTown.result(oneHazard(), "asOf", "2020-01-01T00:00:00Z");
    requireSound(result);
    assertThat(result.metrics()).allSatisfy(metric -> assertThat(metric.value()).isEmpty());
    assertThat(result.getSeries("stock.open").points())
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.value()).isEmpty());
  }

  @Test
  void anOldRecordIsSaidToBeOld() {
    assertThat(HazardTown.result(oneHazard(), "quietDays", "14").stale()).isTrue();
    assertThat(HazardTown.result(oneHazard(), "quietDays", "15").stale()).isFalse();
  }

  @Test
  void aHazardWithoutAPlaceIsCountedButNotMapped() {
    GridTown town = oneHazard();
    town.put("hazards", "y", null, with("reported_at", GridTown.time("06-01 08:00")));
    AnalysisResult result = HazardTown.result(town);
    requireSound(result);
    assertThat(result.getMetric("hazards.open").value()).hasValue(2);
    assertThat(result.getMetric("hotspots.hot").counted().codes()).containsExactly("x");
    assertThat(result.getMetric("completeness.places").value()).hasValue(0.5);
  }

  /** The cell of the only building, and six. */
  @Test
  void withoutCommunitiesTheBuildingsAndTheCellsAroundThemAreTheGround() {
    GridTown town = new GridTown().building("A", -5, -5, with("residents", 3L));
    HazardTown.hazard(town, "x", 0, 0, "reported_at", "06-01 08:00");
    AnalysisResult result = HazardTown.result(town);
    requireSound(result);
    assertThat(result.getLayer("hazard_hotspots").list()).hasSize(7);
  }

  @Test
  void everyCellThatMeetsTheBoundaryIsThereWithItsZero() {
    AnalysisResult result = HazardTown.result(oneHazard());
    // Rows of centres 150 m apart, cells 173.2 m wide: a box of ±300 m meets the rows −2 to 2, and
    // of those at 0 and ±300 the centres 0, ±173.2 and ±346.4, at ±150 ±86.6 and ±259.8.
    assertThat(result.getLayer("hazard_hotspots").list()).hasSize(3 * 5 + 2 * 4);
    assertThat(
            result.getLayer("hazard_hotspots").list().stream().mapToLong(HazardInputsTest::count))
        .containsOnly(0L, 1L);
    assertThat(result.getMetric("hotspots.hot").denominator()).hasValue(23);
  }

  private static long count(Feature cell) {
    return (Long) cell.value(2);
  }

  @Test
  void aBoundaryTooLargeForItsCellsIsNotGoneThrough() {
    GridTown town = new GridTown().community("T", box(-15_000, -15_000, 15_000, 15_000));
    HazardTown.hazard(town, "x", 0, 0, "reported_at", "06-01 08:00");
    AnalysisResult result = HazardTown.result(town, "hexSide", "25");
    requireSound(result);
    // 900 km² of cells of 1,624 m² would be 554,000.
    assertThat(result.getMetric("hotspots.hot").absence()).hasValue("too_many_cells");
  }

  @Test
  void theSameSeedGivesTheSameAndThePublicSeesNoCounts() {
    GridTown town = oneHazard();
    assertThat(p(HazardTown.result(town, "seed", "5")))
        .isEqualTo(p(HazardTown.result(town, "seed", "5")))
        .isNotEqualTo(p(HazardTown.result(town, "seed", "6")));
    LayerView open = HazardTown.result(town).getLayer("hazard_hotspots").view(Audience.PUBLIC);
    assertThat(open.definition().fields().stream().map(field -> field.name()))
        .containsExactly("class", "more_than_residents", "source", "updated_at");
  }

  private static java.util.List<Object> p(AnalysisResult result) {
    return result.getLayer("hazard_hotspots").list().stream()
        .map(
            cell -> cell.value(HazardAnalysis.DEFINITION.getLayer("hazard_hotspots").getIndex("p")))
        .toList();
  }

  @Test
  void aLayerWithoutANeededFieldIsRefusedByItsRole() {
    LayerDefinition places = BuiltInLayers.find("communities").orElseThrow();
    assertThatThrownBy(
            () ->
                new HazardAnalysis()
                    .result(
                        oneHazard()
                            .inputs()
                            .with("hazards", LayerView.empty(places, Audience.STAFF)),
                        HazardAnalysis.DEFINITION.values(
                            Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
                        () -> false))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo("hazards");
              assertThat(refused.detail().en()).contains("reported_at");
            });
  }

  @Test
  void withoutAHazardsLayerTheRoleIsNamed() {
    GridTown town = new GridTown().community("T", box(0, 0, 10, 10));
    assertThatThrownBy(() -> HazardTown.result(town))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("hazards");
  }

  @Test
  void nobodyWaitsNobodyWorks() {
    assertThatThrownBy(
            () ->
                new HazardAnalysis()
                    .result(
                        oneHazard().inputs(),
                        HazardAnalysis.DEFINITION.values(
                            Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
                        () -> true))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void theGroundIsDerivedOnce() {
    GridTown town = oneHazard();
    org.linli.analysis.AnalysisInputs inputs = town.inputs();
    assertThat(Ground.of(inputs)).isSameAs(Ground.of(inputs));
    town.put("hazards", "later", point(0, 0));
    assertThat(Ground.of(inputs).casebook().size()).isEqualTo(1);
  }
}
