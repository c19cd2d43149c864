package org.linli.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.gpkg.GeoPackageReader.ForeignColumn;
import org.linli.gpkg.GeoPackageReader.Row;
import org.linli.gpkg.GeoPackageReader.Srs;
import org.linli.gpkg.GeoPackageReader.Table;
import org.linli.layer.GeometryType;
import org.linli.testing.Needs;
import org.linli.testing.Tool;
import org.locationtech.jts.io.WKTReader;

class GeoPackageReaderTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aPackageByAnotherProgram() throws Exception {
    file = folder.resolve("外来 # 数据?.gpkg");
    sql(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,"
            + " organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4549, 'EPSG', 4549, 'PROJCS[…]')",
        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)",
        "INSERT INTO gpkg_contents VALUES ('绿地', 'features', 4549), ('notes', 'attributes', 0)",
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
            + " geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)",
        "INSERT INTO gpkg_geometry_columns VALUES ('绿地', 'shape', 'MULTIPOLYGON', 4549, 0, 0)",
        "CREATE TABLE \"绿地\" (ogc_fid INTEGER PRIMARY KEY, shape BLOB, 名称 TEXT(20), area real)",
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, \"say \"\"hi\"\"\" TEXT, rowid TEXT)",
        "INSERT INTO notes VALUES (7, 'hello', 'x')");
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO \"绿地\" VALUES (?, ?, ?, ?)")) {
      byte[] blob =
          new GeometryBlobWriter(4549, false, false)
              .write(new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 0))"));
      insert(insert, 3, blob, "公园", 40.5);
      insert(insert, 5, new byte[] {'G', 'P', 0}, "坏", null);
      insert(insert, 9, null, null, 12L);
    }
  }

  private static void insert(PreparedStatement insert, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.execute();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:///", "file:/"));
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      Table found =
          reader.tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
      reader.read(found, rows::add);
    }
    return rows;
  }

  @Test
  void tablesAreToldWithTheirCrsTheirColumnsAndTheirCount() {
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      Table green = reader.tables().get(0);
      assertThat(green.name()).isEqualTo("绿地");
      assertThat(green.geometry()).isEqualTo(GeometryType.POLYGON);
      assertThat(green.srs()).contains(new Srs("EPSG", 4549, "PROJCS[…]"));
      assertThat(green.columns())
          .containsExactly(new ForeignColumn("名称", "TEXT(20)"), new ForeignColumn("area", "REAL"));
      assertThat(green.count()).isEqualTo(3);
      assertThat(reader.tables().get(1).geometryColumn()).isEmpty();
    }
  }

  @Test
  void rowsComeWithGeometryOrWithWhatIsWrongAboutIt() {
    List<Row> rows = rows("绿地");
    assertThat(rows).extracting(Row::fid).containsExactly(3L, 5L, 9L);
    assertThat(rows.get(0).geometry().orElseThrow()).hasToString("POLYGON ((0 0, 9 0, 9 9, 0 0))");
    assertThat(rows.get(0).values()).containsExactly("公园", 40.5);
    assertThat(rows.get(1).geometryProblem()).hasValueSatisfying(p -> assertThat(p).isNotBlank());
    assertThat(rows.get(2).geometry()).isEmpty();
    assertThat(rows.get(2).geometryProblem()).isEmpty();
    assertThat(rows.get(2).values()).containsExactly(null, 12.0);
  }

  @Test
  void aColumnNamedLikeTheRowNumberIsOnlyAColumn() {
    Row note = rows("notes").get(0);
    assertThat(note.fid()).isEqualTo(7);
    assertThat(note.values()).containsExactly("hello", "x");
  }

  @Test
  void aViewListedAsATableIsRefusedByName() throws Exception {
    sql(
        "CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i AS fid, NULL AS shape FROM n",
        "INSERT INTO gpkg_contents VALUES ('trap', 'features', 4549)",
        "INSERT INTO gpkg_geometry_columns VALUES ('trap', 'shape', 'POINT', 4549, 0, 0)");
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      assertThat(reader.tables()).extracting(Table::name).containsExactly("绿地", "notes");
      assertThat(reader.refused()).containsExactly("trap");
    }
  }

  @Test
  void aCatalogueThatIsAViewIsNoCatalogue() throws Exception {
    sql(
        "ALTER TABLE gpkg_contents RENAME TO behind",
        "CREATE VIEW gpkg_contents AS SELECT * FROM behind");
    assertThatThrownBy(() -> GeoPackageReader.open(file))
        .isInstanceOf(GeoPackageException.class)
        .hasMessageContaining("no table gpkg_contents");
  }

  @Test
  void computedColumnsAreLeftOut() throws Exception {
    sql("ALTER TABLE \"绿地\" ADD COLUMN trap TEXT AS (hex(zeroblob(100000000))) VIRTUAL");
    assertThat(rows("绿地").get(0).values()).containsExactly("公园", 40.5);
  }

  @Test
  void noTriggerRunsAndTheFileStaysAsItIs() throws Exception {
    sql(
        "CREATE TRIGGER trap AFTER INSERT ON notes BEGIN DELETE FROM \"绿地\"; END",
        "PRAGMA journal_mode = DELETE");
    byte[] before = Files.readAllBytes(file);
    assertThat(rows("绿地")).hasSize(3);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var beside = Files.list(folder)) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void anotherFileIsRefusedWithAReason() throws IOException {
    Path text = Files.writeString(folder.resolve("text.gpkg"), "fid,name\n1,a\n");
    Path empty = Files.createFile(folder.resolve("empty.gpkg"));
    for (Path other : List.of(text, empty)) {
      assertThatThrownBy(() -> GeoPackageReader.open(other))
          .isInstanceOf(GeoPackageException.class)
          .hasMessageContaining(other.getFileName() + " is not a GeoPackage");
    }
  }

  @Test
  void aTruncatedPackageIsCalledDamaged() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> rows("绿地"))
        .isInstanceOf(GeoPackageException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  @Needs(Tool.REAL_DATA)
  void aWholeWardIsReadRowByRow() {
    file = Tool.REAL_DATA.get().resolve("buildings/tokyo-setagaya.gpkg");
    List<Row> rows = rows("buildings");
    assertThat(rows).hasSize(178_962);
    assertThat(rows).allMatch(row -> row.geometry().isPresent());
  }
}
