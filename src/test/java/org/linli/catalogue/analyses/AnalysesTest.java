package org.linli.catalogue.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.layer.MadeLayers;

class AnalysesTest {

  @Test
  void everyAnalysisThatIsDefinedCanBeRun() {
    assertThat(Analyses.list().stream().map(Analysis::definition))
        .containsExactlyInAnyOrderElementsOf(AnalysisDefinitions.list());
  }

  @Test
  void nobodyCanImportIntoALayerThatIsMade() {
    assertThat(Analyses.list().stream().flatMap(a -> a.definition().layers().stream()))
        .extracting(LayerDefinition::id)
        .containsExactlyInAnyOrderElementsOf(MadeLayers.ids());
  }

  @Test
  void noLayerThatIsMadeHasTheNameOfABuiltInOneOrOfAnotherThatIsMade() {
    assertThat(Analyses.list().stream().flatMap(a -> a.definition().layers().stream()))
        .extracting(LayerDefinition::id)
        .doesNotHaveDuplicates()
        .noneMatch(id -> BuiltInLayers.find(id).isPresent());
  }
}
