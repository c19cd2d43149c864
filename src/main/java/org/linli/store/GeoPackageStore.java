package org.linli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.linli.gpkg.LayerTable;
import org.linli.gpkg.LayerTable.StoredRow;
import org.linli.gpkg.MalformedGeometryException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The embedded store: one GeoPackage file, written through SQLite's log with every commit synced.
 * Other processes may write to the file through this class, and other programs past it; their
 * commits are noticed within a second.
 */
public final class GeoPackageStore implements FeatureStore {
  private static final Logger LOG = LoggerFactory.getLogger(GeoPackageStore.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Path file;
  private final Duration patience;
  private final UUID id;
  private final List<LocalText> recoveryNotes;
  private final LayerFeed feed;
  private final CommitWatch commits;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(GeoPackageStore::daemon);

  private GeoPackageStore(Path file, Duration patience, Duration lookEvery) throws SQLException {
    this.file = file;
    this.patience = patience;
    try (Connection connection = GeoPackageConnection.open(file, patience)) {
      new GeoPackageMigrations(connection).run();
      this.id = new Ledger(connection).id();
      this.recoveryNotes = recover(new LoadJournal(connection));
    }
    this.feed = new LayerFeed(() -> read(connection -> new Ledger(connection).listVersions()));
    this.commits = new CommitWatch(file, patience);
    lookForChanges();
    long millis = lookEvery.toMillis();
    watch.scheduleWithFixedDelay(this::lookForChanges, millis, millis, TimeUnit.MILLISECONDS);
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
    return open(file, FeatureStore.PATIENCE);
  }

  /**
   * @param patience how long a writer waits for another before it is refused
   */
  static GeoPackageStore open(Path file, Duration patience) {
    return open(file, patience, LOOK_EVERY);
  }

  /**
   * @param lookEvery how often commits of others are looked for
   */
  static GeoPackageStore open(Path file, Duration patience, Duration lookEvery) {
    try {
      makeFile(file);
      return new GeoPackageStore(file, patience, lookEvery);
    } catch (SQLException | IOException failed) {
      throw unopened(file, failed);
    }
  }

  private static StoreException unopened(Path file, Exception failed) {
    String why = failed.getMessage();
    return new StoreException(
        new LocalText(
            "打不开数据存储 " + file + "：" + why,
            "The store " + file + " cannot be opened: " + why,
            "གཞི་གྲངས་མཛོད་ " + file + " ཁ་འབྱེད་མ་ཐུབ། " + why),
        failed);
  }

  private static void makeFile(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.notExists(file) && posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /** SQLite itself undoes what was cut off; what is left is to say so, and to forget it. */
  private static List<LocalText> recover(LoadJournal journal) throws SQLException {
    List<LocalText> notes = new ArrayList<>();
    for (LoadJournal.Entry entry : journal.list()) {
      if (!entry.isAlive()) {
        journal.end(entry.layerId());
        notes.add(entry.note());
      }
    }
    return List.copyOf(notes);
  }

  static StoreException failed(SQLException failed) {
    if (failed instanceof SQLiteException refused
        && refused.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
      return new StoreBusyException();
    }
    return StoreException.failed(failed);
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T read(Work<T> work) {
    try (Connection connection = GeoPackageConnection.openForReading(file, patience)) {
      return work.in(connection);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private interface Writing<T> {
    T in(GeoPackageTransaction transaction) throws SQLException;
  }

  private <T> T write(Writing<T> work) {
    T result;
    try (GeoPackageTransaction transaction = GeoPackageTransaction.begin(file, patience)) {
      result = work.in(transaction);
      transaction.commit();
    } catch (SQLException failed) {
      throw failed(failed);
    }
    feed.catchUp();
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
          connection.setAutoCommit(false);
          StoredLayer layer = new Ledger(connection).getLayer(layerId);
          LayerTable table = new LayerTable(layer.definition(), true);
          RowGate gate = new RowGate(layer.definition(), consumer);
          try (PreparedStatement query = connection.prepareStatement(table.selectSql())) {
            drain(table, query, gate);
          }
          gate.end();
          connection.rollback();
          return layer;
        });
  }

  @Override
  public StoredLayer read(String layerId, List<String> codes, RevisionedConsumer consumer) {
    return read(
        connection -> {
          connection.setAutoCommit(false);
          StoredLayer layer = new Ledger(connection).getLayer(layerId);
          LayerTable table = new LayerTable(layer.definition(), true);
          RowGate gate = new RowGate(layer.definition(), consumer);
          String sql = table.selectSql() + " WHERE code = ?";
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (String code : codes) {
              query.setString(1, code);
              drain(table, query, gate);
            }
          }
          gate.end();
          connection.rollback();
          return layer;
        });
  }

  private static void drain(LayerTable table, PreparedStatement query, RowGate gate)
      throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        pass(table, rows, gate);
      }
    }
  }

  private static void pass(LayerTable table, ResultSet rows, RowGate gate) throws SQLException {
    StoredRow row;
    try {
      row = table.read(rows);
    } catch (MalformedGeometryException broken) {
      gate.leaveOut(rows.getString(2), broken.getMessage());
      return;
    }
    gate.pass(row.feature(), row.revision());
  }

  @Override
  public StoredLayer createLayer(LayerDefinition definition) {
    return write(
        transaction -> {
          if (transaction.ledger().findLayer(definition.id()).isPresent()) {
            throw LayerExistsException.of(definition.id());
          }
          transaction.createTable(definition);
          transaction.ledger().note(definition, 0, Optional.empty());
          return transaction.ledger().getLayer(definition.id());
        });
  }

  @Override
  public void dropLayer(String layerId) {
    write(
        transaction -> {
          transaction.dropTable(transaction.ledger().getLayer(layerId).definition());
          transaction.ledger().forget(layerId);
          return layerId;
        });
  }

  @Override
  public Change apply(ChangeSet changes) {
    return write(transaction -> transaction.apply(changes));
  }

  @Override
  public BulkLoad bulkLoad(LayerDefinition definition, LoadMode mode) {
    try {
      GeoPackageTransaction transaction =
          GeoPackageTransaction.beginLoad(file, patience, definition.id());
      try {
        return new GeoPackageLoad(
            transaction, definition, mode, committed -> afterLoad(definition.id(), committed));
      } catch (SQLException | RuntimeException failed) {
        transaction.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private void afterLoad(String layerId, boolean committed) {
    if (committed) {
      feed.catchUp();
      return;
    }
    try (Connection connection = GeoPackageConnection.open(file, patience)) {
      new LoadJournal(connection).end(layerId);
    } catch (SQLException failed) {
      LOG.warn("The end of a load that was given up could not be noted.", failed);
    }
  }

  @Override
  public List<Change> changesSince(String layerId, long version) {
    return read(connection -> new Ledger(connection).changesSince(layerId, version));
  }

  @Override
  public List<Commit> lastCommits(String layerId, int limit) {
    return read(connection -> new Ledger(connection).lastCommits(layerId, limit));
  }

  @Override
  public AutoCloseable onChange(Consumer<LayerChanged> listener) {
    return feed.listen(listener);
  }

  /**
   * Other processes commit without a word, and programs other than ours know nothing of versions.
   * What cannot be taken in, as while an import holds the store, is tried again.
   */
  void lookForChanges() {
    try {
      commits.ifAny(
          reading -> {
            feed.catchUp();
            if (new OutsideEdits(reading).areThere()) {
              takeInOutsideEdits();
            }
          });
    } catch (StoreBusyException busy) {
      LOG.debug("Edits of other programs wait for a writer.", busy);
    } catch (SQLException | RuntimeException failed) {
      LOG.warn("Changes of other processes could not be looked for; it is tried again.", failed);
    }
  }

  private void takeInOutsideEdits() {
    write(
        transaction -> {
          new OutsideEdits(transaction.connection()).takeIn(transaction);
          return id;
        });
  }

  @Override
  public List<LocalText> recoveryNotes() {
    return recoveryNotes;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    commits.close();
  }
}
