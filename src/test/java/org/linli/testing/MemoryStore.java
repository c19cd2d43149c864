package org.linli.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.store.BulkLoad;
import org.linli.store.Change;
import org.linli.store.ChangeSet;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Edit;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.linli.store.DuplicateCodeException;
import org.linli.store.FeatureStore;
import org.linli.store.LayerExistsException;
import org.linli.store.LoadMode;
import org.linli.store.StaleRevisionException;
import org.linli.store.UnknownLayerException;

/**
 * A store that keeps everything in memory, for tests of what stands on a store. It tells its
 * listeners before a write returns, so that a test needs no waiting. Its identity and its clock are
 * fixed.
 */
public final class MemoryStore implements FeatureStore {
  /** When the first change is committed; each later one is a minute after. */
  public static final Instant FIRST_COMMIT = Instant.parse("2026-05-01T08:00:00Z");

  private final UUID id = new UUID(0x11711, 0x47145);
  private final Map<String, Layer> layers = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();
  private final List<Consumer<LayerChanged>> listeners = new CopyOnWriteArrayList<>();
  private int commits;

  private static final class Layer {
    LayerDefinition definition;
    long version;
    Instant committedAt;
    final Map<String, Revisioned> features = new TreeMap<>();
    final List<Change> changes = new ArrayList<>();
    final List<Commit> commits = new ArrayList<>();

    Layer(LayerDefinition definition) {
      this.definition = definition;
    }

    StoredLayer stored() {
      return new StoredLayer(definition, version, committedAt, features.size());
    }
  }

  private record Revisioned(Feature feature, int revision) {}

  /** Replaces a layer's features, and makes the layer if it is new. */
  public void put(LayerDefinition definition, List<Feature> features) {
    try (BulkLoad load = bulkLoad(definition, LoadMode.REPLACE)) {
      features.forEach(load::add);
      load.commit();
    }
  }

  /** Adds or replaces one feature, whatever its revision. */
  public void put(String layerId, Feature feature) {
    Revisioned known = layer(layerId).features.get(feature.code());
    Edit edit = known == null ? new Insert(feature) : new Update(feature, known.revision);
    apply(new ChangeSet(layerId, List.of(edit)));
  }

  /** Removes one feature, whatever its revision. */
  public void remove(String layerId, String code) {
    int revision = layer(layerId).features.get(code).revision;
    apply(new ChangeSet(layerId, List.of(new Delete(code, revision))));
  }

  private Layer layer(String layerId) {
    return Optional.ofNullable(layers.get(layerId))
        .orElseThrow(() -> UnknownLayerException.of(layerId));
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public synchronized List<StoredLayer> listLayers() {
    return layers.values().stream().map(Layer::stored).toList();
  }

  @Override
  public synchronized Optional<StoredLayer> findLayer(String layerId) {
    return Optional.ofNullable(layers.get(layerId)).map(Layer::stored);
  }

  @Override
  public synchronized StoredLayer scan(String layerId, RevisionedConsumer consumer) {
    Layer layer = layer(layerId);
    layer.features.values().forEach(kept -> consumer.accept(kept.feature, kept.revision));
    return layer.stored();
  }

  @Override
  public StoredLayer createLayer(LayerDefinition definition) {
    synchronized (this) {
      if (layers.containsKey(definition.id())) {
        throw LayerExistsException.of(definition.id());
      }
      layers.put(definition.id(), new Layer(definition));
    }
    commit(definition.id(), List.of(), true);
    return getLayer(definition.id());
  }

  @Override
  public void dropLayer(String layerId) {
    synchronized (this) {
      layer(layerId);
      layers.remove(layerId);
    }
    tell(new LayerChanged(layerId, versions.get(layerId), true));
  }

  @Override
  public Change apply(ChangeSet changes) {
    synchronized (this) {
      Layer layer = layer(changes.layerId());
      Map<String, Revisioned> changed = new TreeMap<>(layer.features);
      changes.edits().forEach(edit -> apply(changes.layerId(), edit, changed));
      layer.features.clear();
      layer.features.putAll(changed);
    }
    return commit(
        changes.layerId(), changes.edits().stream().map(Edit::code).distinct().toList(), false);
  }

  private static void apply(String layerId, Edit edit, Map<String, Revisioned> features) {
    Revisioned known = features.get(edit.code());
    if (edit instanceof Insert insert) {
      requireFree(known, layerId, edit.code());
      features.put(edit.code(), new Revisioned(insert.feature(), 1));
    } else if (edit instanceof Update update) {
      requireFresh(known, update.expectedRevision(), layerId, edit.code());
      features.put(edit.code(), new Revisioned(update.feature(), known.revision + 1));
    } else if (edit instanceof Delete delete) {
      requireFresh(known, delete.expectedRevision(), layerId, edit.code());
      features.remove(edit.code());
    }
  }

  private static void requireFree(Revisioned known, String layerId, String code) {
    if (known != null) {
      throw DuplicateCodeException.of(layerId, code);
    }
  }

  private static void requireFresh(Revisioned known, int expected, String layerId, String code) {
    if (known == null || known.revision != expected) {
      throw StaleRevisionException.of(layerId, code, expected);
    }
  }

  private Change commit(String layerId, List<String> codes, boolean whole) {
    Change change;
    synchronized (this) {
      Layer layer = layer(layerId);
      layer.version = versions.merge(layerId, 1L, Long::sum);
      layer.committedAt = FIRST_COMMIT.plus(commits++, ChronoUnit.MINUTES);
      change = new Change(layerId, layer.version, codes, whole);
      layer.changes.add(change);
      layer.commits.add(0, new Commit(change, layer.committedAt));
    }
    tell(new LayerChanged(layerId, change.version(), false));
    return change;
  }

  private void tell(LayerChanged changed) {
    listeners.forEach(listener -> listener.accept(changed));
  }

  @Override
  public BulkLoad bulkLoad(LayerDefinition definition, LoadMode mode) {
    return new MemoryLoad(definition, mode);
  }

  private final class MemoryLoad implements BulkLoad {
    private final LayerDefinition definition;
    private final LoadMode mode;
    private final Map<String, Revisioned> loaded = new TreeMap<>();

    MemoryLoad(LayerDefinition definition, LoadMode mode) {
      this.definition = definition;
      this.mode = mode;
      if (mode != LoadMode.REPLACE && layers.containsKey(definition.id())) {
        loaded.putAll(layer(definition.id()).features);
      }
    }

    @Override
    public void add(Feature feature) {
      Revisioned known = loaded.get(feature.code());
      if (known != null && mode != LoadMode.UPSERT) {
        throw DuplicateCodeException.of(definition.id(), feature.code());
      }
      loaded.put(feature.code(), new Revisioned(feature, known == null ? 1 : known.revision + 1));
    }

    @Override
    public Change commit() {
      synchronized (MemoryStore.this) {
        Layer layer = layers.computeIfAbsent(definition.id(), id -> new Layer(definition));
        layer.definition = definition;
        layer.features.clear();
        layer.features.putAll(loaded);
      }
      return MemoryStore.this.commit(definition.id(), List.of(), true);
    }

    @Override
    public void close() {
      loaded.clear();
    }
  }

  @Override
  public synchronized List<Change> changesSince(String layerId, long version) {
    return layer(layerId).changes.stream().filter(c -> c.version() > version).toList();
  }

  @Override
  public synchronized List<Commit> lastCommits(String layerId, int limit) {
    return layers.containsKey(layerId)
        ? layer(layerId).commits.stream().limit(limit).toList()
        : List.of();
  }

  @Override
  public synchronized StoredLayer read(
      String layerId, List<String> codes, RevisionedConsumer consumer) {
    Layer layer = layer(layerId);
    for (String code : codes) {
      Revisioned kept = layer.features.get(code);
      if (kept != null) {
        consumer.accept(kept.feature, kept.revision);
      }
    }
    return layer.stored();
  }

  @Override
  public AutoCloseable onChange(Consumer<LayerChanged> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<LocalText> recoveryNotes() {
    return List.of();
  }

  @Override
  public void close() {
    listeners.clear();
  }
}
