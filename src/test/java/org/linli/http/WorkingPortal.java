package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;
import org.linli.encode.Representation.WholeLayer;
import org.linli.testing.Browser;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A portal whose files are what a test decides, two being made at most; at the end of each test
 * nothing of them is left.
 */
@SpringBootTest(
    classes = {TestPortal.class, WorkingPortal.Works.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "linli.http.exports-at-once=2",
      // How long a client may take nothing before it counts as gone.
      "server.tomcat.connection-timeout=2s",
      "server.tomcat.keep-alive-timeout=60s"
    })
abstract class WorkingPortal {
  static final int PIECES = 64;
  static final byte[] PIECE = piece();
  static final byte[] ALL = all();
  static final String CHUNKED_END = "\r\n0\r\n\r\n";

  private static byte[] piece() {
    StringBuilder text = new StringBuilder();
    while (text.length() < 1 << 14) {
      text.append(text.length()).append('.');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] all() {
    byte[] all = new byte[PIECES * PIECE.length];
    for (int i = 0; i < PIECES; i++) {
      System.arraycopy(PIECE, 0, all, i * PIECE.length, PIECE.length);
    }
    return all;
  }

  /** Serves what a test decides. */
  @Controller
  static class Works {
    volatile Body body = out -> {};
    volatile boolean chosen;

    @GetMapping("/test/{name}")
    Representation export(@PathVariable String name) {
      return new Representation.Export(
          "text/plain",
          Map.of(),
          new Edition(name, Instant.parse("2026-05-01T08:00:00Z")),
          chosen ? Optional.empty() : Optional.of(new WholeLayer(name, 1, Optional.empty())),
          true,
          body);
    }
  }

  @LocalServerPort int port;
  @Autowired Works works;
  @Autowired ExportWorkshop workshop;
  @Autowired ExportFolder folder;
  final CountDownLatch gate = new CountDownLatch(1);
  final CountDownLatch ended = new CountDownLatch(1);
  Browser browser;
  private long begunBefore;

  @BeforeEach
  void begin() {
    browser = new Browser(port);
    begunBefore = workshop.begun();
    works.chosen = false;
    works.body = WorkingPortal::writeAll;
  }

  @AfterEach
  void everyPlaceIsFreeAgain() throws IOException {
    gate.countDown();
    await(() -> workshop.busy() == 0);
    await(() -> workshop.freeMemories() == ExportWorkshop.IN_MEMORY);
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  static void writeAll(OutputStream out) throws IOException {
    for (int i = 0; i < PIECES; i++) {
      out.write(PIECE);
    }
  }

  /** Writes a half, waits for the gate, then writes the other. */
  void writeInHalves(OutputStream out) throws IOException {
    for (int i = 0; i < PIECES; i++) {
      if (i == PIECES / 2) {
        await(gate);
      }
      out.write(PIECE);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  long begun() {
    return workshop.begun() - begunBefore;
  }

  static byte[] unzipped(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
