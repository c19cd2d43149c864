package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.layer.GeometryType;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

class GeoPackageStoreTest extends FeatureStoreContract {
  @TempDir Path folder;

  @Override
  FeatureStore open(Duration patience) {
    return GeoPackageStore.open(folder.resolve("atlas.gpkg"), patience);
  }

  @Test
  void theFileIsItsOwnersOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("atlas.gpkg"))))
        .isEqualTo("rw-------");
  }

  @Test
  @Needs(Tool.GDAL)
  void gdalReadsTheFileWithoutAWarning() throws IOException, InterruptedException {
    load(
        definition("things", GeometryType.POLYGON),
        LoadMode.APPEND,
        feature("a", "POLYGON ((101 36, 102 36, 102 37, 101 36))"));
    Process ogrinfo =
        new ProcessBuilder(
                Tool.GDAL.get().toString(),
                "-ro",
                "-al",
                "-spat",
                "101.5",
                "36.1",
                "101.6",
                "36.2",
                folder.resolve("atlas.gpkg").toString(),
                "things")
            .redirectErrorStream(true)
            .start();
    String said = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ogrinfo.waitFor()).isZero();
    assertThat(said)
        .contains(
            "Geometry: Multi Polygon",
            "Feature Count: 1",
            "WGS 84",
            "六号楼",
            "floors (Integer64) = 6")
        .doesNotContainIgnoringCase("warning")
        .doesNotContainIgnoringCase("error");
  }

  private Connection file() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("atlas.gpkg"));
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws SQLException {
    try (Connection connection = file();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE linli_store SET schema = 99");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void aStoreOfTheFirstVersionIsBroughtUpToDateAndKeepsWhatItHolds() throws SQLException {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    try (Connection connection = file();
        Statement statement = connection.createStatement()) {
      for (String later : List.of("linli_load", "linli_outside")) {
        statement.execute("DROP TABLE " + later);
        statement.execute("DELETE FROM gpkg_contents WHERE table_name = '" + later + "'");
      }
      for (String write : List.of("insert", "update", "delete")) {
        statement.execute("DROP TRIGGER linli_outside_things_" + write);
      }
      statement.execute("ALTER TABLE linli_change DROP COLUMN committed_at");
      statement.execute("UPDATE linli_store SET schema = 1");
    }
    try (FeatureStore updated = open()) {
      assertThat(updated.id()).isEqualTo(store.id());
      assertThat(updated.lastCommits("things", 9).stream().map(commit -> commit.change().version()))
          .as("the first was at a time that nobody noted")
          .containsExactly(2L);
      assertThat(features(updated, "things")).containsOnlyKeys("a");
    }
    load(definition("things", GeometryType.POINT), LoadMode.UPSERT, feature("b", "POINT (1 2)"));
    assertThat(features(store, "things")).containsOnlyKeys("a", "b");
  }

  @Test
  void everyTableIsListedAsTheFormatWants() throws SQLException {
    store.createLayer(definition("things", GeometryType.POINT));
    try (Connection connection = file();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'"
                    + " AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'rtree_%'"
                    + " AND name NOT LIKE 'sqlite_%'"
                    + " AND name NOT IN (SELECT table_name FROM gpkg_contents)")) {
      rows.next();
      assertThat(rows.getString(1)).isNull();
    }
  }
}
