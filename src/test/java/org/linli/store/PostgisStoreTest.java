package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.LayerChanged;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@Needs(Tool.POSTGIS)
class PostgisStoreTest extends FeatureStoreContract {
  private static final Duration NEVER = Duration.ofDays(1);
  private static String url;

  /** One database for all; each test begins with the store's schema removed. */
  @BeforeAll
  static void createDatabase() {
    url = PostgisServer.shared().createDatabase();
  }

  PostgisStoreTest() throws SQLException {
    query("DROP SCHEMA IF EXISTS linli CASCADE");
  }

  @Override
  FeatureStore open(Duration patience) {
    return PostgisStore.open(address(url), patience, PostgisListener.CATCH_UP_EVERY);
  }

  private static DatabaseAddress address(String of) {
    return new DatabaseAddress(of, Optional.empty(), Optional.empty());
  }

  /** The first column of what a statement gives, if it gives anything. */
  private static List<String> query(String sql) throws SQLException {
    List<String> column = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          column.add(rows.getString(1));
        }
      }
    }
    return column;
  }

  @Test
  void columnsHaveTypesAndTheGeometryAnIndex() throws SQLException {
    load(
        definition("things", GeometryType.POLYGON),
        LoadMode.APPEND,
        feature("a", "POLYGON ((101 36, 102 36, 102 37, 101 36))"));
    assertThat(
            query(
                "SELECT column_name || ' ' || data_type FROM information_schema.columns"
                    + " WHERE table_name = 'things' ORDER BY ordinal_position"))
        .containsExactly(
            "code text",
            "geom USER-DEFINED",
            "name text",
            "floors bigint",
            "height double precision",
            "lived_in boolean",
            "built date",
            "select; drop text",
            "source text",
            "updated_at timestamp with time zone",
            "revision integer");
    assertThat(
            query("SELECT type || ' ' || srid FROM geometry_columns WHERE f_table_name = 'things'"))
        .containsExactly("MULTIPOLYGON 4326");
    assertThat(query("SELECT indexdef FROM pg_indexes WHERE tablename = 'things'"))
        .anyMatch(index -> index.contains("USING gist (geom)"));
    assertThat(
            query(
                "SELECT code || built || floors FROM linli.things"
                    + " WHERE ST_Contains(geom, ST_SetSRID(ST_Point(101.7, 36.2), 4326))"))
        .containsExactly("a1998-07-016");
  }

  @Test
  void aNameIsCutAfter63BytesAndNeverInTheMiddleOfALetter() throws SQLException {
    LayerDefinition wordy =
        definition("things", GeometryType.NONE)
            .withFields(
                List.of(
                    Field.of("一".repeat(30), FieldType.TEXT),
                    Field.of("一".repeat(31), FieldType.TEXT)));
    store.createLayer(wordy);
    assertThat(
            query(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'things'"
                    + " ORDER BY ordinal_position"))
        .containsExactly("code", "一".repeat(21), "一".repeat(20) + "_2", "revision");
  }

  @Test
  void aViewOnATableThatIsToBeReplacedIsNamed() throws SQLException {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    query("CREATE VIEW public.tall_things AS SELECT * FROM linli.things WHERE floors > 5");
    assertThatThrownBy(() -> load(things, LoadMode.REPLACE, feature("b", "POINT (1 2)")))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("tall_things", "upsert");
    assertThat(features(store, "things")).containsOnlyKeys("a");
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws SQLException {
    query(
        "INSERT INTO linli.linli_migration SELECT 99, '99', 'later', type, 'V99__later.sql', 1,"
            + " installed_by, installed_on, 1, true FROM linli.linli_migration WHERE version = '1'");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void aUserWhoMayNotAddPostgisIsToldWhoMust() throws SQLException {
    String bare = PostgisServer.shared().createDatabase();
    query("DROP ROLE IF EXISTS nobody_much; CREATE ROLE nobody_much LOGIN PASSWORD 'hush'");
    DatabaseAddress limited =
        new DatabaseAddress(
            bare.replaceFirst("\\?.*", ""), Optional.of("nobody_much"), Optional.of("hush"));
    assertThatThrownBy(() -> PostgisStore.open(limited))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("PostGIS", "administrator", "CREATE EXTENSION postgis")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hush"));
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedWithoutItsSecrets() {
    String absent = url.replaceFirst("/[^/]*$", "/absent?user=postgres&password=hush");
    assertThatThrownBy(() -> PostgisStore.open(address(absent)))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("/absent", "spring.datasource.url")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hush"));
  }

  @Test
  void aTextThatPostgresCannotKeepIsRefusedByName() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    Object[] values = new Object[8];
    values[0] = "a\0b";
    Feature nul = new Feature("a", null, values);
    assertThatThrownBy(() -> load(things, LoadMode.APPEND, nul))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("Feature a", "name", "NUL");
  }

  @Test
  void aWordToOtherNodesIsTheLayerAndItsVersionOnly() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("LISTEN linli_change");
      load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
      PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(30_000);
      assertThat(heard).extracting(PGNotification::getParameter).containsExactly("things 1");
    }
  }

  /** A store that hears of nothing but by word, or by looking when it is connected anew. */
  private BlockingQueue<LayerChanged> heardBy(FeatureStore listening) {
    BlockingQueue<LayerChanged> heard = new LinkedBlockingQueue<>();
    listening.onChange(heard::add);
    return heard;
  }

  private static List<String> listeners() throws SQLException {
    return query(
        "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
  }

  private static final String STOP_LISTENERS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE query LIKE 'LISTEN%' AND datname = current_database()";

  @Test
  void aFeedThatLostItsConnectionCatchesUp() throws Exception {
    try (FeatureStore other = PostgisStore.open(address(url), FeatureStore.PATIENCE, NEVER)) {
      BlockingQueue<LayerChanged> heard = heardBy(other);
      for (int version = 1; version <= 3; version++) {
        query(STOP_LISTENERS);
        load(
            definition("things", GeometryType.POINT),
            LoadMode.REPLACE,
            feature("a", "POINT (1 2)"));
        assertThat(heard.poll(30, TimeUnit.SECONDS))
            .isEqualTo(new LayerChanged("things", version, false));
      }
    }
    assertThat(listeners()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aWordThatNeverCameIsMadeUpForInTime() throws Exception {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    try (FeatureStore other =
        PostgisStore.open(address(url), FeatureStore.PATIENCE, Duration.ofMillis(50))) {
      BlockingQueue<LayerChanged> heard = heardBy(other);
      query("UPDATE linli.linli_layer SET version = 7 WHERE layer = 'things'");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 7, false));
    }
  }

  @Test
  void anEditOfOthersBySqlIsToldOnce() throws Exception {
    LayerDefinition things = definition("things", GeometryType.POINT);
    store.createLayer(definition("others", GeometryType.POINT));
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    load(things, LoadMode.REPLACE, feature("a", "POINT (1 2)"), feature("b", "POINT (1 2)"));
    try (FeatureStore other = PostgisStore.open(address(url), FeatureStore.PATIENCE, NEVER)) {
      BlockingQueue<LayerChanged> heard = heardBy(other);
      query("DELETE FROM linli.things WHERE code = 'b'");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 3, false));
      assertThat(other.getLayer("things").count()).isEqualTo(1);
      assertThat(other.changesSince("things", 2))
          .containsExactly(new Change("things", 3, List.of(), true));
      other.apply(new ChangeSet("things", List.of(new ChangeSet.Delete("a", 1))));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 4, false));
      query("TRUNCATE linli.others");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("others", 2, false));
      assertThat(heard).isEmpty();
    }
    assertThat(query("SELECT layer FROM linli.linli_outside")).isEmpty();
  }

  @Test
  void whatOthersWroteWhileThePortalWasStoppedIsANewVersion() throws SQLException {
    load(definition("things", GeometryType.ANY), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    store.close();
    query(
        "INSERT INTO linli.things (code, geom) VALUES"
            + " ('curved', ST_GeomFromText('CIRCULARSTRING (0 0, 1 1, 2 0)', 4326)),"
            + " ('far', ST_SetSRID(ST_Point(11900000, 4300000), 4326)),"
            + " ('b', ST_SetSRID(ST_Point(1, 2), 4326))");
    store = open();
    assertThat(store.getLayer("things").version()).isEqualTo(2);
    assertThat(features(store, "things")).containsOnlyKeys("a", "b");
  }

  @Test
  void aDatabaseOfTheFirstVersionIsBroughtUpToDate() throws SQLException {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    store.close();
    query(
        "DROP FUNCTION linli.linli_mark() CASCADE; DROP TABLE linli.linli_outside;"
            + " ALTER TABLE linli.linli_change DROP COLUMN committed_at;"
            + " DELETE FROM linli.linli_migration WHERE version IN ('2', '3')");
    store = open();
    assertThat(store.getLayer("things").version()).isEqualTo(2);
    store.close();
    query("DELETE FROM linli.things");
    store = open();
    assertThat(store.getLayer("things").version()).isEqualTo(3);
  }

  @Test
  void anEditOfOneLayerDoesNotWaitForALoadOfAnother() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    store.createLayer(things);
    try (FeatureStore impatient = open(Duration.ofMillis(20));
        BulkLoad load = store.bulkLoad(definition("others", GeometryType.POINT), LoadMode.APPEND)) {
      load.add(feature("x", "POINT (1 2)"));
      impatient.apply(
          new ChangeSet("things", List.of(new ChangeSet.Insert(feature("a", "POINT (1 2)")))));
      load.commit();
    }
    assertThat(features(store, "things")).containsOnlyKeys("a");
    assertThat(features(store, "others")).containsOnlyKeys("x");
  }
}
