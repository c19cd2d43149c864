package org.linli.catalogue.analyses;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/**
 * Under which licence a layer is that an analysis makes: that of the public layers of which it is
 * made, if they are all under the same one. Which of two licences holds, nobody can say but their
 * owners, so then it has none. The layers of the staff add figures of the publisher's own.
 */
public final class MadeLicence {
  private MadeLicence() {}

  /** A layer as it is made of others; those that are empty give nothing to it. */
  public static LayerDefinition given(LayerDefinition made, Collection<LayerView> layers) {
    return find(layers).map(made::withLicence).orElse(made);
  }

  private static Optional<String> find(Collection<LayerView> layers) {
    List<Optional<String>> licences =
        layers.stream()
            .filter(layer -> layer.count() > 0)
            .map(LayerView::definition)
            .filter(definition -> definition.audience() == Audience.PUBLIC)
            .map(LayerDefinition::licence)
            .distinct()
            .toList();
    return licences.size() == 1 ? licences.get(0) : Optional.empty();
  }
}
