package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.bench.Command.Background;
import org.linli.geo.Bounds;
import org.linli.geo.TileCoord;

/** Our own program, {@code serve} on a home, in a JVM of its own. */
final class Portal implements AutoCloseable {
  private static final String JAR = "target/linli-atlas.jar";
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private static final Pattern ONE_TIME = Pattern.compile("one-time password (\\S+)");

  private final Background process;
  private final Path log;
  private final int port;
  private final long readyNanos;

  private Portal(Background process, Path log, int port, long readyNanos) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.readyNanos = readyNanos;
  }

  /** Starts and waits until {@code /health} answers 200. */
  static Portal serve(Path home, String... jvmOptions) throws IOException {
    return serve(home, false, jvmOptions);
  }

  /** The same on an empty home with the demo. */
  static Portal serveDemo(Path home) throws IOException {
    return serve(home, true);
  }

  private static Portal serve(Path home, boolean demo, String... jvmOptions) throws IOException {
    int port = Command.freePort();
    Path log = home.resolveSibling(home.getFileName() + ".serve.log");
    Files.deleteIfExists(log);
    long start = System.nanoTime();
    Background process =
        new Command(log, "java", "-XX:+UseG1GC")
            .and(jvmOptions)
            .and("-jar", JAR, "serve", "--home", home.toString())
            .and("--server.port=" + port, "--linli.demo=" + demo)
            .background();
    awaitHealth(process, port, start, log);
    return new Portal(process, log, port, System.nanoTime() - start);
  }

  private static void awaitHealth(Background process, int port, long start, Path log)
      throws IOException {
    while (!isHealthy(port)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
        process.close();
        throw new IllegalStateException("The portal did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static boolean isHealthy(int port) {
    try (KeptAliveClient client = new KeptAliveClient(port)) {
      return client.get("/health").status() == 200;
    } catch (java.io.UncheckedIOException notYet) {
      return false;
    }
  }

  /**
   * Runs our {@code import} command.
   *
   * @return the wall time of the whole process, in nanoseconds
   */
  static long load(String layer, Path file, Path home) {
    return new Command(home.resolveSibling(home.getFileName() + ".import.log"), "java")
        .and("-jar", JAR, "import", layer, file.toString(), "--home", home.toString())
        .run();
  }

  int port() {
    return port;
  }

  /** What the administrator of a new portal is told once. */
  String firstPassword() throws IOException {
    Matcher said = ONE_TIME.matcher(Files.readString(log));
    if (!said.find()) {
      throw new IllegalStateException("The portal told no first password:\n" + said);
    }
    return said.group(1);
  }

  /** From the start of the process to the first healthy answer. */
  long readyNanos() {
    return readyNanos;
  }

  HeapGauge heap() throws Exception {
    return HeapGauge.of(process.pid());
  }

  static String wholeLayer(String layer) {
    return wholeLayer(layer, "geojson");
  }

  static String wholeLayer(String layer, String ending) {
    return "/data/" + layer + "." + ending;
  }

  static String tile(String layer, TileCoord at) {
    return "/ogc/collections/"
        + layer
        + "/tiles/WebMercatorQuad/"
        + at.zoom()
        + "/"
        + at.y()
        + "/"
        + at.x();
  }

  static String items(String layer, Bounds box, int limit) {
    return "/ogc/collections/"
        + layer
        + "/items?limit="
        + limit
        + "&bbox="
        + box.minX()
        + ","
        + box.minY()
        + ","
        + box.maxX()
        + ","
        + box.maxY();
  }

  @Override
  public void close() {
    process.close();
  }
}
