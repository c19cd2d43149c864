package org.linli.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.layer.Audience;

/** All layers at one moment. Immutable; a request takes one and keeps it to its end. */
public final class PortalSnapshot {
  private final UUID storeId;
  private final SortedMap<String, LayerSnapshot> layers;

  PortalSnapshot(UUID storeId, Map<String, LayerSnapshot> layers) {
    this.storeId = storeId;
    this.layers = new TreeMap<>(layers);
  }

  /** The identity of the store all this was read from. */
  public UUID storeId() {
    return storeId;
  }

  Optional<LayerSnapshot> findSnapshot(String layerId) {
    return Optional.ofNullable(layers.get(layerId));
  }

  /** The layer, if there is one that this audience may know of. */
  public Optional<LayerView> findView(String layerId, Audience audience) {
    return findSnapshot(layerId)
        .filter(layer -> audience.sees(layer.definition().audience()))
        .map(layer -> layer.view(audience));
  }

  /** The layers that this audience may know of, by id. */
  public Stream<LayerView> listViews(Audience audience) {
    return layers.values().stream()
        .filter(layer -> audience.sees(layer.definition().audience()))
        .map(layer -> layer.view(audience));
  }

  PortalSnapshot with(String layerId, LayerSnapshot layer) {
    Map<String, LayerSnapshot> changed = new TreeMap<>(layers);
    changed.put(layerId, layer);
    return new PortalSnapshot(storeId, changed);
  }

  PortalSnapshot without(String layerId) {
    Map<String, LayerSnapshot> changed = new TreeMap<>(layers);
    changed.remove(layerId);
    return new PortalSnapshot(storeId, changed);
  }
}
