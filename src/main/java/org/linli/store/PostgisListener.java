package org.linli.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of other nodes' commits, on a connection and a thread of its own. A word that is lost with
 * a connection does no harm: whoever listens looks for changes after each reconnect, and now and
 * then in between.
 */
final class PostgisListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisListener.class);
  static final Duration CATCH_UP_EVERY = Duration.ofSeconds(30);
  private static final long RECONNECT_MILLIS = 1_000;
  private static final int ALIVE_SECONDS = 5;

  private final Connections connections;
  private final Runnable catchUp;
  private final int catchUpMillis;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "store-listen");
  private volatile Connection connection;

  /** Makes a connection beside the pool. */
  interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * @param catchUp is run on the listener's thread whenever something may have changed
   */
  PostgisListener(Connections connections, Duration catchUpEvery, Runnable catchUp) {
    this.connections = connections;
    this.catchUpMillis = Math.toIntExact(catchUpEvery.toMillis());
    this.catchUp = catchUp;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (isOpen()) {
      try (Connection listening = connections.open()) {
        connection = listening;
        listen(listening);
      } catch (SQLException | RuntimeException lost) {
        waitToReconnect(lost);
      }
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void listen(Connection listening) throws SQLException {
    try (Statement statement = listening.createStatement()) {
      statement.execute("LISTEN " + PostgisTransaction.CHANNEL);
    }
    PGConnection notified = listening.unwrap(PGConnection.class);
    while (isOpen()) {
      catchUp.run();
      boolean heard = notified.getNotifications(catchUpMillis).length > 0;
      if (!heard && !listening.isValid(ALIVE_SECONDS)) {
        throw new SQLException("the connection is dead");
      }
    }
  }

  private void waitToReconnect(Exception lost) {
    try {
      if (isOpen()) {
        LOG.warn("The change feed was lost and is taken up again: {}", lost.getMessage());
      }
      closing.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Ends the thread, also while it waits for a word. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (connection != null) {
        connection.abort(Runnable::run);
      }
      thread.join(TimeUnit.SECONDS.toMillis(ALIVE_SECONDS));
    } catch (SQLException failed) {
      LOG.debug("The change feed did not close.", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
