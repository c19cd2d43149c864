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
      throw new StoreException(
          "The database %s cannot be reached: %s. Look whether it runs, and at spring.datasource.url, .username and .password."
              .formatted(address, refused.getMessage()),
          refused);
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
      throw new StoreException(
          "The database has no PostGIS, and it could not be added (%s): install PostGIS on the server and let its administrator run CREATE EXTENSION postgis in this database."
              .formatted(refused.getMessage()),
          refused);
    }
    return findExtension(connection)
        .orElseThrow(() -> new StoreException("PostGIS was added but is not there."));
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
      throw new StoreException(
          "The store's tables in %s could not be prepared: %s"
              .formatted(address, failed.getMessage()),
          failed);
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
      throw new StoreException(
          "This store was made by a newer version of the portal: use that version or a later one.");
    }
  }
}
