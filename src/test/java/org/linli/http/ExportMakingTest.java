package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.testing.Browser.Answer;
import org.linli.testing.RawConnection;

/**
 * How files are made: while they are sent, once for all who ask, and as long as somebody takes
 * them.
 */
class ExportMakingTest extends WorkingPortal {
  @Test
  void theFirstHalfIsOnItsWayBeforeTheSecondIsMade() throws IOException {
    works.body = this::writeInHalves;
    try (RawConnection client = new RawConnection(port)) {
      String head = client.ask("GET /test/halves HTTP/1.1", "Connection: close").head();
      assertThat(head).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
      assertThat(client.bytes(PIECES / 4 * PIECE.length)).hasSize(PIECES / 4 * PIECE.length);
      gate.countDown();
      assertThat(new String(client.rest(), StandardCharsets.US_ASCII)).endsWith(CHUNKED_END);
    }
  }

  @Test
  void requestsForWhatIsBeingMadeShareIt() throws IOException {
    works.body = this::writeInHalves;
    try (RawConnection first = new RawConnection(port);
        RawConnection second = new RawConnection(port)) {
      first.ask("GET /test/shared HTTP/1.1", "Connection: close").head();
      second.ask("GET /test/shared HTTP/1.1", "Connection: close").head();
      assertThat(workshop.busy()).isEqualTo(1);
      gate.countDown();
      byte[] answer = first.rest();
      assertThat(answer).hasSizeGreaterThan(ALL.length).isEqualTo(second.rest());
    }
    assertThat(browser.get("/test/shared").bytes()).isEqualTo(ALL);
    assertThat(begun()).isEqualTo(1);
  }

  @Test
  void requestsForTheSameChoiceOfFeaturesShareItsMakingToo() throws IOException {
    works.chosen = true;
    works.body = this::writeInHalves;
    try (RawConnection first = new RawConnection(port);
        RawConnection second = new RawConnection(port);
        RawConnection other = new RawConnection(port)) {
      first.ask("GET /test/part?floors=3 HTTP/1.1", "Connection: close").head();
      second.ask("GET /test/part?floors=3 HTTP/1.1", "Connection: close").head();
      assertThat(workshop.busy()).isEqualTo(1);
      other.ask("GET /test/part?floors=4 HTTP/1.1", "Connection: close").head();
      assertThat(workshop.busy()).isEqualTo(2);
      gate.countDown();
      assertThat(first.rest()).hasSizeGreaterThan(ALL.length).isEqualTo(second.rest());
      other.rest();
    }
    await(() -> workshop.busy() == 0);
    browser.get("/test/part?floors=3");
    assertThat(begun()).as("a choice is not kept").isEqualTo(3);
  }

  @Test
  void oneMoreThanMayBeMadeAtOnceIsToldToComeBack() throws IOException {
    works.body = this::writeInHalves;
    try (RawConnection first = new RawConnection(port);
        RawConnection second = new RawConnection(port)) {
      first.ask("GET /test/one HTTP/1.1").head();
      second.ask("GET /test/two HTTP/1.1").head();
      Answer third = browser.get("/test/three");
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.header("Retry-After")).isEqualTo("5");
      assertThat(third.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(third.json().path("type").asString()).isEqualTo("/problems/busy");
    }
  }

  @Test
  void whenTheLastClientGoesAwayTheMakingEnds() throws IOException {
    works.body =
        out -> {
          try {
            while (true) {
              out.write(PIECE);
            }
          } finally {
            ended.countDown();
          }
        };
    try (RawConnection client = new RawConnection(port)) {
      client.ask("GET /test/endless HTTP/1.1").head();
      assertThat(workshop.busy()).isEqualTo(1);
    }
    await(ended);
  }

  @Test
  void aClientThatTakesNothingLosesItsPlace() throws IOException {
    byte[] more = new byte[64 << 20]; // Than the two sockets hold.
    works.body =
        out -> {
          try {
            out.write(more);
            while (true) {
              out.write('.');
            }
          } finally {
            ended.countDown();
          }
        };
    try (RawConnection client = new RawConnection(port)) {
      client.ask("GET /test/stalled HTTP/1.1").head();
      await(ended);
      assertThat(new String(client.rest(), StandardCharsets.ISO_8859_1))
          .doesNotEndWith(CHUNKED_END);
    }
  }

  /** The bytes that one thread allocates while it sends so many pieces. */
  private long allocatedFor(int pieces) throws IOException {
    ExportMaking making =
        workshop.join(
            "pieces " + pieces,
            Optional.empty(),
            ContentCoding.IDENTITY,
            out -> {
              for (int i = 0; i < pieces; i++) {
                out.write(PIECE);
              }
            });
    making.file().awaitBeyond(Long.MAX_VALUE);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    making.file().copyTo(OutputStream.nullOutputStream());
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    workshop.leave(making);
    // The bytes are whole a moment before the maker has given its place back.
    while (workshop.busy() > 0) {
      Thread.onSpinWait();
    }
    return after - before;
  }

  @Test
  void sendingAHundredTimesAsMuchNeedsNoMoreMemory() throws IOException {
    allocatedFor(10);
    long little = allocatedFor(40);
    long much = allocatedFor(4_000);
    assertThat(much).isLessThan(little + 64 * 1024);
  }
}
