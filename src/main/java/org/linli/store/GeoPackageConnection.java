package org.linli.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.linli.gpkg.SpatialFunctions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Opens connections to the embedded store's file, each durable and with the functions it needs. */
final class GeoPackageConnection {
  private GeoPackageConnection() {}

  /**
   * A connection whose transactions hold the writer lock from their beginning.
   *
   * @param patience how long to wait for another writer
   */
  static Connection open(Path file, Duration patience) throws SQLException {
    return open(file, patience, TransactionMode.IMMEDIATE);
  }

  /** A connection whose transactions each see one state of the file, whoever writes meanwhile. */
  static Connection openForReading(Path file, Duration patience) throws SQLException {
    return open(file, patience, TransactionMode.DEFERRED);
  }

  private static Connection open(Path file, Duration patience, TransactionMode mode)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(mode);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.enforceForeignKeys(true);
    // Row numbers are ours; the driver would ask for them after each insert.
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      SpatialFunctions.register(connection);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }
}
