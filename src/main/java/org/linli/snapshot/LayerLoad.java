package org.linli.snapshot;

import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.StoredLayer;

/**
 * Reads a whole layer from the store. Should the definition change between asking for it and the
 * scan, it starts again.
 */
final class LayerLoad {
  private final FeatureStore store;
  private final String layerId;

  LayerLoad(FeatureStore store, String layerId) {
    this.store = store;
    this.layerId = layerId;
  }

  LayerSnapshot run() {
    while (true) {
      LayerDefinition expected = store.getLayer(layerId).definition();
      LayerSnapshot.Builder builder = new LayerSnapshot.Builder(expected);
      int fields = expected.fields().size();
      StoredLayer scanned =
          store.scan(layerId, (feature, revision) -> addIfFits(builder, feature, revision, fields));
      if (scanned.definition().equals(expected)) {
        return builder.finish(scanned.version(), scanned.committedAt());
      }
    }
  }

  private static void addIfFits(
      LayerSnapshot.Builder builder, Feature feature, int revision, int fields) {
    if (feature.values().length == fields) {
      builder.add(feature, revision);
    }
  }
}
