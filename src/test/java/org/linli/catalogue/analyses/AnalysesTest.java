package org.linli.catalogue.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.layer.BuiltInLayers;

class AnalysesTest {

  @Test
  void everyAnalysisThatIsDefinedCanBeRun() {
    assertThat(Analyses.list().stream().map(Analysis::definition))
        .containsExactlyInAnyOrderElementsOf(AnalysisDefinitions.list());
  }

  @Test
  void noLayerThatIsMadeHasTheNameOfABuiltInOneOrOfAnotherThatIsMade() {
    assertThat(Analyses.list().stream().flatMap(a -> a.definition().layers().stream()))
        .extracting(layer -> layer.id())
        .doesNotHaveDuplicates()
        .noneMatch(id -> BuiltInLayers.find(id).isPresent());
  }
}
