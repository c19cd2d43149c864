package org.linli.store;

import java.sql.PreparedStatement;
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
  private final StoreWriter writer;
  private final Runnable afterwards;
  private final LayerTable table;
  private final LoadMode mode;
  private final boolean intoEmpty;
  private final BulkInsert insert;
  private final PreparedStatement remove;
  private Optional<Change> committed = Optional.empty();
  private boolean closed;

  GeoPackageLoad(StoreWriter writer, LayerDefinition definition, LoadMode mode, Runnable afterwards)
      throws SQLException {
    this.writer = writer;
    this.afterwards = afterwards;
    this.mode = mode;
    this.table = table(definition);
    long lastRow = writer.lastRowNumber(table);
    this.intoEmpty = lastRow == 0;
    writer.stopIndexing(table);
    insert = new BulkInsert(writer.connection(), table, lastRow + 1);
    remove =
        writer.connection().prepareStatement("DELETE FROM \"" + table.name() + "\" WHERE code = ?");
  }

  private LayerTable table(LayerDefinition definition) throws SQLException {
    Optional<FeatureStore.StoredLayer> stored = writer.ledger().findLayer(definition.id());
    if (stored.isEmpty()) {
      return writer.createTable(definition);
    }
    if (mode == LoadMode.REPLACE) {
      writer.dropTable(stored.get().definition());
      return writer.createTable(definition);
    }
    return new LayerTable(stored.get().definition(), true);
  }

  @Override
  public void add(Feature feature) {
    try {
      if (mode == LoadMode.UPSERT) {
        remove.setString(1, feature.code());
        remove.executeUpdate();
      }
      insert.add(feature);
    } catch (SQLiteException failed) {
      throw GeoPackageStore.failed(StoreWriter.duplicate(failed, table.name(), feature.code()));
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    }
  }

  @Override
  public Change commit() {
    try {
      index();
      writer.touch(table, insert.extent());
      Change change =
          writer.ledger().note(table.definition(), writer.count(table), Optional.empty());
      insert.close();
      remove.close();
      writer.commit();
      committed = Optional.of(change);
      return change;
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    }
  }

  private void index() throws SQLException {
    if (intoEmpty && mode != LoadMode.UPSERT) {
      writer.indexAll(table, insert.boxes());
    } else {
      writer.indexAll(table);
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
      remove.close();
      writer.close();
    } catch (SQLException failed) {
      throw GeoPackageStore.failed(failed);
    } finally {
      if (committed.isPresent()) {
        afterwards.run();
      }
    }
  }
}
