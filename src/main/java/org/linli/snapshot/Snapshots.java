package org.linli.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.linli.snapshot.LayerSnapshot.Delta;
import org.linli.store.Change;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.LayerChanged;
import org.linli.store.FeatureStore.StoredLayer;
import org.linli.store.UnknownLayerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what the portal serves, and swaps it after each commit. Readers take {@link #current}, an
 * immutable whole; a write is first in the store, then here.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /** More touched codes than this are read faster by a scan of the layer. */
  private static final int DELTA_LIMIT = 20_000;

  private final FeatureStore store;
  private final ExecutorService compactor;
  private final Map<String, Set<String>> touchedDuringCompaction = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners =
      new java.util.concurrent.CopyOnWriteArrayList<>();
  private final AutoCloseable subscription;
  private volatile PortalSnapshot current;

  /** Follows a store; nothing is served before {@link #loadAll}. */
  public Snapshots(FeatureStore store) {
    this.store = store;
    this.compactor = Executors.newSingleThreadExecutor(Snapshots::daemon);
    this.current = new PortalSnapshot(store.id(), Map.of());
    this.subscription = store.onChange(this::onChange);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "snapshot-compaction");
    thread.setDaemon(true);
    return thread;
  }

  /** Loads every layer of a store, and follows its changes from then on. */
  public static Snapshots load(FeatureStore store) {
    Snapshots snapshots = new Snapshots(store);
    try {
      snapshots.loadAll();
      return snapshots;
    } catch (RuntimeException failed) {
      snapshots.close();
      throw failed;
    }
  }

  /** Brings every layer of the store into memory, several at once. */
  public void loadAll() {
    ExecutorService loaders =
        Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<?>> loads = new ArrayList<>();
      for (StoredLayer layer : store.listLayers()) {
        loads.add(loaders.submit(() -> refresh(layer.definition().id())));
      }
      loads.forEach(Snapshots::await);
    } finally {
      loaders.shutdownNow();
    }
  }

  private static void await(Future<?> load) {
    try {
      load.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The load of the layers was interrupted.", interrupted);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }

  /** What is served now. */
  public PortalSnapshot current() {
    return current;
  }

  /** Calls with a layer's id after each swap of that layer, on the thread that swapped. */
  public void onSwap(Consumer<String> listener) {
    listeners.add(listener);
  }

  private void onChange(LayerChanged changed) {
    try {
      refresh(changed.layerId());
    } catch (RuntimeException failed) {
      LOG.error(
          "Layer {} could not be read again; the last version stays.", changed.layerId(), failed);
    }
  }

  /**
   * Brings a layer up to the store's version before it returns, so that whoever wrote sees the
   * write.
   */
  public void refresh(String layerId) {
    // One layer's refreshes take turns; different layers load side by side.
    synchronized (lockOf(layerId)) {
      try {
        store.findLayer(layerId).ifPresentOrElse(this::bringUpTo, () -> remove(layerId));
      } catch (UnknownLayerException gone) {
        remove(layerId);
      }
    }
  }

  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  private Object lockOf(String layerId) {
    return locks.computeIfAbsent(layerId, id -> new Object());
  }

  private void bringUpTo(StoredLayer stored) {
    String layerId = stored.definition().id();
    LayerSnapshot known = current.findSnapshot(layerId).orElse(null);
    if (known == null || !known.definition().equals(stored.definition())) {
      reload(layerId);
    } else if (known.version() < stored.version()) {
      follow(known);
    }
  }

  /** Reads what changed; again, if yet another change came between the list and the reading. */
  private void follow(LayerSnapshot known) {
    String layerId = known.definition().id();
    while (true) {
      List<Change> changes = store.changesSince(layerId, known.version());
      Set<String> touched = new LinkedHashSet<>();
      changes.forEach(change -> touched.addAll(change.codes()));
      boolean whole = changes.isEmpty() || changes.stream().anyMatch(Change::whole);
      if (whole || touched.size() > DELTA_LIMIT) {
        reload(layerId);
        return;
      }
      Delta delta = new Delta(touched);
      StoredLayer stored = store.read(layerId, List.copyOf(touched), delta::add);
      if (stored.version() == changes.get(changes.size() - 1).version()) {
        apply(known.with(delta, stored.version(), stored.committedAt()), touched);
        return;
      }
    }
  }

  private void apply(LayerSnapshot changed, Set<String> touched) {
    String layerId = changed.definition().id();
    Set<String> compacting = touchedDuringCompaction.get(layerId);
    if (compacting != null) {
      compacting.addAll(touched);
    }
    swap(layerId, portal -> portal.with(layerId, changed));
    compactIfWanted(layerId);
  }

  private void reload(String layerId) {
    touchedDuringCompaction.remove(layerId);
    LayerLoad load = new LayerLoad(store, layerId);
    LayerSnapshot loaded = load.run();
    swap(layerId, portal -> portal.with(layerId, loaded));
  }

  private void remove(String layerId) {
    if (current.findSnapshot(layerId).isPresent()) {
      touchedDuringCompaction.remove(layerId);
      swap(layerId, portal -> portal.without(layerId));
    }
  }

  private void swap(String layerId, UnaryOperator<PortalSnapshot> change) {
    synchronized (this) {
      current = change.apply(current);
    }
    listeners.forEach(listener -> listener.accept(layerId));
  }

  private void compactIfWanted(String layerId) {
    LayerSnapshot layer = current.findSnapshot(layerId).orElseThrow();
    if (layer.wantsCompaction()
        && touchedDuringCompaction.putIfAbsent(layerId, new LinkedHashSet<>()) == null) {
      compactor.submit(() -> compact(layer));
    }
  }

  /** Rebuilds outside the lock, then lays over it what changed in the meantime. */
  private void compact(LayerSnapshot layer) {
    String layerId = layer.definition().id();
    LayerSnapshot compacted = layer.compacted();
    synchronized (lockOf(layerId)) {
      Set<String> since = touchedDuringCompaction.remove(layerId);
      if (since != null) {
        LayerSnapshot latest = current.findSnapshot(layerId).orElseThrow();
        swap(layerId, portal -> portal.with(layerId, latest.rebasedOn(compacted, since)));
      }
    }
  }

  @Override
  public void close() {
    compactor.shutdownNow();
    try {
      subscription.close();
    } catch (Exception failed) {
      LOG.warn("The store's change feed did not close.", failed);
    }
  }
}
