package org.linli.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/**
 * The truth: where layers are kept. Every write is one transaction that gives the layer its next
 * version; nothing half-written is ever visible. Implementations are safe for use by many threads;
 * writers of one layer take turns, and in the embedded store all writers do.
 */
public interface FeatureStore extends AutoCloseable {

  /** How long a writer waits for another before it is refused. */
  Duration PATIENCE = Duration.ofSeconds(5);

  /** The identity of this store, given at its creation and kept for its life. */
  UUID id();

  /** The layers this store holds, by id, with their present version. */
  List<StoredLayer> listLayers();

  Optional<StoredLayer> findLayer(String layerId);

  /**
   * @throws UnknownLayerException if the store has no such layer
   */
  default StoredLayer getLayer(String layerId) {
    return findLayer(layerId).orElseThrow(() -> UnknownLayerException.of(layerId));
  }

  /**
   * Streams all features of a layer, in no particular order, from one consistent state.
   *
   * @return the layer as it was in that state
   * @throws UnknownLayerException if the store has no such layer
   */
  StoredLayer scan(String layerId, RevisionedConsumer consumer);

  /**
   * Creates a layer, empty, at version 1.
   *
   * @throws LayerExistsException if there is one of that id
   */
  StoredLayer createLayer(LayerDefinition definition);

  /**
   * Removes a layer and its features; its history of versions is kept so that none is used twice.
   */
  void dropLayer(String layerId);

  /**
   * Applies a small set of changes, all or none.
   *
   * @throws StaleRevisionException if a feature is no longer at the revision the change expects
   * @throws StoreBusyException if another writer holds what is to be written for more than five
   *     seconds
   */
  Change apply(ChangeSet changes);

  /**
   * Opens a transaction for many features. Nothing is visible, nor left after a crash, before
   * {@link BulkLoad#commit}.
   *
   * @param definition the layer; made by the load if the store has none of its id
   * @throws StoreBusyException if another writer holds what is to be written for more than five
   *     seconds
   */
  BulkLoad bulkLoad(LayerDefinition definition, LoadMode mode);

  /**
   * The changes of a layer after a version, oldest first, each with the codes it touched; empty if
   * there are none, and a single {@link Change#whole} change if it cannot be told row by row.
   */
  List<Change> changesSince(String layerId, long version);

  /**
   * The last commits of a layer, newest first; those from before commits had times are left out.
   *
   * @param limit how many at most
   */
  List<Commit> lastCommits(String layerId, int limit);

  /** The features of these codes as they are now; codes that are no more are left out. */
  StoredLayer read(String layerId, List<String> codes, RevisionedConsumer consumer);

  /**
   * Calls the listener after each committed change, by this process or any other, from a thread of
   * the store. A listener may be called for a change it has seen.
   */
  AutoCloseable onChange(Consumer<LayerChanged> listener);

  /** Whatever an earlier process began and did not finish, and what became of it, for the log. */
  List<LocalText> recoveryNotes();

  @Override
  void close();

  /** Receives features with the revision of each. */
  interface RevisionedConsumer {
    void accept(Feature feature, int revision);
  }

  /**
   * A layer's definition, its version, when that version was committed, and how many rows it has.
   */
  record StoredLayer(LayerDefinition definition, long version, Instant committedAt, long count) {}

  /** A change of a layer with the time at which it was committed. */
  record Commit(Change change, Instant at) {}

  /** Says that a layer is at a version now; {@code removed} when the layer is gone. */
  record LayerChanged(String layerId, long version, boolean removed) {}
}
