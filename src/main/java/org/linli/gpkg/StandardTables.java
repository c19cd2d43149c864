package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.linli.geo.Crs;
import org.linli.geo.CrsWkt;

/** The tables and marks that make an SQLite file a GeoPackage 1.3 (OGC 12-128r17, annex C). */
public final class StandardTables {

  /** The identifier of EPSG:4326 in {@code gpkg_spatial_ref_sys}. */
  public static final int WGS84_SRS_ID = 4326;

  /** {@code GPKG} in ASCII. */
  private static final int APPLICATION_ID = 0x47504B47;

  private static final int VERSION_1_3 = 10300;

  private static final String WGS84_WKT =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final List<String> STATEMENTS =
      List.of(
          "PRAGMA application_id = " + APPLICATION_ID,
          "PRAGMA user_version = " + VERSION_1_3,
          """
          CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL,
            description TEXT)""",
          """
          CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY,
            data_type TEXT NOT NULL,
            identifier TEXT UNIQUE,
            description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE,
            min_y DOUBLE,
            max_x DOUBLE,
            max_y DOUBLE,
            srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
              REFERENCES gpkg_spatial_ref_sys(srs_id))""",
          """
          CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL,
            m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)
              REFERENCES gpkg_spatial_ref_sys(srs_id))""",
          """
          CREATE TABLE gpkg_extensions (
            table_name TEXT,
            column_name TEXT,
            extension_name TEXT NOT NULL,
            definition TEXT NOT NULL,
            scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
          "INSERT INTO gpkg_spatial_ref_sys VALUES"
              + " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
              + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),"
              + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, "
              + SqlText.literal(WGS84_WKT)
              + ", 'longitude and latitude in decimal degrees')");

  private StandardTables() {}

  /** Makes an empty database a GeoPackage; inside the transaction of the caller, if it has one. */
  public static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Lists a system by which layers of the package are.
   *
   * @return its identifier, which is EPSG's code
   */
  static int addSystem(Connection connection, Crs crs) throws SQLException {
    int epsg = crs.epsg().orElseThrow();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)")) {
      insert.setString(1, crs.name());
      insert.setInt(2, epsg);
      insert.setInt(3, epsg);
      insert.setString(4, CrsWkt.ogc(crs));
      insert.execute();
    }
    return epsg;
  }

  /** Whether the database is a GeoPackage already. */
  public static boolean exist(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'gpkg_contents'")) {
      return found.next();
    }
  }
}
