package org.linli.gpkg;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.linli.geo.Crs;
import org.linli.geo.CrsWkt;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.sqlite.SQLiteConfig;

/**
 * Makes a GeoPackage file to give away: layers one after the other, each with its spatial index. It
 * is whole only after {@link #close}; until then a failure leaves a file to be thrown away. Used by
 * one thread.
 */
public final class GeoPackageWriter implements AutoCloseable {
  private final Connection connection;
  private final LayerTables tables;
  private LayerTable table;
  private BulkInsert insert;
  private FlatBlobWriter blobs;
  private Optional<Instant> changed = Optional.empty();
  private Optional<PlacedRows> placed = Optional.empty();
  private final double[] box = new double[4];

  private GeoPackageWriter(Connection connection) {
    this.connection = connection;
    this.tables = new LayerTables(connection);
  }

  /**
   * @throws GeoPackageException if there is a file already, or it cannot be made
   */
  public static GeoPackageWriter create(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setGetGeneratedKeys(false);
    try {
      Files.createFile(file);
      Connection connection = config.createConnection("jdbc:sqlite:" + SqliteUri.of(file));
      StandardTables.create(connection);
      SpatialFunctions.register(connection);
      connection.setAutoCommit(false);
      return new GeoPackageWriter(connection);
    } catch (FileAlreadyExistsException taken) {
      throw new GeoPackageException(file + " is there already: give another name.", taken);
    } catch (IOException | SQLException failed) {
      throw new GeoPackageException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  /** Begins a layer; what is added from now on belongs to it. */
  public void startLayer(LayerDefinition definition) {
    startLayer(definition, Crs.WGS84);
  }

  /**
   * Begins a layer; what is added from now on belongs to it.
   *
   * @param crs the system of its geometries, one that {@link CrsWkt} has a text of
   */
  public void startLayer(LayerDefinition definition, Crs crs) {
    run(
        () -> {
          finishLayer();
          table = new LayerTable(definition, false, StandardTables.addSystem(connection, crs));
          tables.create(table);
          insert = new BulkInsert(connection, table, crs.isGeographic());
          blobs = table.flatBlobs();
        });
  }

  /**
   * Tells of the layer that was begun last: what its columns mean, and a document about it.
   *
   * @param document in the terms of Dublin Core, as JSON
   * @param changed when the data were last changed; the same data so make the same file
   */
  public void annotate(String document, Instant changed) {
    this.changed = Optional.of(changed);
    run(() -> new Annotations(connection, table).write(document, changed));
  }

  /** Adds a feature to the layer that was begun last. */
  public void add(Feature feature) {
    run(() -> insert.add(feature));
  }

  /**
   * Adds a feature to the layer that was begun last, whose features are all {@link #indexBy
   * indexed} at the end.
   *
   * @param values one a field of the definition, of the field type's Java type; null is missing
   */
  public void add(String code, FlatGeometry geometry, Object[] values) {
    run(
        () -> {
          boolean placed = geometry.wkbKind() != 0;
          if (placed) {
            geometry.box(box);
          }
          insert.add(code, placed ? blobs.write(geometry, box) : null, box, values);
        });
  }

  /**
   * Tells how the layer that was begun last is to be indexed once it has all its features, which
   * were added by their code, geometry and values.
   */
  public void indexBy(PlacedRows rows) {
    placed = Optional.of(rows);
  }

  private void finishLayer() throws SQLException {
    if (insert == null) {
      return;
    }
    insert.close();
    if (table.definition().hasGeometry()) {
      RTree index = new RTree(connection, table);
      if (placed.isPresent()) {
        index.fill(placed.get(), insert.rows(), insert.placed());
      } else {
        index.fill(insert.boxes());
      }
      index.createTriggers();
    }
    tables.touch(table, insert.extent());
    if (changed.isPresent()) {
      tables.date(table, changed.get());
    }
    changed = Optional.empty();
    placed = Optional.empty();
  }

  @Override
  public void close() {
    run(
        () -> {
          try (connection) {
            finishLayer();
            connection.commit();
          }
        });
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (SQLException failed) {
      throw new GeoPackageException(
          "The GeoPackage was not written: " + failed.getMessage(), failed);
    }
  }
}
