package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.store.DatabaseAddress;
import org.linli.store.FeatureStore;
import org.linli.store.PostgisStore;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;

@Needs(Tool.POSTGIS)
class KilledPostgisImportTest extends KilledImportContract {
  private static final int STEP_ROWS = 2_500;
  private final String url = PostgisServer.shared().createDatabase();

  private Connection watching;

  @BeforeEach
  void connect() throws SQLException {
    watching = DriverManager.getConnection(url);
  }

  @AfterEach
  void disconnect() throws SQLException {
    watching.close();
  }

  /** It is asked every few milliseconds: by one connection. */
  @Override
  long ask(String sql) throws SQLException {
    return ask(watching, sql);
  }

  @Override
  FeatureStore open() {
    return PostgisStore.open(new DatabaseAddress(url, Optional.empty(), Optional.empty()));
  }

  @Override
  List<String> storeOptions() {
    return List.of("--spring.datasource.url=" + url);
  }

  @Override
  String databaseUrl() {
    return url;
  }

  @Override
  String schema() {
    return "linli.";
  }

  /** The server itself tells how far a COPY is, and which statement runs. */
  @Override
  List<Moment> momentsOfWriting() {
    Stream<Moment> copying =
        IntStream.range(0, 7)
            .mapToObj(i -> 1 + i * STEP_ROWS)
            .map(rows -> new Moment("the server has " + rows + " rows", () -> copied() >= rows));
    Moment indexing = new Moment("the rows are indexed", this::isIndexing);
    return Stream.concat(copying, Stream.of(indexing)).toList();
  }

  private long copied() throws SQLException {
    return ask(
        "SELECT max(tuples_processed) FROM pg_stat_progress_copy WHERE datname = current_database()");
  }

  private boolean isIndexing() throws SQLException {
    return ask(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND (query LIKE 'ALTER TABLE%' OR query LIKE 'CREATE INDEX%')")
        > 0;
  }

  @Override
  void requireSound() throws SQLException {
    assertThat(
            ask("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'linli_new%'"))
        .isZero();
  }
}
