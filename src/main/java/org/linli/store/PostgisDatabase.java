package org.linli.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.linli.gpkg.SqlText;
import org.linli.layer.LayerDefinition;

/**
 * A database made ready for the store: reached, with PostGIS and the store's own tables, and with a
 * pool of connections that look for tables in the store's schema.
 */
final class PostgisDatabase implements AutoCloseable {
  /** Everything of the store lies in a schema of its own, beside whatever else is there. */
  static final String SCHEMA = "linli";

  private static final int MOST_CONNECTIONS = 10;
  private static final long CONNECT_MILLIS = 10_000;

  /** The oldest server on which a long statement can notice that its client is gone. */
  private static final int NOTICES_LOST_CLIENTS = 14;

  private final DatabaseAddress address;
  private final Duration patience;
  private final String extensionSchema;
  private final HikariDataSource pool;

  private PostgisDatabase(
      DatabaseAddress address, Duration patience, String extensionSchema, String setUp) {
    this.address = address;
    this.patience = patience;
    this.extensionSchema = extensionSchema;
    this.pool = new HikariDataSource(config(address, setUp));
  }

  /**
   * @throws StoreException if the database cannot be reached or prepared; the message says what to
   *     do
   */
  static PostgisDatabase open(DatabaseAddress address, Duration patience) {
    try (Connection connection = PostgisSetup.connect(address)) {
      String extensionSchema = PostgisSetup.ensureExtension(connection);
      PostgisSetup.migrate(address);
      int version = connection.getMetaData().getDatabaseMajorVersion();
      return new PostgisDatabase(
          address, patience, extensionSchema, setUp(extensionSchema, version));
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed);
    }
  }

  private static String setUp(String extensionSchema, int version) {
    String path = "SET search_path TO " + SCHEMA + ", " + SqlText.quoted(extensionSchema);
    String ours = path + "; " + PostgisOutside.OWN_SESSION;
    return version < NOTICES_LOST_CLIENTS
        ? ours
        : ours + "; SET client_connection_check_interval TO '1s'";
  }

  private static HikariConfig config(DatabaseAddress address, String setUp) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("linli-store");
    config.setJdbcUrl(address.url());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    config.setDataSourceProperties(properties());
    config.setConnectionInitSql(setUp);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_MILLIS);
    return config;
  }

  /**
   * No statement is kept on the server from one use to the next: a layer that is replaced changes
   * the columns that such a statement was planned for.
   */
  static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("ApplicationName", "linli-atlas");
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  /** A connection of the pool, in autocommit mode. */
  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  /** A connection of its own, beside the pool. */
  Connection connectAlone() throws SQLException {
    return PostgisSetup.connect(address);
  }

  /** How long a writer waits for another. */
  Duration patience() {
    return patience;
  }

  PostgisTable table(LayerDefinition definition) {
    return new PostgisTable(definition, extensionSchema);
  }

  @Override
  public void close() {
    pool.close();
  }
}
