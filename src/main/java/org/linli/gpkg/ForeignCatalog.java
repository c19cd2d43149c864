package org.linli.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.gpkg.GeoPackageReader.ForeignColumn;
import org.linli.gpkg.GeoPackageReader.Srs;
import org.linli.gpkg.GeoPackageReader.Table;
import org.linli.layer.GeometryType;

/** Lists what a foreign package holds, sorting out what is not to be read. */
final class ForeignCatalog {
  private static final int MAX_TABLES = 1_000;

  /** Our own tables of bookkeeping in a package made by this program. */
  private static final String OWN_PREFIX = "linli_";

  private final Connection connection;
  private final Path file;
  private final List<Table> tables = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  ForeignCatalog(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /** The tables to read, and the names of those that are not. */
  record Listing(List<Table> tables, List<String> refused) {}

  Listing list() throws SQLException {
    if (!isOrdinaryTable("gpkg_contents")) {
      throw GeoPackageException.notOne(file, "gpkg_contents");
    }
    for (Entry entry : entries()) {
      if (isOrdinaryTable(entry.table)) {
        tables.add(describe(entry));
      } else {
        refused.add(entry.table);
      }
    }
    return new Listing(List.copyOf(tables), List.copyOf(refused));
  }

  /** A line of {@code gpkg_contents}. */
  private record Entry(String table, boolean hasFeatures) {}

  private List<Entry> entries() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT table_name, data_type FROM gpkg_contents WHERE data_type IN"
                    + " ('features', 'attributes', 'aspatial') LIMIT "
                    + MAX_TABLES);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        String table = rows.getString(1);
        if (table != null && !table.toLowerCase(Locale.ROOT).startsWith(OWN_PREFIX)) {
          entries.add(new Entry(table, rows.getString(2).equals("features")));
        }
      }
    }
    return entries;
  }

  /** Views and virtual tables have no root page; tables without row numbers are left out too. */
  private boolean isOrdinaryTable(String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM pragma_table_list(?) WHERE schema = 'main' AND type = 'table'"
                + " AND wr = 0 AND EXISTS (SELECT 1 FROM main.sqlite_master WHERE type = 'table'"
                + " AND rootpage > 0 AND lower(name) = lower(?))")) {
      select.setString(1, table);
      select.setString(2, table);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() && rows.getInt(1) == 1;
      }
    }
  }

  /** A table that the format asks for; a computed column in it would be the file's program. */
  private void requireCatalog(String table) throws SQLException {
    if (!isOrdinaryTable(table) || hasComputedColumn(table)) {
      throw GeoPackageException.notOne(file, table);
    }
  }

  private boolean hasComputedColumn(String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM pragma_table_xinfo(?, 'main') WHERE hidden > 0")) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Table describe(Entry entry) throws SQLException {
    Optional<GeometryColumn> geometry =
        entry.hasFeatures ? geometryColumn(entry.table) : Optional.empty();
    return new Table(
        entry.table,
        geometry.map(GeometryColumn::name),
        geometry.map(GeometryColumn::type).orElse(GeometryType.NONE),
        geometry.map(GeometryColumn::measured).orElse(false),
        geometry.isPresent() ? srs(geometry.get().srsId) : Optional.empty(),
        columns(entry.table, geometry.map(GeometryColumn::name).orElse("")),
        count(entry.table));
  }

  private record GeometryColumn(String name, GeometryType type, boolean measured, int srsId) {}

  private Optional<GeometryColumn> geometryColumn(String table) throws SQLException {
    requireCatalog("gpkg_geometry_columns");
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT column_name, geometry_type_name, m, srs_id FROM gpkg_geometry_columns"
                + " WHERE lower(table_name) = lower(?)")) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() && rows.getString(1) != null
            ? Optional.of(
                new GeometryColumn(
                    rows.getString(1), type(rows.getString(2)), rows.getInt(3) > 0, rows.getInt(4)))
            : Optional.empty();
      }
    }
  }

  private static GeometryType type(String name) {
    return switch (String.valueOf(name).toUpperCase(Locale.ROOT)) {
      case "POINT", "MULTIPOINT" -> GeometryType.POINT;
      case "LINESTRING", "MULTILINESTRING" -> GeometryType.LINE;
      case "POLYGON", "MULTIPOLYGON" -> GeometryType.POLYGON;
      default -> GeometryType.ANY;
    };
  }

  private Optional<Srs> srs(int srsId) throws SQLException {
    if (srsId <= 0) {
      return Optional.empty();
    }
    requireCatalog("gpkg_spatial_ref_sys");
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
                + " WHERE srs_id = ?")) {
      select.setInt(1, srsId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Srs(text(rows, 1), rows.getInt(2), text(rows, 3)))
            : Optional.empty();
      }
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getString(column)).orElse("");
  }

  /** Stored columns only: a generated one is an expression that the file would have us compute. */
  private List<ForeignColumn> columns(String table, String geometryColumn) throws SQLException {
    List<ForeignColumn> columns = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name, type, pk, hidden FROM pragma_table_xinfo(?, 'main')")) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(1);
          String type = text(rows, 2).toUpperCase(Locale.ROOT);
          boolean rowNumber = rows.getInt(3) == 1 && type.equals("INTEGER");
          if (!rowNumber && rows.getInt(4) == 0 && !name.equalsIgnoreCase(geometryColumn)) {
            columns.add(new ForeignColumn(name, type));
          }
        }
      }
    }
    return List.copyOf(isOwn() ? withoutRevision(columns) : columns);
  }

  /** Whether this program made the package. */
  private boolean isOwn() throws SQLException {
    return isOrdinaryTable(OWN_PREFIX + "layer");
  }

  /** The store's count of a row's changes comes last; it is no attribute of the thing. */
  private static List<ForeignColumn> withoutRevision(List<ForeignColumn> columns) {
    int last = columns.size() - 1;
    boolean counted =
        last >= 0
            && columns.get(last).name().startsWith("revision")
            && columns.get(last).declaredType().equals("INTEGER");
    return counted ? columns.subList(0, last) : columns;
  }

  /** A forged table may pretend to have more rows than its file has room for. */
  private long count(String table) throws SQLException {
    long most = fileBytes();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM (SELECT 1 FROM main."
                + SqlText.quoted(table)
                + " NOT INDEXED LIMIT ?)")) {
      select.setLong(1, most);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        if (rows.getLong(1) == most) {
          throw new GeoPackageException(
              file.getFileName() + " is damaged: table " + table + " has no end.");
        }
        return rows.getLong(1);
      }
    }
  }

  private long fileBytes() {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new GeoPackageException(file.getFileName() + " cannot be opened.", gone);
    }
  }
}
