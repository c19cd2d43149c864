package org.linli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine: run to its end and timed, or kept running in the background. */
final class Command {
  private final List<String> words;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Path log;

  /**
   * @param log where both of its outputs go
   */
  Command(Path log, String... words) {
    this.log = log;
    this.words = new ArrayList<>(Arrays.asList(words));
  }

  Command with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Command and(String... more) {
    words.addAll(Arrays.asList(more));
    return this;
  }

  /** As PostgreSQL's own user when this is root, whom it refuses. */
  Command asPostgres() {
    if ("root".equals(System.getProperty("user.name"))) {
      words.addAll(0, List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @return the wall time, in nanoseconds
   * @throws IllegalStateException if it fails; the message carries its output
   */
  long run() {
    long start = System.nanoTime();
    Process process = start();
    try {
      int code = process.waitFor();
      long nanos = System.nanoTime() - start;
      if (code != 0) {
        throw new IllegalStateException(words + " ended with " + code + ":\n" + output());
      }
      return nanos;
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + words, interrupted);
    }
  }

  private Process start() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException failed) {
      throw new UncheckedIOException("This program did not start: " + words, failed);
    }
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Starts it and leaves it running until it is closed, or until this program ends. */
  Background background() {
    return new Background(start());
  }

  /** A program that runs beside this one. */
  static final class Background implements AutoCloseable {
    private final Process process;
    private final Thread atExit;

    private Background(Process process) {
      this.process = process;
      this.atExit = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(atExit);
    }

    long pid() {
      return process.pid();
    }

    boolean isAlive() {
      return process.isAlive();
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A port of the loopback that nobody listens on. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException("There is no free port.", failed);
    }
  }
}
