package org.linli.ingest;

import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.StoredLayer;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the community lies, by the layers in its store that outline it: its communities, or else
 * its buildings. Positions that were shifted or swapped show against it.
 */
public final class KnownExtent {
  private static final List<String> OUTLINES = List.of("communities", "buildings");

  private KnownExtent() {}

  /** The extent in lon-lat, or empty where neither layer has a feature with a place. */
  public static Optional<Bounds> of(FeatureStore store) {
    return OUTLINES.stream()
        .filter(layer -> store.findLayer(layer).map(StoredLayer::count).orElse(0L) > 0)
        .map(layer -> extent(store, layer))
        .filter(extent -> !extent.isNull())
        .findFirst()
        .map(e -> new Bounds(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()));
  }

  private static Envelope extent(FeatureStore store, String layer) {
    Envelope extent = new Envelope();
    store.scan(
        layer,
        (feature, revision) -> {
          if (feature.shape() != null) {
            extent.expandToInclude(feature.shape().getEnvelopeInternal());
          }
        });
    return extent;
  }
}
