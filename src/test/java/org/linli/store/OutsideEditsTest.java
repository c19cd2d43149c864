package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.store.StoreTrial.definition;
import static org.linli.store.StoreTrial.feature;
import static org.linli.store.StoreTrial.features;
import static org.linli.store.StoreTrial.geometry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.gpkg.GeometryBlobWriter;
import org.linli.gpkg.SpatialFunctions;
import org.linli.gpkg.StandardTables;
import org.linli.layer.Audience;
import org.linli.layer.GeometryType;
import org.linli.snapshot.Snapshots;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.linli.store.FeatureStore.LayerChanged;
import org.linli.testing.Needs;
import org.linli.testing.Tool;
import org.slf4j.LoggerFactory;

/** Other programs write to the embedded store's file, past the store. */
class OutsideEditsTest {
  @TempDir Path folder;
  private GeoPackageStore store;
  private final List<LayerChanged> heard = new ArrayList<>();

  /** Two layers, each at version 1 with features a and b. */
  @BeforeEach
  void openStore() {
    store = open(FeatureStore.PATIENCE);
    for (String layer : List.of("others", "things")) {
      load(layer, GeometryType.POINT, "POINT (1 2)");
    }
    store.onChange(heard::add);
  }

  /** A store that looks for changes only when it is told to. */
  private GeoPackageStore open(Duration patience) {
    return GeoPackageStore.open(file(), patience, Duration.ofDays(1));
  }

  private void load(String layer, GeometryType type, String wkt) {
    try (BulkLoad load = store.bulkLoad(definition(layer, type), LoadMode.REPLACE)) {
      load.add(feature("a", wkt));
      load.add(feature("b", wkt));
      load.commit();
    }
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private Path file() {
    return folder.resolve("atlas.gpkg");
  }

  /** As a GIS does it: by SQL, with the functions that the index needs. */
  private void outside(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      SpatialFunctions.register(connection);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void setShape(String layer, String code, byte[] blob) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      SpatialFunctions.register(connection);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE " + layer + " SET geom = ? WHERE code = ?")) {
        update.setBytes(1, blob);
        update.setString(2, code);
        update.executeUpdate();
      }
    }
  }

  private static byte[] blob(String wkt) {
    return new GeometryBlobWriter(StandardTables.WGS84_SRS_ID, false, false).write(geometry(wkt));
  }

  private List<LayerChanged> heardNow() {
    store.lookForChanges();
    List<LayerChanged> now = List.copyOf(heard);
    heard.clear();
    return now;
  }

  private static LayerChanged at(long version) {
    return new LayerChanged("things", version, false);
  }

  private List<Integer> revisions(String... codes) {
    List<Integer> revisions = new ArrayList<>();
    store.read("things", List.of(codes), (feature, revision) -> revisions.add(revision));
    return revisions;
  }

  @Test
  void anUpdateIsToldOnceOfItsLayerOnlyAndTheSnapshotShowsIt() throws SQLException {
    try (Snapshots snapshots = Snapshots.load(store)) {
      outside("UPDATE things SET floors = 9 WHERE code = 'a'");
      assertThat(heardNow()).containsExactly(at(2));
      assertThat(heardNow()).isEmpty();
      assertThat(store.changesSince("things", 1))
          .containsExactly(new Change("things", 2, List.of(), true));
      var view = snapshots.current().findView("things", Audience.STAFF).orElseThrow();
      assertThat(view.version()).isEqualTo(2);
      assertThat(features(store, "things").get("a").value(1)).isEqualTo(9L);
    }
  }

  @Test
  void aRemovedRowIsToldAlthoughAnotherTookItsPlace() throws SQLException {
    outside(
        "DELETE FROM things WHERE code = 'b'",
        "INSERT INTO things (fid, code) VALUES (2, 'c')",
        "UPDATE gpkg_contents SET last_change = '2020-01-01T00:00:00.000Z'");
    assertThat(heardNow()).containsExactly(at(2));
    assertThat(features(store, "things")).containsOnlyKeys("a", "c");
  }

  @Test
  void theWatchNoticesByItself() throws Exception {
    BlockingQueue<LayerChanged> told = new LinkedBlockingQueue<>();
    try (GeoPackageStore watching = GeoPackageStore.open(file())) {
      watching.onChange(told::add);
      outside("DELETE FROM things");
      assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(at(2));
      assertThat(watching.getLayer("things").count()).isZero();
    }
  }

  @Test
  void ourOwnCommitsAreNoEditsOfOthers() {
    store.apply(
        new ChangeSet(
            "things",
            List.of(
                new Insert(feature("c", "POINT (3 4)")),
                new Update(feature("a", "POINT (5 6)"), 1),
                new Delete("b", 1))));
    assertThat(heardNow()).containsExactly(at(2));
    try (BulkLoad load =
        store.bulkLoad(definition("things", GeometryType.POINT), LoadMode.UPSERT)) {
      load.add(feature("a", "POINT (7 8)"));
      load.commit();
    }
    assertThat(heardNow()).containsExactly(at(3));
    try (FeatureStore otherProcess = open(FeatureStore.PATIENCE)) {
      otherProcess.apply(new ChangeSet("things", List.of(new Delete("c", 1))));
    }
    assertThat(heardNow()).containsExactly(at(4));
    assertThat(heardNow()).isEmpty();
  }

  @Test
  void whatWasWrittenWhileThePortalWasStoppedIsANewVersion() throws SQLException {
    store.close();
    outside("UPDATE things SET floors = 9 WHERE code = 'a'");
    store = open(FeatureStore.PATIENCE);
    assertThat(store.getLayer("things").version()).isEqualTo(2);
    assertThat(store.getLayer("others").version()).isEqualTo(1);
    store.close();
    store = open(FeatureStore.PATIENCE);
    assertThat(store.getLayer("things").version()).isEqualTo(2);
  }

  @Test
  void twoPortalsOnOneFileTakeAnEditInOnce() throws SQLException {
    try (GeoPackageStore other = open(FeatureStore.PATIENCE)) {
      outside("UPDATE things SET floors = 9");
      other.lookForChanges();
      store.lookForChanges();
      other.lookForChanges();
      assertThat(store.getLayer("things").version()).isEqualTo(2);
    }
  }

  @Test
  void rowsWithoutAUsableCodeGetOneThatIsFree() throws SQLException {
    outside(
        "UPDATE things SET code = 'things-7' WHERE code = 'b'",
        "INSERT INTO things (code, revision) VALUES (NULL, NULL), ('', 1), ('x/y', -3)",
        "INSERT INTO things (code, floors) VALUES ('c', 'many')");
    assertThat(heardNow()).containsExactly(at(2));
    assertThat(features(store, "things"))
        .containsOnlyKeys("a", "c", "things-7", "things-8", "things-9", "things-10");
    assertThat(revisions("things-8", "things-9", "things-10")).containsExactly(1, 1, 1);
    assertThat(features(store, "things").get("c").value(1)).isNull();
  }

  @Test
  void anEditBegunBeforeAnotherProgramsIsStale() throws SQLException {
    outside("UPDATE things SET floors = 9 WHERE code = 'a'");
    ChangeSet begunBefore =
        new ChangeSet("things", List.of(new Update(feature("a", "POINT (7 8)"), 1)));
    assertThatThrownBy(() -> store.apply(begunBefore)).isInstanceOf(StaleRevisionException.class);
    assertThat(revisions("a", "b")).containsExactly(2, 1);
  }

  @Test
  void anEditOfOursHidesNoneOfOthersThatIsNotYetTakenIn() throws SQLException {
    store.close();
    outside("UPDATE things SET floors = 9 WHERE code = 'a'");
    try (GeoPackageTransaction transaction =
        GeoPackageTransaction.begin(file(), FeatureStore.PATIENCE)) {
      transaction.apply(new ChangeSet("things", List.of(new Delete("b", 1))));
      transaction.commit();
    }
    store = open(FeatureStore.PATIENCE);
    assertThat(store.changesSince("things", 2))
        .containsExactly(new Change("things", 3, List.of(), true));
  }

  @Test
  void aGeometryIsPutOnTheGridFlatAndValid() throws SQLException {
    load("things", GeometryType.POLYGON, "POLYGON ((0 0, 1 0, 1 1, 0 0))");
    assertThat(heardNow()).containsExactly(at(2));
    setShape("things", "a", blob("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"));
    setShape("things", "b", blob("POLYGON ((0 0, 1.00000004 0, 1 1, 0 0))"));
    assertThat(heardNow()).containsExactly(at(3));
    assertThat(features(store, "things").get("a").shape().isValid()).isTrue();
    assertThat(features(store, "things").get("a").shape().getArea()).isEqualTo(2);
    assertThat(features(store, "things").get("b").shape())
        .isEqualTo(geometry("POLYGON ((0 0, 1 0, 1 1, 0 0))"));
  }

  @Test
  void whatNoFeatureCanBeMadeOfIsLeftOutAndNamed() throws SQLException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(RowLog.class);
    logger.addAppender(log);
    log.start();
    outside("INSERT INTO things (code) VALUES ('cut'), ('far'), ('line'), ('text'), ('c')");
    setShape("things", "cut", new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0, 1});
    setShape("things", "far", blob("POINT (11900000 4300000)"));
    setShape("things", "line", blob("LINESTRING (0 0, 1 1)"));
    outside("UPDATE things SET geom = 'POINT (1 1)' WHERE code = 'text'");
    try (Snapshots snapshots = Snapshots.load(store)) {
      assertThat(heardNow()).containsExactly(at(2));
      var view = snapshots.current().findView("things", Audience.STAFF).orElseThrow();
      assertThat(view.count()).isEqualTo(3);
    }
    assertThat(features(store, "things")).containsOnlyKeys("a", "b", "c");
    logger.detachAppender(log);
    for (String code : List.of("cut", "far", "line", "text")) {
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .anyMatch(line -> line.startsWith("Layer things, feature " + code + ": "));
    }
  }

  @Test
  void aMixedCollectionIsLeftOutOfTheSnapshot() throws SQLException {
    load("things", GeometryType.ANY, "POINT (1 2)");
    setShape("things", "a", blob("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (1 1, 2 2))"));
    store.lookForChanges();
    try (Snapshots snapshots = Snapshots.load(store)) {
      var view = snapshots.current().findView("things", Audience.STAFF).orElseThrow();
      assertThat(view.count()).isEqualTo(1);
    }
  }

  @Test
  void aTableThatAnotherProgramRemovedIsALayerThatIsGone() throws SQLException {
    outside("DROP TABLE things");
    assertThat(heardNow()).containsExactly(new LayerChanged("things", 2, true));
    assertThat(store.listLayers()).hasSize(1);
    load("things", GeometryType.POINT, "POINT (1 2)");
    assertThat(heardNow()).containsExactly(at(3));
  }

  @Test
  void aTableMadeAnewGetsBackWhatTheLayerNeeds() throws SQLException {
    outside(
        "DROP TABLE things",
        "CREATE TABLE things (fid INTEGER PRIMARY KEY, code TEXT, floors INTEGER)",
        "INSERT INTO things (code, floors) VALUES ('a', 1), ('a', 2), (NULL, 3)");
    assertThat(heardNow()).containsExactly(at(2));
    assertThat(features(store, "things")).containsOnlyKeys("a", "things-1", "things-2");
    assertThat(features(store, "things").get("a").value(1)).isEqualTo(1L);
    assertThatThrownBy(() -> outside("INSERT INTO things (code) VALUES ('a')"))
        .hasMessageContaining("UNIQUE");
    outside("UPDATE things SET floors = 9 WHERE code = 'a'");
    assertThat(heardNow()).containsExactly(at(3));
  }

  @Test
  void aTableWithoutRowNumbersIsLeftAloneAndItsLayerIsGone() throws SQLException {
    outside("DROP TABLE things", "CREATE TABLE things (code TEXT)");
    assertThat(heardNow()).containsExactly(new LayerChanged("things", 2, true));
    outside("INSERT INTO things VALUES ('x')");
    assertThat(heardNow()).isEmpty();
  }

  @Test
  void anEditIsTakenInOnceAnImportHasEnded() throws SQLException {
    try (GeoPackageStore impatient = open(Duration.ofMillis(20))) {
      outside("UPDATE things SET floors = 9");
      BulkLoad load = store.bulkLoad(definition("others", GeometryType.POINT), LoadMode.APPEND);
      long before = impatient.getLayer("things").version();
      impatient.lookForChanges();
      assertThat(impatient.getLayer("things").version()).isEqualTo(before);
      load.close();
      impatient.lookForChanges();
      assertThat(impatient.getLayer("things").version()).isEqualTo(2);
    }
  }

  private void gdal(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Tool.GDAL.get().resolveSibling(program).toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("ERROR");
  }

  @Test
  @Needs(Tool.GDAL)
  void gdalAppendsUpdatesAndMakesALayerAnew() throws Exception {
    Path csv = folder.resolve("more.csv");
    Files.writeString(csv, "name,floors,WKT\nnew,3,POINT (3.00000004 4)\n");
    gdal(
        "ogr2ogr",
        "-append",
        "-nln",
        "things",
        "-oo",
        "AUTODETECT_TYPE=YES",
        "-a_srs",
        "EPSG:4326",
        file().toString(),
        csv.toString());
    assertThat(heardNow()).containsExactly(at(2));
    assertThat(features(store, "things").get("things-1").shape())
        .isEqualTo(geometry("POINT (3 4)"));

    gdal("ogrinfo", file().toString(), "-sql", "UPDATE things SET floors = 9 WHERE code = 'a'");
    assertThat(heardNow()).containsExactly(at(3));
    assertThat(features(store, "things").get("a").value(1)).isEqualTo(9L);

    gdal(
        "ogr2ogr",
        "-overwrite",
        "-nln",
        "things",
        "-a_srs",
        "EPSG:4326",
        file().toString(),
        csv.toString());
    assertThat(heardNow()).containsExactly(at(4));
    assertThat(features(store, "things")).containsOnlyKeys("things-1");
    assertThat(features(store, "things").get("things-1").value(0)).isEqualTo("new");
  }
}
