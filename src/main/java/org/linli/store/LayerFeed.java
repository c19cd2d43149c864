package org.linli.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.linli.store.FeatureStore.LayerChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who listens to a store, and what they were told. However a store hears that something was
 * committed, it asks the ledger for the versions and tells of those that are not the ones told.
 */
final class LayerFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LayerFeed.class);

  private final Supplier<List<LayerChanged>> versions;
  private final List<Consumer<LayerChanged>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  /**
   * @param versions reads from the ledger what every layer is at, those removed among them
   */
  LayerFeed(Supplier<List<LayerChanged>> versions) {
    this.versions = versions;
    versions.get().forEach(layer -> told.put(layer.layerId(), layer.version()));
  }

  AutoCloseable listen(Consumer<LayerChanged> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells of every layer that is at another version than was told; returns when all have heard. */
  synchronized void catchUp() {
    for (LayerChanged now : versions.get()) {
      Long before = told.put(now.layerId(), now.version());
      if (before == null || before != now.version()) {
        listeners.forEach(listener -> tell(listener, now));
      }
    }
  }

  /** A listener that fails harms neither the others nor the writer, whose commit stands. */
  private static void tell(Consumer<LayerChanged> listener, LayerChanged now) {
    try {
      listener.accept(now);
    } catch (RuntimeException failed) {
      LOG.error("A listener failed at the change of layer {}.", now.layerId(), failed);
    }
  }
}
