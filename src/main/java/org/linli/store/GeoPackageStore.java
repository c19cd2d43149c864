package org.linli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.linli.gpkg.LayerTable;
import org.linli.gpkg.LayerTable.StoredRow;
import org.linli.gpkg.MalformedGeometryException;
import org.linli.gpkg.StandardTables;
import org.linli.layer.LayerDefinition;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/**
 * The embedded store: one GeoPackage file, written through SQLite's log with every commit synced.
 * Other processes may write to the file through this class; their commits are noticed within a
 * second.
 */
public final class GeoPackageStore implements FeatureStore {
  private final Path file;
  private final UUID id;
  private final List<Consumer<LayerChanged>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Long> announced = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(GeoPackageStore::daemon);

  private GeoPackageStore(Path file, UUID id) {
    this.file = file;
    this.id = id;
    listLayers().forEach(layer -> announced.put(layer.definition().id(), layer.version()));
    watch.scheduleWithFixedDelay(this::announceChanges, 1, 1, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-watch");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Opens the store, making the file when it is not there, readable by its owner only.
   *
   * @throws StoreException if it is no store of ours, or made by a newer version
   */
  public static GeoPackageStore open(Path file) {
    try {
      makeFile(file);
      return new GeoPackageStore(file, prepare(file));
    } catch (SQLException | IOException failed) {
      throw new StoreException(
          "The store " + file + " cannot be opened: " + failed.getMessage(), failed);
    }
  }

  private static void makeFile(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.notExists(file) && posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static UUID prepare(Path file) throws SQLException {
    try (Connection connection = GeoPackageConnection.open(file)) {
      connection.setAutoCommit(false);
      if (!StandardTables.exist(connection)) {
        StandardTables.create(connection);
      }
      Ledger ledger = new Ledger(connection);
      ledger.prepare();
      UUID id = ledger.id();
      connection.commit();
      return id;
    }
  }

  static StoreException failed(SQLException failed) {
    return new StoreException("The store could not do it: " + failed.getMessage(), failed);
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T read(Work<T> work) {
    try (Connection connection = GeoPackageConnection.open(file)) {
      return work.in(connection);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private interface Writing<T> {
    T in(StoreWriter writer) throws SQLException;
  }

  private <T> T write(Writing<T> work) {
    T result;
    try (StoreWriter writer = new StoreWriter(file)) {
      result = work.in(writer);
      writer.commit();
    } catch (SQLException failed) {
      throw failed(failed);
    }
    announceChanges();
    return result;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public List<StoredLayer> listLayers() {
    return read(connection -> new Ledger(connection).listLayers());
  }

  @Override
  public Optional<StoredLayer> findLayer(String layerId) {
    return read(connection -> new Ledger(connection).findLayer(layerId));
  }

  @Override
  public StoredLayer scan(String layerId, RevisionedConsumer consumer) {
    return read(
        connection -> {
          beginReading(connection);
          StoredLayer layer = new Ledger(connection).getLayer(layerId);
          LayerTable table = new LayerTable(layer.definition(), true);
          try (PreparedStatement query = connection.prepareStatement(table.selectSql())) {
            drain(table, query, consumer);
          }
          connection.rollback();
          return layer;
        });
  }

  @Override
  public StoredLayer read(String layerId, List<String> codes, RevisionedConsumer consumer) {
    return read(
        connection -> {
          beginReading(connection);
          StoredLayer layer = new Ledger(connection).getLayer(layerId);
          LayerTable table = new LayerTable(layer.definition(), true);
          String sql = table.selectSql() + " WHERE code = ?";
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (String code : codes) {
              query.setString(1, code);
              drain(table, query, consumer);
            }
          }
          connection.rollback();
          return layer;
        });
  }

  /** A transaction that only reads sees one state of the file to its end. */
  private static void beginReading(Connection connection) throws SQLException {
    ((SQLiteConnection) connection).setCurrentTransactionMode(TransactionMode.DEFERRED);
    connection.setAutoCommit(false);
  }

  private static void drain(LayerTable table, PreparedStatement query, RevisionedConsumer consumer)
      throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        StoredRow row = table.read(rows);
        consumer.accept(row.feature(), row.revision());
      }
    } catch (MalformedGeometryException broken) {
      throw new StoreException(
          "Layer " + table.name() + " holds a geometry that is unreadable: restore a backup.",
          broken);
    }
  }

  @Override
  public StoredLayer createLayer(LayerDefinition definition) {
    return write(
        writer -> {
          if (writer.ledger().findLayer(definition.id()).isPresent()) {
            throw new LayerExistsException("There is a layer " + definition.id() + " already.");
          }
          writer.createTable(definition);
          writer.ledger().note(definition, 0, Optional.empty());
          return writer.ledger().getLayer(definition.id());
        });
  }

  @Override
  public void dropLayer(String layerId) {
    write(
        writer -> {
          writer.dropTable(writer.ledger().getLayer(layerId).definition());
          writer.ledger().forget(layerId);
          return layerId;
        });
  }

  @Override
  public Change apply(ChangeSet changes) {
    return write(writer -> writer.apply(changes));
  }

  @Override
  public BulkLoad bulkLoad(LayerDefinition definition, LoadMode mode) {
    try {
      StoreWriter writer = new StoreWriter(file);
      try {
        return new GeoPackageLoad(writer, definition, mode, this::announceChanges);
      } catch (SQLException | RuntimeException failed) {
        writer.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public List<Change> changesSince(String layerId, long version) {
    return read(connection -> new Ledger(connection).changesSince(layerId, version));
  }

  @Override
  public AutoCloseable onChange(Consumer<LayerChanged> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Tells of every layer whose version is not the one told before; also of other processes'
   * commits.
   */
  private synchronized void announceChanges() {
    List<StoredLayer> layers = listLayers();
    for (StoredLayer layer : layers) {
      Long before = announced.put(layer.definition().id(), layer.version());
      if (before == null || before != layer.version()) {
        announce(new LayerChanged(layer.definition().id(), layer.version(), false));
      }
    }
    List<String> present = layers.stream().map(layer -> layer.definition().id()).toList();
    for (String gone : announced.keySet().stream().filter(k -> !present.contains(k)).toList()) {
      announce(new LayerChanged(gone, announced.remove(gone), true));
    }
  }

  private void announce(LayerChanged changed) {
    listeners.forEach(listener -> listener.accept(changed));
  }

  /** An unfinished transaction leaves no trace in SQLite's log; there is nothing to tell. */
  @Override
  public List<String> recoveryNotes() {
    return List.of();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
