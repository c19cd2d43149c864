package org.linli.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.linli.layer.LocalText;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings a database to where the store can use it. Each step may be taken by two portals at once.
 */
final class PostgisSetup {
  private static final String MIGRATIONS = "classpath:org/linli/store/postgis";
  private static final String HISTORY = "linli_migration";

  private PostgisSetup() {}

  /**
   * @throws StoreException if the server cannot be reached or does not let the user in
   */
  static Connection connect(DatabaseAddress address) {
    Properties properties = PostgisDatabase.properties();
    address.user().ifPresent(user -> properties.setProperty("user", user));
    address.password().ifPresent(password -> properties.setProperty("password", password));
    try {
      return Optional.ofNullable(new Driver().connect(address.url(), properties))
          .orElseThrow(() -> new SQLException("the driver does not understand the address"));
    } catch (SQLException refused) {
      throw unreachable(address, refused);
    }
  }

  /**
   * Makes the PostGIS extension if the database has none.
   *
   * @return the schema that the extension lies in
   * @throws StoreException if it is not there and cannot be made
   */
  static String ensureExtension(Connection connection) throws SQLException {
    Optional<String> schema = findExtension(connection);
    return schema.isPresent() ? schema.get() : createExtension(connection);
  }

  private static Optional<String> findExtension(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT nspname FROM pg_extension JOIN pg_namespace"
                    + " ON pg_namespace.oid = extnamespace WHERE extname = 'postgis'")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private static String createExtension(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException refused) {
      Optional<String> madeByAnother = findExtension(connection);
      if (madeByAnother.isPresent()) {
        return madeByAnother.get();
      }
      throw noPostgis(refused);
    }
    return findExtension(connection)
        .orElseThrow(() -> noPostgis(new SQLException("it was added but is not there")));
  }

  /**
   * Makes the store's own tables, or brings them up to date; layers are not touched.
   *
   * @throws StoreException if a newer program made them, or they cannot be made
   */
  static void migrate(DatabaseAddress address) {
    try {
      Flyway flyway = flyway(address);
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException failed) {
      throw unprepared(address, failed);
    }
  }

  private static Flyway flyway(DatabaseAddress address) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(address.url());
    address.user().ifPresent(database::setUser);
    address.password().ifPresent(database::setPassword);
    return Flyway.configure(PostgisSetup.class.getClassLoader())
        .dataSource(database)
        .schemas(PostgisDatabase.SCHEMA)
        .table(HISTORY)
        .locations(MIGRATIONS)
        .failOnMissingLocations(true)
        .cleanDisabled(true)
        .load();
  }

  /** Flyway itself lets a step pass that it does not know, if it is later than all it knows. */
  private static void refuseNewer(Flyway flyway) {
    boolean newer =
        Arrays.stream(flyway.info().applied())
            .map(MigrationInfo::getState)
            .anyMatch(state -> state.isApplied() && !state.isResolved());
    if (newer) {
      throw StoreException.madeByNewer();
    }
  }

  private static StoreException unreachable(DatabaseAddress address, SQLException refused) {
    String why = refused.getMessage();
    return new StoreException(
        new LocalText(
            "连接不上数据库 %s：%s。请查看数据库是否在运行，以及 spring.datasource.url、.username、.password 的设置。"
                .formatted(address, why),
            "The database %s cannot be reached: %s. Look whether it runs, and at spring.datasource.url, .username and .password."
                .formatted(address, why),
            "གཞི་གྲངས་མཛོད་ %s ལ་འབྲེལ་མི་ཐུབ། %s སྤྱོད་བཞིན་ཡོད་མེད་དང་ spring.datasource.url, .username, .password ལ་ལྟ་རོགས།"
                .formatted(address, why)),
        refused);
  }

  private static StoreException noPostgis(SQLException refused) {
    String why = refused.getMessage();
    return new StoreException(
        new LocalText(
            "数据库没有 PostGIS，也未能添加（%s）：请在服务器上安装 PostGIS，并由管理员在此数据库中执行 CREATE EXTENSION postgis。"
                .formatted(why),
            "The database has no PostGIS, and it could not be added (%s): install PostGIS on the server and let its administrator run CREATE EXTENSION postgis in this database."
                .formatted(why),
            "གཞི་གྲངས་མཛོད་ལ་ PostGIS མེད་ཅིང་སྣོན་མ་ཐུབ། (%s) ཞབས་ཞུ་ཆས་ཐོག་ PostGIS སྒྲིག་འཇུག་བྱས་ནས་དོ་དམ་པས་ CREATE EXTENSION postgis སྤེལ་རོགས།"
                .formatted(why)),
        refused);
  }

  private static StoreException unprepared(DatabaseAddress address, FlywayException failed) {
    String why = failed.getMessage();
    return new StoreException(
        new LocalText(
            "未能在 %s 中准备数据存储的系统表：%s".formatted(address, why),
            "The store's tables in %s could not be prepared: %s".formatted(address, why),
            "%s ནང་གཞི་གྲངས་མཛོད་ཀྱི་རེའུ་མིག་གྲ་སྒྲིག་མ་ཐུབ། %s".formatted(address, why)),
        failed);
  }
}
