package org.linli.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;
import org.linli.gpkg.LayerTable;
import org.linli.gpkg.LayerTables;
import org.linli.gpkg.RTree;
import org.linli.gpkg.RTreePacking;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Edit;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One write transaction on the embedded store. Closing without {@link #commit} undoes it. */
final class GeoPackageTransaction implements AutoCloseable {
  private final Connection connection;
  private final LayerTables tables;
  private final EditMarks marks;
  private final Ledger ledger;

  private GeoPackageTransaction(Connection connection) {
    this.connection = connection;
    this.tables = new LayerTables(connection);
    this.marks = new EditMarks(connection);
    this.ledger = new Ledger(connection);
  }

  /**
   * Waits its turn, then begins.
   *
   * @throws StoreBusyException if another writer holds the store for longer than {@code patience}
   */
  static GeoPackageTransaction begin(Path file, Duration patience) throws SQLException {
    return begin(file, patience, GeoPackageTransaction::takeTurn);
  }

  /** The same for a bulk load, of which an entry in the journal tells from now on. */
  static GeoPackageTransaction beginLoad(Path file, Duration patience, String layerId)
      throws SQLException {
    return begin(
        file,
        patience,
        transaction -> {
          transaction.takeTurn();
          transaction.journal().begin(layerId);
          transaction.commit();
          transaction.takeTurn();
        });
  }

  private interface Start {
    void of(GeoPackageTransaction transaction) throws SQLException;
  }

  private static GeoPackageTransaction begin(Path file, Duration patience, Start start)
      throws SQLException {
    Connection connection = GeoPackageConnection.open(file, patience);
    try {
      GeoPackageTransaction transaction = new GeoPackageTransaction(connection);
      start.of(transaction);
      return transaction;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** Takes the write lock at once, so that what is read afterwards is still true at the commit. */
  private void takeTurn() throws SQLException {
    connection.setAutoCommit(false);
  }

  LoadJournal journal() {
    return new LoadJournal(connection);
  }

  Connection connection() {
    return connection;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Makes the table of a layer, indexed from the start. */
  LayerTable createTable(LayerDefinition definition) throws SQLException {
    ReservedNames.refuse(definition.id());
    LayerTable table = new LayerTable(definition, true);
    tables.create(table);
    Optional<RTree> index = tables.index(table);
    if (index.isPresent()) {
      index.get().createTriggers();
    }
    marks.createTriggers(table);
    return table;
  }

  void dropTable(LayerDefinition definition) throws SQLException {
    tables.drop(new LayerTable(definition, true));
    marks.clear(definition.id());
  }

  /** Makes the table fast to fill: neither its index nor the marks are kept meanwhile. */
  void beginFilling(LayerTable table) throws SQLException {
    marks.dropTriggers(table);
    Optional<RTree> index = tables.index(table);
    if (index.isPresent()) {
      index.get().dropTriggers();
    }
  }

  /** Indexes all rows of a table that was filled, by reading them. */
  void endFilling(LayerTable table) throws SQLException {
    marks.createTriggers(table);
    Optional<RTree> index = tables.index(table);
    if (index.isPresent()) {
      index.get().rebuild();
      index.get().createTriggers();
    }
  }

  /** The same by the boxes of all its rows. */
  void endFilling(LayerTable table, RTreePacking boxes) throws SQLException {
    marks.createTriggers(table);
    Optional<RTree> index = tables.index(table);
    if (index.isPresent()) {
      index.get().fill(boxes);
      index.get().createTriggers();
    }
  }

  void touch(LayerTable table, Bounds added) throws SQLException {
    tables.touch(table, added);
  }

  long count(LayerTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM \"" + table.name() + "\"")) {
      row.next();
      return row.getLong(1);
    }
  }

  long lastRowNumber(LayerTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT ifnull(max(\"%s\"), 0) FROM \"%s\""
                    .formatted(table.fidColumn(), table.name()))) {
      row.next();
      return row.getLong(1);
    }
  }

  Change apply(ChangeSet changes) throws SQLException {
    LayerDefinition definition = ledger.getLayer(changes.layerId()).definition();
    LayerTable table = new LayerTable(definition, true);
    Envelope added = new Envelope();
    List<String> codes = new ArrayList<>();
    marks.quiet();
    for (Edit edit : changes.edits()) {
      apply(table, edit, added);
      codes.add(edit.code());
    }
    marks.wake();
    touch(table, bounds(added));
    return ledger.note(definition, count(table), Optional.of(codes));
  }

  private void apply(LayerTable table, Edit edit, Envelope added) throws SQLException {
    if (edit instanceof Insert insert) {
      insert(table, insert.feature(), added);
    } else if (edit instanceof Update update) {
      update(table, update, added);
    } else if (edit instanceof Delete delete) {
      delete(table, delete);
    }
  }

  private void insert(LayerTable table, Feature feature, Envelope added) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(table.insertSql())) {
      statement.setLong(1, lastRowNumber(table) + 1);
      table.bind(statement, 2, feature);
      statement.executeUpdate();
      expand(added, feature);
    } catch (SQLiteException failed) {
      throw duplicate(failed, table.name(), feature.code());
    }
  }

  private void update(LayerTable table, Update update, Envelope added) throws SQLException {
    String sql = table.updateSql() + " WHERE code = ? AND \"" + table.revisionColumn() + "\" = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = table.bind(statement, 1, update.feature());
      statement.setString(at, update.code());
      statement.setInt(at + 1, update.expectedRevision());
      requireOne(statement.executeUpdate(), table, update.code(), update.expectedRevision());
      expand(added, update.feature());
    }
  }

  private void delete(LayerTable table, Delete delete) throws SQLException {
    String sql =
        "DELETE FROM \"%s\" WHERE code = ? AND \"%s\" = ?"
            .formatted(table.name(), table.revisionColumn());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, delete.code());
      statement.setInt(2, delete.expectedRevision());
      requireOne(statement.executeUpdate(), table, delete.code(), delete.expectedRevision());
    }
  }

  private static void requireOne(int rows, LayerTable table, String code, int revision) {
    if (rows != 1) {
      throw StaleRevisionException.of(table.name(), code, revision);
    }
  }

  private static Bounds bounds(Envelope box) {
    return box.isNull()
        ? Bounds.EMPTY
        : new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static void expand(Envelope added, Feature feature) {
    if (feature.shape() != null) {
      added.expandToInclude(feature.shape().getEnvelopeInternal());
    }
  }

  static SQLException duplicate(SQLiteException failed, String layer, String code) {
    if (failed.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE) {
      throw DuplicateCodeException.of(layer, code);
    }
    return failed;
  }

  /**
   * Commits, and begins no other: the driver's own commit would take the lock again, and could wait
   * for it in vain after all is done.
   */
  void commit() throws SQLException {
    connection.setAutoCommit(true);
  }

  /** What is not committed is undone by SQLite. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
