package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;

/** Packages that are damaged, lie or try something. */
class HostileGeoPackageTest extends GeoPackageTrial {
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
