package org.linli.store;

import static org.linli.gpkg.SqlText.literal;
import static org.linli.gpkg.SqlText.quoted;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.linli.gpkg.LayerTable;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.StoredLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what other programs did to the embedded store into its ledger: a layer whose rows they
 * wrote gets its next version, to be read anew, and rows that a feature can be made of.
 */
final class OutsideEdits {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideEdits.class);

  private final Connection connection;
  private final EditMarks marks;

  OutsideEdits(Connection connection) {
    this.connection = connection;
    this.marks = new EditMarks(connection);
  }

  /** Whether there is anything to take in; only reads. */
  boolean areThere() throws SQLException {
    for (StoredLayer layer : new Ledger(connection).listLayers()) {
      LayerTable table = new LayerTable(layer.definition(), true);
      if (marks.isMarked(table) || !marks.hasTriggers(table)) {
        return true;
      }
    }
    return false;
  }

  /** Takes all of it in; what another process has taken in meanwhile is not taken twice. */
  void takeIn(GeoPackageTransaction transaction) throws SQLException {
    for (StoredLayer layer : transaction.ledger().listLayers()) {
      LayerTable table = new LayerTable(layer.definition(), true);
      if (!marks.hasTriggers(table)) {
        takeInTable(transaction, table);
      } else if (marks.isMarked(table)) {
        takeInRows(transaction, table);
      }
    }
  }

  private void takeInRows(GeoPackageTransaction transaction, LayerTable table) throws SQLException {
    LOG.info("Another program wrote to layer {}: it is read anew.", table.name());
    marks.quiet();
    new OutsideRows(connection, table).mend(marks.listRows(table));
    marks.clear(table.name());
    marks.wake();
    transaction.ledger().note(table.definition(), transaction.count(table), Optional.empty());
  }

  /** A table without our triggers was made anew, or is of a store older than they are. */
  private void takeInTable(GeoPackageTransaction transaction, LayerTable table)
      throws SQLException {
    Set<String> columns = columns(table);
    if (!columns.contains(table.fidColumn())) {
      leave(transaction, table, columns.isEmpty());
      return;
    }
    restoreColumns(table, columns);
    ensureUniqueCodes(table);
    marks.markAll(table);
    marks.createTriggers(table);
    takeInRows(transaction, table);
  }

  private void restoreColumns(LayerTable table, Set<String> present) throws SQLException {
    for (Map.Entry<String, String> column : table.columnTypes().entrySet()) {
      if (!present.contains(column.getKey())) {
        LOG.warn(
            "Another program removed the column {} of layer {}: it is there again, and empty.",
            column.getKey(),
            table.name());
        execute(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(quoted(table.name()), quoted(column.getKey()), column.getValue()));
      }
    }
  }

  private void leave(GeoPackageTransaction transaction, LayerTable table, boolean gone)
      throws SQLException {
    if (gone) {
      LOG.error("Another program removed the table of layer {}: the layer is gone.", table.name());
      transaction.dropTable(table.definition());
    } else {
      LOG.error(
          "Another program put a table without a column {} in the place of layer {}: the layer is gone. Rename that table, and import the layer again.",
          table.fidColumn(),
          table.name());
    }
    transaction.ledger().forget(table.name());
  }

  private Set<String> columns(LayerTable table) throws SQLException {
    Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM pragma_table_info(" + literal(table.name()) + ")")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  /** Of rows of the same code the first keeps it; the others get one of their own. */
  private void ensureUniqueCodes(LayerTable table) throws SQLException {
    if (hasUniqueCodes(table)) {
      return;
    }
    String name = quoted(table.name());
    execute(
        "UPDATE %1$s SET code = NULL WHERE rowid NOT IN (SELECT min(rowid) FROM %1$s GROUP BY code)"
            .formatted(name));
    execute(
        "CREATE UNIQUE INDEX IF NOT EXISTS \"linli_code_%s\" ON %s (%s)"
            .formatted(table.name(), name, LayerDefinition.KEY));
  }

  private boolean hasUniqueCodes(LayerTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet index =
            statement.executeQuery(
                "SELECT 1 FROM pragma_index_list(%s) list, pragma_index_info(list.name) WHERE list.\"unique\" GROUP BY list.name HAVING group_concat(pragma_index_info.name) = '%s'"
                    .formatted(literal(table.name()), LayerDefinition.KEY))) {
      return index.next();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
