package org.linli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Edit;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.linli.store.FeatureStore.StoredLayer;

/**
 * One write transaction on one layer of the server store, which no other writer of that layer
 * enters. Closing without {@link #commit} undoes it.
 */
final class PostgisTransaction implements AutoCloseable {
  /** What other nodes listen to; the payload is the layer and its version. */
  static final String CHANNEL = "linli_change";

  private final PostgisDatabase database;
  private final Connection connection;
  private final Ledger ledger;
  private final String layerId;

  private PostgisTransaction(PostgisDatabase database, Connection connection, String layerId) {
    this.database = database;
    this.connection = connection;
    this.ledger = new Ledger(connection);
    this.layerId = layerId;
  }

  /**
   * Waits its turn on the layer, then begins.
   *
   * @throws SQLException of state 55P03 if another writer holds the layer for longer than the
   *     database's patience
   */
  static PostgisTransaction begin(PostgisDatabase database, String layerId) throws SQLException {
    return begin(database, layerId, database.patience());
  }

  /** The same with a patience of its own. */
  static PostgisTransaction begin(PostgisDatabase database, String layerId, Duration patience)
      throws SQLException {
    Connection connection = database.connect();
    try {
      connection.setAutoCommit(false);
      PostgisTransaction transaction = new PostgisTransaction(database, connection, layerId);
      transaction.waitAtMost(patience);
      transaction.takeTurn();
      return transaction;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** Limits how long each later statement waits for a lock. */
  void waitAtMost(Duration patience) throws SQLException {
    execute("SET LOCAL lock_timeout TO '%dms'".formatted(patience.toMillis()));
  }

  /**
   * A layer that is yet to be made has no version row that could be locked, so its name is locked
   * as well.
   */
  private void takeTurn() throws SQLException {
    try (PreparedStatement name =
            connection.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtextextended('linli ' || ?, 0))");
        PreparedStatement version =
            connection.prepareStatement("SELECT 1 FROM linli_layer WHERE layer = ? FOR UPDATE")) {
      name.setString(1, layerId);
      name.execute();
      version.setString(1, layerId);
      version.execute();
    }
  }

  Connection connection() {
    return connection;
  }

  Ledger ledger() {
    return ledger;
  }

  LoadJournal journal() {
    return new LoadJournal(connection);
  }

  PostgisTable table(LayerDefinition definition) {
    return database.table(definition);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  StoredLayer createLayer(LayerDefinition definition) throws SQLException {
    ReservedNames.refuse(layerId);
    if (ledger.findLayer(layerId).isPresent()) {
      throw LayerExistsException.of(layerId);
    }
    PostgisTable table = table(definition);
    execute(table.createSql(table.name()));
    index(table, table.name());
    ledger.note(definition, 0, Optional.empty());
    return ledger.getLayer(layerId);
  }

  void index(PostgisTable table, String name) throws SQLException {
    for (String sql : table.indexSql(name)) {
      execute(sql);
    }
  }

  void dropLayer() throws SQLException {
    execute("DROP TABLE " + table(ledger.getLayer(layerId).definition()).name());
    ledger.forget(layerId);
  }

  Change apply(List<Edit> edits) throws SQLException {
    StoredLayer layer = ledger.getLayer(layerId);
    PostgisTable table = table(layer.definition());
    PostgisRows rows = new PostgisRows(layer.definition());
    List<String> codes = new ArrayList<>();
    long count = layer.count();
    for (Edit edit : edits) {
      count += apply(table, rows, edit);
      codes.add(edit.code());
    }
    return ledger.note(layer.definition(), count, Optional.of(codes));
  }

  /** Gives by how many rows the layer grew. */
  private int apply(PostgisTable table, PostgisRows rows, Edit edit) throws SQLException {
    if (edit instanceof Insert insert) {
      insert(table, rows, insert.feature());
      return 1;
    }
    if (edit instanceof Update update) {
      update(table, rows, update);
      return 0;
    }
    delete(table, (Delete) edit);
    return -1;
  }

  private void insert(PostgisTable table, PostgisRows rows, Feature feature) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(table.insertSql())) {
      rows.bind(statement, feature);
      statement.executeUpdate();
    }
  }

  private void update(PostgisTable table, PostgisRows rows, Update update) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(table.updateSql())) {
      int at = rows.bind(statement, update.feature());
      statement.setString(at, update.code());
      statement.setInt(at + 1, update.expectedRevision());
      requireOne(statement.executeUpdate(), update.code(), update.expectedRevision());
    }
  }

  private void delete(PostgisTable table, Delete delete) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(table.deleteSql())) {
      statement.setString(1, delete.code());
      statement.setInt(2, delete.expectedRevision());
      requireOne(statement.executeUpdate(), delete.code(), delete.expectedRevision());
    }
  }

  private void requireOne(int rows, String code, int revision) {
    if (rows != 1) {
      throw StaleRevisionException.of(layerId, code, revision);
    }
  }

  long count(PostgisTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Commits, and tells the other nodes. */
  void commit() throws SQLException {
    try (PreparedStatement notify =
        connection.prepareStatement(
            "SELECT pg_notify(?, layer || ' ' || version) FROM linli_layer WHERE layer = ?")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, layerId);
      notify.execute();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    try (Connection closing = connection) {
      if (!closing.isClosed()) {
        closing.rollback();
      }
    }
  }
}
