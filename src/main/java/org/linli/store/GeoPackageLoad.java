package org.linli.store;

import java.sql.SQLException;
import java.util.Optional;
import org.linli.gpkg.BulkInsert;
import org.linli.gpkg.LayerTable;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.sqlite.SQLiteException;

/**
 * A bulk load of the embedded store: rows by a prepared statement, the spatial index at the end.
 */
final class GeoPackageLoad implements BulkLoad {
  private final GeoPackageTransaction transaction;
  private final Ending afterwards;
  private final LayerTable table;
  private final LoadMode mode;
  private final boolean intoEmpty;
  private final BulkInsert insert;
  private Optional<Change> committed = Optional.empty();
  private boolean closed;

  /** What the store does once the transaction is over. */
  interface Ending {
    void accept(boolean committed);
  }

  GeoPackageLoad(
      GeoPackageTransaction transaction,
      LayerDefinition definition,
      LoadMode mode,
      Ending afterwards)
      throws SQLException {
    this.transaction = transaction;
    this.afterwards = afterwards;
    this.mode = mode;
    this.table = table(definition);
    long lastRow = transaction.lastRowNumber(table);
    this.intoEmpty = lastRow == 0;
    transaction.beginFilling(table);
    insert =
        new BulkInsert(
            transaction.connection(),
            table,
            mode == LoadMode.UPSERT ? table.upsertSql() : table.insertSql(),
            lastRow + 1);
  }

  private LayerTable table(LayerDefinition definition) throws SQLException {
    Optional<FeatureStore.StoredLayer> stored = transaction.ledger().findLayer(definition.id());
    if (stored.isEmpty()) {
      return transaction.createTable(definition);
    }
    if (mode == LoadMode.REPLACE) {
      transaction.dropTable(stored.get().definition());
      return transaction.createTable(definition);
    }
    return new LayerTable(stored.get().definition(), true);
  }

  @Override
  public void add(Feature feature) {
    try {
      insert.add(feature);
    } catch (SQLiteException failed) {
      throw GeoPackageStore.failed(
          GeoPackageTransaction.duplicate(failed, table.name(), feature.code()));
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    }
  }

  @Override
  public Change commit() {
    try {
      index();
      transaction.touch(table, insert.extent());
      Change change =
          transaction.ledger().note(table.definition(), transaction.count(table), Optional.empty());
      insert.close();
      transaction.journal().end(table.name());
      transaction.commit();
      committed = Optional.of(change);
      return change;
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    }
  }

  private void index() throws SQLException {
    if (intoEmpty && mode != LoadMode.UPSERT) {
      transaction.endFilling(table, insert.boxes());
    } else {
      transaction.endFilling(table);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      insert.close();
      transaction.close();
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    } finally {
      afterwards.accept(committed.isPresent());
    }
  }
}
