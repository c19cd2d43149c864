package org.linli.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether anybody committed to the embedded store's file, by SQLite's {@code data_version}:
 * it is another on this connection after each commit of any other, and costs no reading of a table.
 */
final class CommitWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitWatch.class);

  private final Connection connection;
  private long seen = Long.MIN_VALUE;

  CommitWatch(Path file, Duration patience) throws SQLException {
    this.connection = GeoPackageConnection.openForReading(file, patience);
  }

  /** What is done about commits. */
  interface Response {
    void to(Connection reading) throws SQLException;
  }

  /** Responds if there were commits since it last did so without failing; the first time always. */
  synchronized void ifAny(Response response) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    long now = dataVersion();
    if (now != seen) {
      response.to(connection);
      seen = now;
    }
  }

  private long dataVersion() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      LOG.warn("The watch on the store's file did not close.", failed);
    }
  }
}
