package org.linli.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.linli.gpkg.SqlText;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/**
 * The server store: a PostgreSQL database with PostGIS, in a schema of its own. Several portals may
 * share it; each hears of the others' commits at once. Writers of different layers do not wait for
 * each other.
 */
public final class PostgisStore implements FeatureStore {
  /** Rows that are fetched at once. */
  private static final int FETCH_ROWS = 1_000;

  private final PostgisDatabase database;
  private final UUID id;
  private final List<LocalText> recoveryNotes;
  private final LayerFeed feed;
  private final PostgisListener listener;

  private PostgisStore(PostgisDatabase database, Duration catchUpEvery) throws SQLException {
    this.database = database;
    this.id = read(connection -> new Ledger(connection).id());
    this.recoveryNotes = PostgisJournal.recover(database);
    this.feed = new LayerFeed(() -> read(connection -> new Ledger(connection).listVersions()));
    this.listener = new PostgisListener(database::connectAlone, catchUpEvery, this::lookForChanges);
    PostgisOutside.takeIn(database);
    listener.start();
  }

  /**
   * Opens the store in a database, and makes there what it needs.
   *
   * @throws StoreException if the database cannot be reached or prepared, or was made by a newer
   *     version; the message says what to do
   */
  public static PostgisStore open(DatabaseAddress address) {
    return open(address, FeatureStore.PATIENCE, PostgisListener.CATCH_UP_EVERY);
  }

  /**
   * @param patience how long a writer waits for another before it is refused
   * @param catchUpEvery how often changes are looked for without a word of them
   */
  static PostgisStore open(DatabaseAddress address, Duration patience, Duration catchUpEvery) {
    PostgisDatabase database = PostgisDatabase.open(address, patience);
    try {
      return new PostgisStore(database, catchUpEvery);
    } catch (SQLException failed) {
      database.close();
      throw PostgisFailures.of(failed);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private interface Reading<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> work) {
    try (Connection connection = database.connect()) {
      return work.in(connection);
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed);
    }
  }

  private interface Writing<T> {
    T in(PostgisTransaction transaction) throws SQLException;
  }

  private <T> T write(String layerId, Writing<T> work) {
    T result;
    try (PostgisTransaction transaction = PostgisTransaction.begin(database, layerId)) {
      result = work.in(transaction);
      transaction.commit();
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed, layerId);
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
    return readLayer(layerId, "", (connection, query) -> {}, consumer);
  }

  @Override
  public StoredLayer read(String layerId, List<String> codes, RevisionedConsumer consumer) {
    return readLayer(
        layerId,
        " WHERE \"code\" = ANY (?)",
        (connection, query) -> {
          Array wanted = connection.createArrayOf("text", codes.toArray());
          query.setArray(1, wanted);
        },
        consumer);
  }

  private interface Parameters {
    void set(Connection connection, PreparedStatement query) throws SQLException;
  }

  private StoredLayer readLayer(
      String layerId, String where, Parameters parameters, RevisionedConsumer consumer) {
    return read(
        connection -> {
          connection.setAutoCommit(false);
          beginReading(connection, layerId);
          StoredLayer layer = new Ledger(connection).getLayer(layerId);
          String sql = database.table(layer.definition()).selectSql() + where;
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            parameters.set(connection, query);
            try (ResultSet rows = query.executeQuery()) {
              new PostgisRows(layer.definition()).drain(rows, consumer);
            }
          }
          connection.rollback();
          return layer;
        });
  }

  /**
   * Holds the table before the state to be read is fixed by the first query. Otherwise a load could
   * put another table in its place between the two, and rows newer than the state would not show.
   */
  private static void beginReading(Connection connection, String layerId) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; LOCK TABLE %s.%s IN ACCESS SHARE MODE"
              .formatted(PostgisDatabase.SCHEMA, SqlText.quoted(layerId)));
    } catch (SQLException failed) {
      if (PostgisFailures.isNoTable(failed)) {
        throw UnknownLayerException.of(layerId);
      }
      throw failed;
    }
  }

  @Override
  public StoredLayer createLayer(LayerDefinition definition) {
    return write(definition.id(), transaction -> transaction.createLayer(definition));
  }

  @Override
  public void dropLayer(String layerId) {
    write(
        layerId,
        transaction -> {
          transaction.dropLayer();
          return layerId;
        });
  }

  @Override
  public Change apply(ChangeSet changes) {
    return write(changes.layerId(), transaction -> transaction.apply(changes.edits()));
  }

  @Override
  public BulkLoad bulkLoad(LayerDefinition definition, LoadMode mode) {
    try {
      return PostgisLoad.begin(database, definition, mode, feed::catchUp);
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed, definition.id());
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
  public AutoCloseable onChange(Consumer<LayerChanged> heard) {
    return feed.listen(heard);
  }

  /** Others write to the layers past the store, or through a store of their own. */
  private void lookForChanges() {
    feed.catchUp();
    try {
      PostgisOutside.takeIn(database);
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed);
    }
    feed.catchUp();
  }

  @Override
  public List<LocalText> recoveryNotes() {
    return recoveryNotes;
  }

  @Override
  public void close() {
    listener.close();
    database.close();
  }
}
