package org.linli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a run: the one that {@code LINLI_TEST_PG} names by a JDBC
 * URL, or a throw-away one, started from Debian's programs on a free port of the loopback and
 * stopped with the JVM. Tests that use it say {@code @Needs(Tool.POSTGIS)}.
 */
public final class PostgisServer {
  static final String SETTING = "LINLI_TEST_PG";
  private static final String SUPERUSER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String adminUrl;

  private PostgisServer(String adminUrl) {
    this.adminUrl = adminUrl;
  }

  /** The run's server; started at the first call. */
  public static PostgisServer shared() {
    return Holder.SERVER;
  }

  private static final class Holder {
    static final PostgisServer SERVER =
        new PostgisServer(Setting.find(SETTING).orElseGet(PostgisServer::start));
  }

  /**
   * Makes an empty database, without the PostGIS extension.
   *
   * @return its JDBC URL, user included
   */
  public String createDatabase() {
    String name = "linli_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    } catch (SQLException refused) {
      throw new IllegalStateException("The test server made no database.", refused);
    }
    return adminUrl.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
  }

  private static String start() {
    try {
      Path home = Files.createTempDirectory("linli-pg");
      boolean root = "root".equals(System.getProperty("user.name"));
      if (root) {
        run(List.of("chown", SUPERUSER, home.toString()));
      }
      int port = freePort();
      Path bin = Tool.POSTGIS.get();
      Path cluster = home.resolve("cluster");
      run(
          asServerUser(
              root,
              List.of(
                  bin.resolve("initdb").toString(),
                  "--pgdata=" + cluster,
                  "--username=" + SUPERUSER,
                  "--auth=trust",
                  "--encoding=UTF8",
                  "--locale=C.UTF-8",
                  "--no-sync")));
      String options =
          "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=64MB"
              .formatted(port, home);
      run(
          asServerUser(
              root, pgCtl(bin, cluster, "start", "-w", "-l", home + "/log", "-o", options)));
      stopWithTheJvm(home, asServerUser(root, pgCtl(bin, cluster, "stop", "-m", "immediate")));
      return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + SUPERUSER;
    } catch (IOException failed) {
      throw new UncheckedIOException("The throw-away PostgreSQL did not start.", failed);
    }
  }

  private static List<String> pgCtl(Path bin, Path cluster, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(bin.resolve("pg_ctl").toString());
    command.add("--pgdata=" + cluster);
    command.addAll(List.of(arguments));
    return command;
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asServerUser(boolean root, List<String> command) {
    if (!root) {
      return command;
    }
    List<String> lowered =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + SUPERUSER, "--regid=" + SUPERUSER, "--clear-groups"));
    lowered.addAll(command);
    return lowered;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void stopWithTheJvm(Path home, List<String> stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    run(stop);
                    run(List.of("rm", "-rf", home.toString()));
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                }));
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("linli-pg", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command.get(0), interrupted);
    } finally {
      Files.delete(output);
    }
  }
}
