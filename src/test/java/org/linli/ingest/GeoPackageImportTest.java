package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.GeoPackageStore;
import org.linli.store.LoadMode;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** GeoPackages as other programs write them, and as nobody honest would. */
class GeoPackageImportTest {
  @TempDir Path folder;
  private Trial trial;
  private Path file;

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

  private void table(String name, String kind, String type, int srs, String columns)
      throws SQLException {
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

  private void insert(String table, Object... values) throws SQLException {
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
  private static byte[] blob(String wkt) throws Exception {
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

  private Trial fresh() {
    trial = new Trial(folder);
    return trial;
  }

  @Test
  void theOnlyTableGoesInWithItsNamesAndItsSystem() {
    ImportReport report = trial.applied(file);
    assertThat(report.format()).contains("GeoPackage");
    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4326");
    assertThat(trial.values("name")).containsExactly("一");
    assertThat(trial.features().get(0).shape()).hasToString("POINT (101.43 36.04)");
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.POINT);
  }

  @Test
  void whereThereAreSeveralTablesOneHasToBeNamed() throws Exception {
    table("lines", "features", "LINESTRING", 4326, "name TEXT");
    insert("lines", 1, blob("LINESTRING (101 36, 102 36)"), "路");
    assertThat(trial.refused(file, IssueKind.WHICH_TABLE).message(Locale.ENGLISH))
        .contains("points, lines");
    assertThat(fresh().table("roads").refused(file, IssueKind.NO_SUCH_TABLE).details())
        .containsExactly("roads", "points, lines");
    fresh().table("LINES").applied(file);
    assertThat(trial.values("name")).containsExactly("路");
  }

  @Test
  void aTableOfStylesBesideTheLayerIsNotMeant() throws Exception {
    table("layer_styles", "attributes", "", 0, "style TEXT");
    insert("layer_styles", 1, "<qgis/>");
    trial.applied(file);
    assertThat(trial.values("name")).containsExactly("一");
  }

  @Test
  void aTableWithoutPlacesGoesInAsATable() throws Exception {
    table("notes", "attributes", "", 0, "id TEXT, text TEXT");
    insert("notes", 4, "n-1", "看过");
    trial.as("table").applied(file);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("n-1");
    assertThat(fresh().table("notes").refused(file, IssueKind.NO_PLACE_COLUMNS).details())
        .containsExactly("id, text");
  }

  @Test
  void columnsKeepTheTypesThatTheTableDeclares() throws Exception {
    table(
        "typed",
        "features",
        "POINT",
        4326,
        "yes BOOLEAN, small TINYINT, whole MEDIUMINT, width FLOAT, phone TEXT(20), day DATE,"
            + " at DATETIME, photo BLOB");
    Object place = blob("POINT (101.43 36.04)");
    insert(
        "typed",
        1,
        place,
        1,
        3,
        70000,
        2,
        "0971123",
        "2026-05-01",
        "2026-05-01T08:30:00.5Z",
        new byte[] {1, 2});
    insert("typed", 2, place, 0, null, null, 2.5, "12", null, "2026-05-01", null);
    ImportReport report = trial.table("typed").applied(file);

    assertThat(trial.values("yes")).containsExactly(true, false);
    assertThat(trial.values("small")).containsExactly(3L, null);
    assertThat(trial.values("whole")).containsExactly(70000L, null);
    assertThat(trial.values("width")).containsExactly(2.0, 2.5);
    assertThat(trial.values("phone")).containsExactly("0971123", "12");
    assertThat(trial.values("day")).containsExactly(LocalDate.of(2026, 5, 1), null);
    assertThat(trial.values("at"))
        .containsExactly(
            Instant.parse("2026-05-01T08:30:00.5Z"), Instant.parse("2026-04-30T16:00:00Z"));
    assertThat(Trial.issue(report, IssueKind.BINARY_LEFT_OUT).field()).contains("photo");
    assertThat(trial.store.getLayer(Trial.LAYER).definition().findField("photo")).isEmpty();
  }

  @Test
  void aColumnWhoseValuesAreNotOfItsTypeBecomesTextAndABlobInItNothing() throws Exception {
    table("loose", "features", "POINT", 4326, "floors INTEGER, age INTEGER");
    Object place = blob("POINT (101.43 36.04)");
    insert("loose", 1, place, 6, 1);
    insert("loose", 2, place, "六层", new byte[] {9});
    ImportReport report = trial.table("loose").applied(file);
    assertThat(trial.values("floors")).containsExactly("6", "六层");
    assertThat(trial.values("age")).containsExactly(1L, null);
    ImportIssue left = Trial.issue(report, IssueKind.VALUE_LEFT_OUT);
    assertThat(left.row()).hasValue(2);
    assertThat(left.field()).contains("age");
  }

  @Test
  void aRowNumberIsNoCodeButAUniqueColumnOfThatNameIs() throws Exception {
    assertThat(trial.applied(file).issueTotals()).containsKey(IssueKind.KEYS_MADE);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("trial-1");

    table("keyed", "features", "POINT", 4326, "code TEXT");
    insert("keyed", 1, blob("POINT (101.43 36.04)"), "b-063");
    fresh().table("keyed").applied(file);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("b-063");
  }

  @Test
  void aRowWithoutAPlaceIsLeftOutAndAHeightIsDropped() throws Exception {
    insert("points", 2, null, "无处");
    insert("points", 3, blob("POINT EMPTY"), "空");
    insert("points", 4, blob("POINT Z (101.44 36.05 3200)"), "高");
    ImportReport report = trial.applied(file);
    assertThat(report.counts().leftOut()).isEqualTo(2);
    assertThat(Trial.issue(report, IssueKind.NO_PLACE).row()).hasValue(2);
    assertThat(Trial.issue(report, IssueKind.Z_DROPPED).row()).hasValue(4);
    assertThat(trial.features().get(1).shape()).hasToString("POINT (101.44 36.05)");
  }

  @Test
  void theSystemOfTheTableIsUsedByItsCodeAndAnUnknownOneIsAskedFor() throws Exception {
    table("survey", "features", "POINT", 4549, "name TEXT");
    insert("survey", 1, blob("POINT (500000 4000000)"), "原点");
    ImportReport report = trial.table("survey").applied(file);
    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4549");
    // On the central meridian of zone 40, whatever the latitude.
    Coordinate at = trial.features().get(0).shape().getCoordinate();
    assertThat(at.x).isEqualTo(120.0);
    assertThat(at.y).isBetween(36.12, 36.14);

    table("odd", "features", "POINT", 900001, "name TEXT");
    insert("odd", 1, blob("POINT (101.43 36.04)"), "?");
    fresh().table("odd").refused(file, IssueKind.UNKNOWN_CRS);
    fresh().table("odd").fromCrs("EPSG:4326").applied(file);
  }

  @Test
  void aLineWithTimesAtItsVerticesIsATrackAndOneWithOtherMeasuresIsNone() throws Exception {
    table("walks", "features", "LINESTRING", 4326, "name TEXT");
    insert("walks", 1, timed(1_777_000_000), "晨");
    trial.table("walks").applied(file);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.TRACK);
    assertThat(trial.features().get(0).shape().getCoordinates()[1].getM()).isEqualTo(1_777_000_060);

    insert("walks", 2, timed(0), "里程");
    fresh().table("walks").applied(file);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.LINE);
  }

  private static byte[] timed(long from) throws Exception {
    return blob("LINESTRING M (101.43 36.04 %d, 101.44 36.04 %d)".formatted(from, from + 60));
  }

  @Test
  void aTrackInPartsBecomesOneInTheOrderOfTimeAndOneWithoutTimesIsRefused() throws Exception {
    table("parts", "features", "MULTILINESTRING", 4326, "label TEXT");
    insert(
        "parts",
        1,
        blob(
            "MULTILINESTRING M ((101.45 36.04 1777001000, 101.46 36.04 1777001060),"
                + " (101.43 36.04 1777000000, 101.44 36.04 1777000060))"),
        "");
    trial.as("patrols").table("parts").applied(file);
    Coordinate[] fixes = trial.features().get(0).shape().getCoordinates();
    assertThat(Arrays.stream(fixes).map(Coordinate::getX))
        .containsExactly(101.43, 101.44, 101.45, 101.46);
    assertThat(trial.features().get(0).shape().getGeometryType()).isEqualTo("LineString");

    insert("parts", 2, blob("MULTILINESTRING ((101.45 36.04, 101.46 36.04))"), "");
    assertThat(fresh().as("patrols").table("parts").refused(file, IssueKind.NOT_TIMED).row())
        .hasValue(2);
  }

  @Test
  void aLayerOfOursComesBackAsItWas() throws Exception {
    LayerDefinition patrols = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[patrols.fields().size()];
    values[patrols.getIndex("kind")] = "daily_patrol";
    values[patrols.getIndex("started_at")] = Instant.parse("2026-04-24T03:06:40Z");
    values[patrols.getIndex("stewards")] = 3L;
    Geometry walk =
        new WKTReader().read("LINESTRING M (101.43 36.04 1777000000, 101.44 36.04 1777000060)");
    file = folder.resolve("atlas.gpkg");
    try (GeoPackageStore ours = GeoPackageStore.open(file);
        var load = ours.bulkLoad(patrols, LoadMode.APPEND)) {
      load.add(new Feature("p-1", walk, values));
      load.commit();
    }
    ImportReport report = trial.as("patrols").applied(file);
    Feature back = trial.features().get(0);
    assertThat(back.code()).isEqualTo("p-1");
    assertThat(back.shape().getCoordinates()[1].getM()).isEqualTo(1_777_000_060);
    assertThat(trial.values("kind")).containsExactly("daily_patrol");
    assertThat(trial.values("stewards")).containsExactly(3L);
    assertThat(trial.values("started_at")).containsExactly(Instant.parse("2026-04-24T03:06:40Z"));
    assertThat(report.issueTotals()).doesNotContainKey(IssueKind.COLUMN_LEFT_OUT);
  }

  @Test
  @Needs(Tool.GDAL)
  void aPackageByGdalGoesInWithItsTimesAndItsPolygons() throws Exception {
    Path json = folder.resolve("in.geojson");
    Files.writeString(
        json,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"名称":"公园","at":"2026/05/01 08:30:00+08","day":"2026/05/01","n":7},
         "geometry":{"type":"Polygon","coordinates":[[[101,36],[101.1,36],[101.1,36.1],[101,36]]]}}]}
        """);
    file = folder.resolve("gdal.gpkg");
    String ogr2ogr = Tool.GDAL.get().resolveSibling("ogr2ogr").toString();
    Program.run(ogr2ogr, "-f", "GPKG", "-nlt", "MULTIPOLYGON", file.toString(), json.toString());
    trial.applied(file);
    assertThat(trial.values("名称")).containsExactly("公园");
    assertThat(trial.values("at")).containsExactly(Instant.parse("2026-05-01T00:30:00Z"));
    assertThat(trial.values("day")).containsExactly(LocalDate.of(2026, 5, 1));
    assertThat(trial.values("n")).containsExactly(7L);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.POLYGON);
  }

  @Test
  void anSqliteFileOfAnotherKindIsToldFromADamagedOne() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 5000));
    trial.refused(file, IssueKind.DAMAGED);

    file = folder.resolve("other.sqlite");
    sql("CREATE TABLE t (a)");
    assertThat(fresh().refused(file, IssueKind.NOT_GEOPACKAGE).details())
        .containsExactly("gpkg_contents");
  }

  @Test
  void nothingIsWrittenBesideTheFileEvenIfCommitsLieInALogBesideIt() throws Exception {
    Path live = file;
    Path copied = Files.createDirectory(folder.resolve("copied")).resolve("with-log.gpkg");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("UPDATE points SET name = '二'");
      Files.copy(live, copied);
      Files.copy(Path.of(live + "-wal"), Path.of(copied + "-wal"));
    }
    trial.applied(copied);
    assertThat(trial.values("name")).containsExactly("二");
    try (Stream<Path> beside = Files.list(copied.getParent())) {
      assertThat(beside).containsExactlyInAnyOrder(copied, Path.of(copied + "-wal"));
    }
  }

  @Test
  void aViewIsNotReadWhateverItsDefinition() throws Exception {
    sql(
        "CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i AS fid, load_extension('/tmp/evil') AS geom FROM n",
        "INSERT INTO gpkg_contents VALUES ('trap', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('trap', 'geom', 'POINT', 4326, 0, 0)");
    ImportReport report = trial.applied(file);
    assertThat(Trial.issue(report, IssueKind.TABLE_NOT_READ).field()).contains("trap");
    fresh().table("trap").refused(file, IssueKind.NO_SUCH_TABLE);
    sql("DELETE FROM gpkg_contents WHERE table_name = 'points'");
    assertThat(fresh().refused(file, IssueKind.NO_TABLES).details()).containsExactly("trap");
  }

  @Test
  void aComputedColumnAndATriggerDoNothing() throws Exception {
    sql(
        "ALTER TABLE points ADD COLUMN trap TEXT AS (hex(zeroblob(100000000))) VIRTUAL",
        "CREATE TRIGGER trip AFTER INSERT ON points BEGIN DELETE FROM points; END");
    byte[] before = Files.readAllBytes(file);
    trial.applied(file);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().findField("trap")).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void geometriesThatLieAreRefusedWhereTheyAreAndTheOthersGoIn() throws Exception {
    byte[] lying = blob("LINESTRING (101 36, 102 36)");
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(13, Integer.MAX_VALUE);
    byte[] header = {'G', 'P', 0, 0x09, 0, 0, 0, 0, 1};
    insert("points", 2, lying, "谎");
    insert("points", 3, header, "头");
    insert("points", 4, "POINT (1 1)", "文");
    ImportIssue first = trial.refused(file, IssueKind.UNREADABLE_GEOMETRY);
    assertThat(first.row()).hasValue(2);
    assertThat(first.field()).contains("geom");
    assertThat(first.message(Locale.ENGLISH)).contains("announces 2147483647 parts");

    ImportReport report = fresh().keepGoing().applied(file);
    assertThat(report.counts().written()).isEqualTo(1);
    assertThat(report.counts().refused()).isEqualTo(3);
    assertThat(List.copyOf(trial.values("name"))).isEqualTo(List.of("一"));
  }

  @Test
  void aGeometryOfMoreVerticesThanAnyLayerTakesIsRefusedByRow() throws Exception {
    int vertices = 1_100_000;
    ByteBuffer line = ByteBuffer.allocate(17 + 16 * vertices).order(ByteOrder.LITTLE_ENDIAN);
    line.put(new byte[] {'G', 'P', 0, 1}).putInt(4326).put((byte) 1).putInt(2).putInt(vertices);
    insert("points", 2, line.array(), "长");
    ImportIssue issue = trial.refused(file, IssueKind.UNREADABLE_GEOMETRY);
    assertThat(issue.row()).hasValue(2);
    assertThat(issue.message(Locale.ENGLISH)).contains("more than 500000 vertices");
  }

  @Test
  void aValueBeyondAllBoundsStopsTheImportBeforeItIsRead() throws Exception {
    sql("INSERT INTO points VALUES (2, zeroblob(70000000), '大')");
    assertThat(trial.refused(file, IssueKind.DAMAGED).message(Locale.ENGLISH)).contains("too big");
  }
}
