package org.linli.snapshot;

import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.StoredLayer;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole layer from the store. Should the definition change between asking for it and the
 * scan, it starts again.
 */
final class LayerLoad {
  private static final Logger LOG = LoggerFactory.getLogger(LayerLoad.class);

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
    if (feature.values().length == fields && isDrawn(feature)) {
      builder.add(feature, revision);
    }
  }

  /** No import makes a collection of points, lines and areas; another program's edit may. */
  private static boolean isDrawn(Feature feature) {
    boolean mixed =
        feature.shape() != null
            && feature.shape().getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    if (mixed) {
      LOG.warn("Feature {} is a mixed collection; it is left out: split it.", feature.code());
    }
    return !mixed;
  }
}
