package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;

/**
 * Makes and removes the tables of layers in a GeoPackage, with all that the standard lists of them.
 */
public final class LayerTables {
  private final Connection connection;

  public LayerTables(Connection connection) {
    this.connection = connection;
  }

  /** Makes an empty table with its spatial index, but without the triggers that keep it. */
  public void create(LayerTable layer) throws SQLException {
    execute(layer.createSql());
    register(layer);
    if (layer.definition().hasGeometry()) {
      execute(
          "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, ?)",
          layer.name(),
          layer.geometryColumn(),
          layer.geometryTypeName(),
          layer.srsId(),
          layer.hasMeasures() ? 1 : 0);
      new RTree(connection, layer).create();
    }
  }

  private void register(LayerTable layer) throws SQLException {
    boolean spatial = layer.definition().hasGeometry();
    execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        layer.name(),
        spatial ? "features" : "attributes",
        layer.name(),
        layer.definition().title().zh(),
        spatial ? layer.srsId() : null);
  }

  /** Registers a table of bookkeeping, so that the package lists all it holds. */
  public void registerAttributes(String table, String description) throws SQLException {
    execute(
        "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description)"
            + " VALUES (?, 'attributes', ?, ?)",
        table,
        table,
        description);
  }

  /** Removes a table and all that is listed of it. */
  public void drop(LayerTable layer) throws SQLException {
    for (String list : List.of("gpkg_extensions", "gpkg_geometry_columns", "gpkg_contents")) {
      execute("DELETE FROM " + list + " WHERE table_name = ?", layer.name());
    }
    if (layer.definition().hasGeometry()) {
      new RTree(connection, layer).drop();
    }
    execute("DROP TABLE IF EXISTS " + SqlText.quoted(layer.name()));
  }

  /** The index of a layer; empty if it has no geometry. */
  public Optional<RTree> index(LayerTable layer) {
    return layer.definition().hasGeometry()
        ? Optional.of(new RTree(connection, layer))
        : Optional.empty();
  }

  /** Notes a change of a layer, whose extent it widens. */
  public void touch(LayerTable layer, Bounds added) throws SQLException {
    execute(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
            + " WHERE table_name = ?",
        layer.name());
    if (!added.isEmpty()) {
      execute(
          "UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), min_y ="
              + " min(ifnull(min_y, ?2), ?2), max_x = max(ifnull(max_x, ?3), ?3), max_y ="
              + " max(ifnull(max_y, ?4), ?4) WHERE table_name = ?5",
          added.minX(),
          added.minY(),
          added.maxX(),
          added.maxY(),
          layer.name());
    }
  }

  /** Says when a layer was changed last, if that is not now. */
  void date(LayerTable layer, Instant changed) throws SQLException {
    execute(
        "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?",
        ColumnType.text(changed),
        layer.name());
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
