package org.linli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting until a rival's server listens. */
final class Listening {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Listening() {}

  /**
   * @param server closed when it does not listen in time
   */
  static void await(int port, String name, Rival server) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!isListening(port)) {
      if (System.nanoTime() > deadline) {
        server.close();
        throw new IllegalStateException(name + " does not listen on port " + port + ".");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** A server that can be stopped without fault. */
  interface Rival extends AutoCloseable {
    @Override
    void close();
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
