package org.linli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.linli.bench.Command.Background;

/** nginx that serves the files of a folder, as its manual advises for large ones. */
final class FileServer implements AutoCloseable {
  private static final Path TEMPLATE = Path.of("src/bench/rivals/files.conf");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final int port;
  private final Background nginx;

  private FileServer(int port, Background nginx) {
    this.port = port;
    this.nginx = nginx;
  }

  static FileServer start(Path served) throws IOException {
    Path folder = served.toAbsolutePath();
    int port = Command.freePort();
    Path settings = folder.resolve("files.conf");
    Files.writeString(
        settings,
        Files.readString(TEMPLATE)
            .replace("${FOLDER}", folder.toString())
            .replace("${PORT}", "" + port));
    FileServer server =
        new FileServer(
            port,
            new Command(folder.resolve("nginx.log"), "nginx", "-p", folder.toString())
                .and("-c", settings.toString(), "-e", folder + "/nginx-error.log")
                .background());
    server.awaitListening();
    return server;
  }

  private void awaitListening() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!isListening()) {
      if (System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("nginx does not listen on port " + port + ".");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    nginx.close();
  }
}
