package org.linli.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A real {@code serve} in a process of its own, on a home of its own and a port that the system
 * chooses. It ends with the run of the tests.
 */
final class ServedPortal {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern ONE_TIME = Pattern.compile("one-time password (\\S+)");
  private static final String READY = "Ready:";
  private static final long PATIENCE_SECONDS = 240;

  /** It lives for minutes: what would make its code faster still costs more than it saves. */
  private static final List<String> SOON_WARM =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final int port;
  private final String firstPassword;

  /**
   * @param firstPassword the one-time password of the administrator
   */
  private ServedPortal(int port, String firstPassword) {
    this.port = port;
    this.firstPassword = firstPassword;
  }

  /** Holds the one portal with the demo, started when it is first asked for. */
  private static final class WithDemo {
    private static final ServedPortal PORTAL = start();
  }

  /**
   * The portal that all tests of pages share: a new home, hence the demo. None of them changes a
   * feature; accounts and a release may be made.
   */
  static ServedPortal withDemo() {
    return WithDemo.PORTAL;
  }

  private static ServedPortal start() {
    return over(newHome());
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("linli-page-tests");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * A portal with a file in it that the command {@code import} brought in, and nothing else.
   *
   * @param words what follows {@code import} and the home
   */
  static ServedPortal withImported(String... words) {
    Path home = newHome();
    Process importing =
        program(Stream.concat(Stream.of("import", "--home", home.toString()), Stream.of(words)));
    try {
      String said = new String(importing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (importing.waitFor() != 0) {
        throw new IllegalStateException(
            "The import ended with " + importing.exitValue() + ": " + said);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return over(home);
  }

  private static ServedPortal over(Path home) {
    Process process =
        program(
            Stream.of(
                "serve",
                "--home",
                home.toString(),
                "--server.port=0",
                "--logging.level.org.springframework.boot.tomcat.TomcatWebServer=info"));
    endWithTheTests(process, home);
    return of(process);
  }

  private static Process program(Stream<String> words) {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m"));
    command.addAll(SOON_WARM);
    command.addAll(List.of("-cp", classPath()));
    command.add("org.linli.LinliAtlas");
    words.forEach(command::add);
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What the tests run with, without the tests: their configurations are not the program's. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void endWithTheTests(Process process, Path home) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.destroy();
                  process.onExit().join();
                  FileSystemUtils.deleteRecursively(home.toFile());
                }));
  }

  /** Reads what the program says until it is ready, and goes on reading so that it never waits. */
  private static ServedPortal of(Process process) {
    CompletableFuture<ServedPortal> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), "portal-log");
    reader.setDaemon(true);
    reader.start();
    try {
      return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("The portal did not become ready.", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void read(Process process, CompletableFuture<ServedPortal> ready) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher port = PORT.matcher(said);
        Matcher password = ONE_TIME.matcher(said);
        if (line.contains(READY) && port.find() && password.find()) {
          ready.complete(new ServedPortal(Integer.parseInt(port.group(1)), password.group(1)));
        }
      }
      ready.completeExceptionally(new IllegalStateException("It ended: " + said));
    } catch (IOException failed) {
      ready.completeExceptionally(failed);
    }
  }

  /** What the administrator of a new portal is told once. */
  String firstPassword() {
    return firstPassword;
  }

  /** The address of a page: {@code /} and what follows it. */
  String address(String path) {
    return origin() + path;
  }

  String origin() {
    return "http://localhost:" + port;
  }
}
