package org.linli.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.geo.GeometryRepair;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Reads a GeoPackage that somebody else made and that may mean harm. Only real tables that the
 * package lists are read: no view, no virtual table, no generated column, and since nothing is ever
 * written no trigger runs. Used by one thread.
 */
public final class GeoPackageReader implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ForeignCatalog.Listing listing;

  private GeoPackageReader(Path file, Connection connection, ForeignCatalog.Listing listing) {
    this.file = file;
    this.connection = connection;
    this.listing = listing;
  }

  /**
   * A table of the package.
   *
   * @param name as the package spells it
   * @param geometryColumn empty for a table of attributes
   * @param geometry what it may hold; a multi type is told as the type of its parts
   * @param measured whether the package says that its vertices have an M
   * @param srs what its coordinates are in; empty if the package does not say or has no geometry
   * @param columns the others, without the geometry and the row number
   * @param count how many rows there are
   */
  public record Table(
      String name,
      Optional<String> geometryColumn,
      GeometryType geometry,
      boolean measured,
      Optional<Srs> srs,
      List<ForeignColumn> columns,
      long count) {}

  /** A column with the type that the package declares for it, in upper case, as in TEXT(20). */
  public record ForeignColumn(String name, String declaredType) {}

  /**
   * A coordinate reference system as a package names it.
   *
   * @param authority such as {@code EPSG}
   * @param wkt its definition, OGC 01-009 WKT
   */
  public record Srs(String authority, int code, String wkt) {}

  /**
   * A row.
   *
   * @param fid its row number
   * @param geometry in the table's CRS, with Z and M if it has them; empty if it has none or it is
   *     unreadable
   * @param geometryProblem why the geometry is unreadable
   * @param values one a column of the table: {@link String}, {@link Long}, {@link Double}, {@code
   *     byte[]} or null
   */
  public record Row(
      long fid, Optional<Geometry> geometry, Optional<String> geometryProblem, Object[] values) {}

  /** Takes rows one by one. */
  public interface RowConsumer {
    /**
     * @return whether more rows are wanted
     */
    boolean accept(Row row);
  }

  /**
   * Opens a package for reading only.
   *
   * @throws GeoPackageException if the file is not a GeoPackage
   */
  public static GeoPackageReader open(Path file) {
    Connection connection = UntrustedFile.open(file);
    try {
      return new GeoPackageReader(file, connection, new ForeignCatalog(connection, file).list());
    } catch (SQLException broken) {
      UntrustedFile.closeQuietly(connection);
      throw UntrustedFile.unreadable(file, broken);
    } catch (RuntimeException refused) {
      UntrustedFile.closeQuietly(connection);
      throw refused;
    }
  }

  /** The tables that can be read, those with geometry and those without. */
  public List<Table> tables() {
    return listing.tables();
  }

  /** The tables that the package lists but that are views, virtual or missing, and are not read. */
  public List<String> refused() {
    return listing.refused();
  }

  /**
   * Streams the rows of a table in ascending order of their numbers, until no more are wanted.
   *
   * @param table one of {@link #tables}
   * @throws GeoPackageException if the file is broken
   */
  public void read(Table table, RowConsumer consumer) {
    try (PreparedStatement select = connection.prepareStatement(select(table));
        ResultSet rows = select.executeQuery()) {
      RowReader reader = new RowReader(rows, table);
      long last = Long.MIN_VALUE;
      boolean first = true;
      boolean wanted = true;
      while (wanted && rows.next()) {
        Row row = reader.read();
        // The pages of a forged file can form a graph in which a walk never ends; the numbers of
        // a true table only grow.
        if (!first && row.fid() <= last) {
          throw new GeoPackageException(
              file.getFileName() + " is damaged: table " + table.name() + " repeats its rows.");
        }
        first = false;
        last = row.fid();
        wanted = consumer.accept(row);
      }
    } catch (SQLException broken) {
      throw UntrustedFile.unreadable(file, broken);
    }
  }

  private static String select(Table table) {
    StringBuilder sql = new StringBuilder("SELECT ").append(rowNumber(table));
    table.geometryColumn().ifPresent(column -> sql.append(", ").append(SqlText.quoted(column)));
    table.columns().forEach(column -> sql.append(", ").append(SqlText.quoted(column.name())));
    return sql.append(" FROM main.")
        .append(SqlText.quoted(table.name()))
        .append(" NOT INDEXED")
        .toString();
  }

  /** SQLite's name for the row number that no column of the table takes. */
  private static String rowNumber(Table table) {
    return List.of("rowid", "_rowid_", "oid").stream()
        .filter(alias -> table.columns().stream().noneMatch(c -> c.name().equalsIgnoreCase(alias)))
        .filter(alias -> !alias.equalsIgnoreCase(table.geometryColumn().orElse("")))
        .findFirst()
        .orElseThrow(
            () ->
                new GeoPackageException(
                    "Table " + table.name() + " hides its row numbers: rename a column."));
  }

  /** Turns the result set's present row into a {@link Row}. */
  private static final class RowReader {
    /** As many vertices as are ever taken, each with Z and M; more is not even turned into JTS. */
    private static final int MOST_GEOMETRY_BYTES = 32 * GeometryRepair.MOST_VERTICES + (1 << 16);

    private final GeometryBlobReader geometries = new GeometryBlobReader(new GeometryFactory());
    private final ResultSet rows;
    private final int columns;
    private final OptionalInt geometryAt;

    RowReader(ResultSet rows, Table table) {
      this.rows = rows;
      this.columns = table.columns().size();
      this.geometryAt =
          table.geometryColumn().isPresent() ? OptionalInt.of(2) : OptionalInt.empty();
    }

    Row read() throws SQLException {
      Object[] values = new Object[columns];
      int first = geometryAt.isPresent() ? 3 : 2;
      for (int i = 0; i < columns; i++) {
        values[i] = widened(rows.getObject(first + i));
      }
      Object blob = geometryAt.isPresent() ? rows.getObject(geometryAt.getAsInt()) : null;
      if (blob == null) {
        return new Row(rows.getLong(1), Optional.empty(), Optional.empty(), values);
      }
      byte[] bytes = blob instanceof byte[] binary ? binary : new byte[0];
      if (bytes.length > MOST_GEOMETRY_BYTES) {
        return new Row(
            rows.getLong(1),
            Optional.empty(),
            Optional.of("it has more than " + GeometryRepair.MOST_VERTICES + " vertices"),
            values);
      }
      try {
        return new Row(
            rows.getLong(1), Optional.of(geometries.read(bytes)), Optional.empty(), values);
      } catch (MalformedGeometryException malformed) {
        return new Row(
            rows.getLong(1), Optional.empty(), Optional.of(malformed.getMessage()), values);
      }
    }

    private static Object widened(Object value) {
      return value instanceof Integer small ? Long.valueOf(small) : value;
    }
  }

  @Override
  public void close() {
    UntrustedFile.closeQuietly(connection);
  }
}
