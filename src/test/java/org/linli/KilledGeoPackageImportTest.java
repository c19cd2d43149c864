package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.store.FeatureStore;
import org.linli.store.GeoPackageStore;

class KilledGeoPackageImportTest extends KilledImportContract {
  private static final long STEP_BYTES = 400_000;

  private Path geoPackage() {
    return home().resolve("atlas.gpkg");
  }

  @Override
  FeatureStore open() {
    return GeoPackageStore.open(geoPackage());
  }

  @Override
  List<String> storeOptions() {
    return List.of();
  }

  @Override
  String databaseUrl() {
    return "jdbc:sqlite:" + geoPackage();
  }

  @Override
  String schema() {
    return "";
  }

  /** What SQLite has not room for in memory goes to its log before the commit. */
  @Override
  List<Moment> momentsOfWriting() {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(i -> i * STEP_BYTES)
        .map(bytes -> new Moment("the log has " + bytes + " bytes", () -> logBytes() >= bytes))
        .toList();
  }

  /** The program that is watched may take the log away at any moment. */
  private long logBytes() throws IOException {
    try {
      return Files.size(geoPackage().resolveSibling("atlas.gpkg-wal"));
    } catch (NoSuchFileException absent) {
      return 0;
    }
  }

  @Override
  void requireSound() throws SQLException {
    try (Connection connection = DriverManager.getConnection(databaseUrl());
        Statement statement = connection.createStatement()) {
      assertThat(text(statement, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(text(statement, "SELECT rtreecheck('rtree_crowd_geom')")).isEqualTo("ok");
    }
    assertThat(ask("SELECT count(*) FROM rtree_crowd_geom"))
        .isEqualTo(ask("SELECT count(*) FROM crowd WHERE geom NOT NULL"));
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
