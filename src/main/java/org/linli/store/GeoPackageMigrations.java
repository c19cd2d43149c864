package org.linli.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.linli.gpkg.LayerTables;
import org.linli.gpkg.StandardTables;

/**
 * Makes the embedded store's own tables, and brings those of an older version up to date: all steps
 * in one transaction that holds the writer lock, so that two processes may open a new file at once.
 * A file that is up to date is only looked at, also while an import holds that lock.
 */
final class GeoPackageMigrations {
  /** A step, once released, is never changed; {@code linli_store.schema} counts those taken. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "CREATE TABLE linli_store (id TEXT NOT NULL, schema INTEGER NOT NULL)",
              "CREATE TABLE linli_layer (layer TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,"
                  + " committed_at INTEGER NOT NULL, rows INTEGER NOT NULL, definition TEXT)",
              "CREATE TABLE linli_change (layer TEXT NOT NULL, version INTEGER NOT NULL,"
                  + " codes TEXT, PRIMARY KEY (layer, version))"),
          List.of(
              "CREATE TABLE linli_load (layer TEXT PRIMARY KEY NOT NULL, begun_at INTEGER NOT NULL,"
                  + " process INTEGER NOT NULL)"),
          List.of(
              "CREATE TABLE linli_outside (layer TEXT NOT NULL, fid INTEGER NOT NULL,"
                  + " PRIMARY KEY (layer, fid)) WITHOUT ROWID"),
          List.of("ALTER TABLE linli_change ADD COLUMN committed_at INTEGER"));

  private static final List<String> TABLES =
      List.of("linli_store", "linli_layer", "linli_change", "linli_load", "linli_outside");

  private final Connection connection;

  /**
   * @param connection in autocommit mode
   */
  GeoPackageMigrations(Connection connection) {
    this.connection = connection;
  }

  /**
   * Leaves the connection closed if it fails, so that nothing is done by half.
   *
   * @throws StoreException if a newer program made the store
   */
  void run() throws SQLException {
    if (stepsTaken() == STEPS.size()) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      if (!StandardTables.exist(connection)) {
        StandardTables.create(connection);
      }
      takeSteps(stepsTaken());
      connection.setAutoCommit(true);
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private int stepsTaken() throws SQLException {
    if (!isThere("linli_store")) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT schema FROM linli_store")) {
      row.next();
      int steps = row.getInt(1);
      if (steps > STEPS.size()) {
        throw StoreException.madeByNewer();
      }
      return steps;
    }
  }

  private boolean isThere(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
      return found.next();
    }
  }

  private void takeSteps(int taken) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : STEPS.subList(taken, STEPS.size())) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute(
          "INSERT INTO linli_store SELECT '%s', 0 WHERE NOT EXISTS (SELECT 1 FROM linli_store)"
              .formatted(UUID.randomUUID()));
      statement.execute("UPDATE linli_store SET schema = " + STEPS.size());
    }
    LayerTables tables = new LayerTables(connection);
    for (String table : TABLES) {
      tables.registerAttributes(table, "Linli Atlas");
    }
  }
}
