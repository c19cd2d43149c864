package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DemoInputs;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** What can honestly be said of the demo's spring round, src/docs/demo.md. */
class DemoImpactTest {
  /** The effects planted, as the document tells them. */
  private static final Map<String, Double> PLANTED = new TreeMap<>();

  static {
    double[] effects = {0.9, 0.55, 1.0, 0.75, 0.3, 1.0, 0.95, 0.8, 0.5, 1.0, 0.8, 1.15};
    for (int i = 0; i < effects.length; i++) {
      PLANTED.put("LT-P%03d".formatted(i + 1), effects[i]);
    }
  }

  private static final class Now {
    static final AnalysisResult RESULT =
        DemoInputs.result(new ImpactAnalysis(), Map.of("asOf", DemoInputs.AS_OF));
    static final LayerDefinition LAYER = RESULT.getLayer("project_impact").definition();
    static final List<Feature> ALL = RESULT.getLayer("project_impact").list();
  }

  private static List<Feature> springRound() {
    return Now.ALL.stream().filter(row -> PLANTED.containsKey(row.code())).toList();
  }

  private static Object value(Feature row, String field) {
    return row.value(Now.LAYER.getIndex(field));
  }

  private static double number(Feature row, String field) {
    return ((Number) value(row, field)).doubleValue();
  }

  private static boolean holdsPlanted(Feature row) {
    double planted = 100 * (PLANTED.get(row.code()) - 1);
    return planted >= number(row, "low_percent") && planted <= number(row, "high_percent");
  }

  @Test
  void everyProjectOfTheSpringRoundHasAnAnswer() {
    assertThat(springRound()).hasSize(12);
    assertThat(springRound())
        .allSatisfy(row -> assertThat(value(row, "verdict")).isNotEqualTo("not_enough_data"));
    assertThat(springRound())
        .allSatisfy(row -> assertThat(number(row, "comparison_sites")).isGreaterThanOrEqualTo(20));
  }

  @Test
  void fewerIsSaidOnlyWhereNoChangeIsRuledOut() {
    assertThat(springRound())
        .allSatisfy(
            row -> {
              boolean ruledOut = number(row, "high_percent") < 0 || number(row, "low_percent") > 0;
              assertThat(value(row, "verdict").equals("cannot_tell")).isEqualTo(!ruledOut);
              assertThat(((String) value(row, "card_en")).contains("reduced"))
                  .isEqualTo(number(row, "high_percent") < 0);
            });
  }

  @Test
  void ofAProjectWithoutEffectNothingIsClaimed() {
    Predicate<Feature> idle = row -> PLANTED.get(row.code()) == 1;
    assertThat(springRound().stream().filter(idle))
        .hasSize(3)
        .allSatisfy(row -> assertThat(value(row, "verdict")).isEqualTo("cannot_tell"));
  }

  @Test
  void theTyreGardenIsSeenToHaveHelped() {
    Feature garden =
        springRound().stream()
            .filter(row -> row.code().equals("LT-P005"))
            .findFirst()
            .orElseThrow();
    assertThat(value(garden, "verdict")).isEqualTo("fewer");
    assertThat(value(garden, "card_en"))
        .isEqualTo(
            "23 before, 6 after; comparable places +2 %. Against them, between −90 % and −32 %:"
                + " hazards were reduced. Only a fall of more than 55 % would have shown.");
  }

  @Test
  void theIntervalsHoldWhatWasPlanted() {
    // Of twelve intervals at 95 %, one may miss; two would be seen once in nine such demos.
    assertThat(springRound().stream().filter(DemoImpactTest::holdsPlanted))
        .hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void togetherTheyAreSaidToReduceHazards() {
    assertThat(Now.RESULT.getMetric("hazards.change.pooled.projects").value()).hasValue(12);
    assertThat(Now.RESULT.getMetric("hazards.change.pooled.high").value().orElseThrow())
        .isLessThan(1);
  }

  @Test
  void whatHasNoAnswerSaysWhy() {
    List<Feature> silent =
        Now.ALL.stream().filter(row -> value(row, "verdict").equals("not_enough_data")).toList();
    assertThat(silent).hasSizeGreaterThan(300);
    assertThat(silent)
        .allSatisfy(row -> assertThat((String) value(row, "lacking")).isNotBlank())
        .allSatisfy(row -> assertThat((String) value(row, "card")).contains("数据不足："))
        .allSatisfy(row -> assertThat(value(row, "change_percent")).isNull());
  }
}
