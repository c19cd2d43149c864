package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.bench.Command.Background;

/** nginx that serves the files of a folder, as its manual advises for large ones. */
final class FileServer implements Listening.Rival {
  private static final Path TEMPLATE = Path.of("src/bench/rivals/files.conf");

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
    Listening.await(port, "nginx", server);
    return server;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    nginx.close();
  }
}
