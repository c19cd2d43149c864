package org.linli.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** A GeoPackage written row by row, and its import. */
abstract class GeoPackageTrial {
  @TempDir Path folder;
  Trial trial;
  Path file;

  @BeforeEach
  void aPackageWithOneTableOfPoints() throws Exception {
    trial = new Trial(folder);
    file = folder.resolve("外来.gpkg");
    sql(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,"
            + " organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[…]'),"
            + " ('CGCS2000 / 120E', 4549, 'EPSG', 4549, ''),"
            + " ('ours', 900001, 'NONE', 7, 'LOCAL_CS[\"nothing\"]')",
        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)",
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
            + " geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)");
    table("points", "features", "POINT", 4326, "name TEXT");
    insert("points", 1, blob("POINT (101.43 36.04)"), "一");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:///", "file:/"));
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  void table(String name, String kind, String type, int srs, String columns) throws SQLException {
    String geometry = kind.equals("features") ? ", geom BLOB" : "";
    sql(
        "CREATE TABLE %s (fid INTEGER PRIMARY KEY%s, %s)".formatted(name, geometry, columns),
        "INSERT INTO gpkg_contents VALUES ('%s', '%s', %d)".formatted(name, kind, srs));
    if (kind.equals("features")) {
      sql(
          "INSERT INTO gpkg_geometry_columns VALUES ('%s', 'geom', '%s', %d, 0, 0)"
              .formatted(name, type, srs));
    }
  }

  void insert(String table, Object... values) throws SQLException {
    String marks = String.join(", ", java.util.Collections.nCopies(values.length, "?"));
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.execute();
    }
  }

  /** A header without an envelope, then WKB with the ordinates that the text has. */
  static byte[] blob(String wkt) throws Exception {
    boolean z = wkt.contains(" Z ");
    boolean m = wkt.contains(" M ");
    WKBWriter writer = new WKBWriter(z || m ? 3 : 2, ByteOrderValues.LITTLE_ENDIAN);
    writer.setOutputOrdinates(
        m ? Ordinate.createXYM() : z ? Ordinate.createXYZ() : Ordinate.createXY());
    byte[] wkb = writer.write(new WKTReader().read(wkt));
    return ByteBuffer.allocate(8 + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'G', 'P', 0, 1})
        .putInt(4326)
        .put(wkb)
        .array();
  }

  Trial fresh() {
    trial = new Trial(folder);
    return trial;
  }

  static byte[] timed(long from) throws Exception {
    return blob("LINESTRING M (101.43 36.04 %d, 101.44 36.04 %d)".formatted(from, from + 60));
  }
}
