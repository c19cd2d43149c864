package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.Series;
import org.linli.demo.DemoManifest;

/** What src/docs/demo.md says is planted: one compound without projects. */
class DemoEquityTest {
  private static final AnalysisResult RESULT =
      DemoInputs.result(new EquityAnalysis(), Map.of("asOf", DemoInputs.AS_OF));

  private static List<String> planted() throws IOException {
    return DemoManifest.load().planted().stream()
        .filter(truth -> truth.id().equals("compound_without_projects"))
        .findFirst()
        .orElseThrow()
        .codes();
  }

  @Test
  void theCompoundWithoutProjectsIsNamedAndNoOther() throws IOException {
    assertThat(planted()).containsExactly("LT39");
    assertThat(RESULT.getMetric("equity.nothing").numerator()).hasValue(1);
    List<Series.Point> named = RESULT.getSeries("equity.nothing.nearest").points();
    assertThat(named).extracting(Series.Point::key).isEqualTo(planted());
    assertThat(named.get(0).value().orElseThrow()).isGreaterThan(300);
  }

  @Test
  void theFortyFiveCompoundsAreComparedAndNoGrids() {
    assertThat(RESULT.areas())
        .hasSize(45)
        .extracting(AreaMetrics::area)
        .allMatch(code -> code.matches("LT\\d\\d"));
  }

  @Test
  void everyMetricHasAValue() {
    assertThat(RESULT.metrics()).allSatisfy(one -> assertThat(one.value()).isPresent());
  }

  /** Everybody in reach of a project of the sub-district lives in one of its compounds. */
  @Test
  void everyProjectThatStandsIsSharedOutWhole() {
    double shared = RESULT.getMetric("equity.projects").numerator().orElseThrow() / 1000;
    double reached = RESULT.getMetric("equity.reached").value().orElseThrow();
    assertThat(reached).isGreaterThan(300);
    assertThat(shared).isCloseTo(reached, within(1e-6));
  }
}
