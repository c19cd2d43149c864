package org.linli.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/**
 * The layer that an analysis makes. Its definition says who may see it.
 *
 * @param features gives each feature once, EPSG:4326 lon-lat on the 1e-7° grid, values in the order
 *     of the definition
 */
public record DerivedLayer(LayerDefinition definition, Source features) {

  /** Features made when they are asked for. */
  @FunctionalInterface
  public interface Source {
    void forEach(Consumer<Feature> consumer);
  }

  /** The layer as an audience may see it, like any other. */
  public LayerView view(Audience audience) {
    return LayerView.of(definition, audience, list());
  }

  public List<Feature> list() {
    List<Feature> all = new ArrayList<>();
    features.forEach(all::add);
    return all;
  }
}
