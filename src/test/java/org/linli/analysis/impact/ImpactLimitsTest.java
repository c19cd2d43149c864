package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.impact.ImpactTown.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.CancelledException;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.snapshot.LayerView;

/** Parts of a whole, what is missing, and who may see what. */
class ImpactLimitsTest extends ImpactCase {

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
