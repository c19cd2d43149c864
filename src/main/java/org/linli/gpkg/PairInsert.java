package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Inserts many rows of two columns, several by one statement: calls into SQLite are what costs.
 * What waits for its statement, and what the last one inserted, is held.
 */
final class PairInsert implements AutoCloseable {
  private final Connection connection;
  private final String start;
  private final PreparedStatement full;
  private final Object[] pending;
  private int filled;

  /**
   * @param rows how many one statement inserts
   */
  PairInsert(Connection connection, String table, int rows) throws SQLException {
    this.connection = connection;
    this.start = "INSERT INTO " + SqlText.quoted(table) + " VALUES ";
    this.full = connection.prepareStatement(sql(rows));
    this.pending = new Object[2 * rows];
  }

  private String sql(int rows) {
    return start + "(?, ?)" + ", (?, ?)".repeat(rows - 1);
  }

  void add(long first, Object second) throws SQLException {
    pending[filled++] = first;
    pending[filled++] = second;
    if (filled == pending.length) {
      flush(full);
    }
  }

  private void flush(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < filled; i++) {
      statement.setObject(i + 1, pending[i]);
    }
    statement.execute();
    filled = 0;
  }

  /** Inserts what is left. */
  @Override
  public void close() throws SQLException {
    if (filled > 0) {
      try (PreparedStatement last = connection.prepareStatement(sql(filled / 2))) {
        flush(last);
      }
    }
    full.close();
  }
}
