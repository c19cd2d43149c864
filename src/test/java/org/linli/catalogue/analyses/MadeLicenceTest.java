package org.linli.catalogue.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/** Under which licence a layer is that is made of others. */
class MadeLicenceTest {
  private static final LayerDefinition MAP =
      AnalysisDefinitions.get("patrol").getLayer("coverage_map");

  private final List<LayerView> layers = new ArrayList<>();

  private void add(LayerDefinition definition, int features) {
    List<Feature> rows = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      rows.add(new Feature("f" + i, null, new Object[definition.fields().size()]));
    }
    layers.add(LayerView.of(definition, Audience.STAFF, rows));
  }

  private static LayerDefinition builtIn(String id) {
    return BuiltInLayers.find(id).orElseThrow();
  }

  private Optional<String> licence() {
    return MadeLicence.given(MAP, layers).licence();
  }

  @Test
  void itIsTheOneThatAllPublicLayersAreUnder() {
    add(builtIn("buildings"), 1);
    add(builtIn("hazards"), 1);
    add(builtIn("patrols"), 1); // for internal use only, and no layer of the public
    assertThat(licence()).contains("CC-BY-4.0");
    assertThat(MadeLicence.given(MAP, layers).keywords()).isEqualTo(MAP.keywords()).isNotEmpty();
  }

  @Test
  void ofLayersUnderTwoLicencesItHasNone() {
    add(builtIn("buildings").withLicence("ODbL-1.0"), 1);
    add(builtIn("hazards"), 1);
    assertThat(licence()).isEmpty();
  }

  @Test
  void anEmptyLayerGivesNoLicence() {
    add(builtIn("buildings").withLicence("ODbL-1.0"), 1);
    add(builtIn("hazards"), 0);
    assertThat(licence()).contains("ODbL-1.0");
  }

  @Test
  void ofNothingItHasNone() {
    add(builtIn("patrols"), 1);
    assertThat(licence()).isEmpty();
  }
}
