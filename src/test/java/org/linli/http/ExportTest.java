package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.catalogue.FileSizes;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;
import org.linli.encode.Representation.WholeLayer;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.RawConnection;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * How files go out: while they are made, once for all who ask, in ranges, and whole or not at all.
 */
@SpringBootTest(
    classes = {TestPortal.class, ExportTest.Works.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "linli.http.exports-at-once=2",
      // How long a client may take nothing before it counts as gone.
      "server.tomcat.connection-timeout=2s",
      "server.tomcat.keep-alive-timeout=60s"
    })
class ExportTest {
  private static final int PIECES = 64;
  private static final byte[] PIECE = piece();
  private static final byte[] ALL = all();
  private static final String CHUNKED_END = "\r\n0\r\n\r\n";

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

  @LocalServerPort private int port;
  @Autowired private Works works;
  @Autowired private ExportWorkshop workshop;
  @Autowired private ExportFolder folder;
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Browser browser;
  private long begunBefore;

  @BeforeEach
  void begin() {
    browser = new Browser(port);
    begunBefore = workshop.begun();
    works.chosen = false;
    works.body = ExportTest::writeAll;
  }

  @AfterEach
  void everyPlaceIsFreeAgain() throws IOException {
    gate.countDown();
    await(() -> workshop.busy() == 0);
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void writeAll(OutputStream out) throws IOException {
    for (int i = 0; i < PIECES; i++) {
      out.write(PIECE);
    }
  }

  /** Writes a half, waits for the gate, then writes the other. */
  private void writeInHalves(OutputStream out) throws IOException {
    for (int i = 0; i < PIECES; i++) {
      if (i == PIECES / 2) {
        await(gate);
      }
      out.write(PIECE);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private long begun() {
    return workshop.begun() - begunBefore;
  }

  private static byte[] unzipped(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

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
  void whatCannotBeMadeIsRefusedAsItSaysItself() {
    LocalText why = new LocalText("太大", "too large", "ཆེ་དྲགས།");
    works.body =
        out -> {
          throw new RefusedException(413, why);
        };
    Answer answer = browser.get("/test/refused");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asString()).isIn("太大", "too large");
  }

  @Test
  void aKeptCopyIsTheSameBytesAndIsNotMadeAgain() {
    Answer first = browser.get("/test/kept");
    await(() -> workshop.busy() == 0);
    Answer again = browser.get("/test/kept");
    assertThat(first.bytes()).isEqualTo(ALL);
    assertThat(again.bytes()).isEqualTo(ALL);
    assertThat(again.header("Content-Length")).isEqualTo(String.valueOf(ALL.length));
    assertThat(again.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Last-Modified")).isEqualTo("Fri, 01 May 2026 08:00:00 GMT");
    assertThat(again.header("Vary")).contains("Accept-Encoding");
    assertThat(begun()).isEqualTo(1);
  }

  @Test
  void eachCodingHasItsOwnTagAndItsOwnCopy() {
    Answer plain = browser.get("/test/coded");
    Answer zipped = browser.get("/test/coded", "Accept-Encoding", "gzip");
    await(() -> workshop.busy() == 0);
    Answer again = browser.get("/test/coded", "Accept-Encoding", "gzip");
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(unzipped(zipped.bytes())).isEqualTo(ALL);
    assertThat(unzipped(again.bytes())).isEqualTo(ALL);
    assertThat(begun()).isEqualTo(2);
    String tag = zipped.header("ETag");
    assertThat(browser.get("/test/coded", "If-None-Match", tag).status()).isEqualTo(200);
    Answer unchanged = browser.get("/test/coded", "If-None-Match", tag, "Accept-Encoding", "gzip");
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.bytes()).isEmpty();
  }

  @Test
  void whoHasItAlreadyGetsA304AndNothingIsMade() {
    works.chosen = true;
    String tag = browser.ask("HEAD", "/test/unchanged").header("ETag");
    works.chosen = false;
    assertThat(browser.get("/test/unchanged", "If-None-Match", tag).status()).isEqualTo(304);
    String since = "Fri, 01 May 2026 08:00:00 GMT";
    assertThat(browser.get("/test/unchanged", "If-Modified-Since", since).status()).isEqualTo(304);
    assertThat(begun()).isZero();
    String before = "Fri, 01 May 2026 07:59:59 GMT";
    assertThat(browser.get("/test/unchanged", "If-Modified-Since", before).status()).isEqualTo(200);
  }

  @Test
  void aHeadOfAPartMakesNothing() {
    works.chosen = true;
    assertThat(browser.ask("HEAD", "/test/part-head").header("Content-Length")).isEmpty();
    assertThat(begun()).isZero();
  }

  @Test
  void aHeadOfAWholeLayerMakesItOnceAndTellsItsLength() {
    Answer first = browser.ask("HEAD", "/test/head");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Length")).isEqualTo(String.valueOf(ALL.length));
    assertThat(first.bytes()).isEmpty();
    await(() -> workshop.busy() == 0);
    assertThat(browser.get("/test/head").bytes()).isEqualTo(ALL);
    assertThat(begun()).isEqualTo(1);
    Answer head = browser.ask("HEAD", "/test/head", "Range", "bytes=0-9");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(ALL.length));
    assertThat(head.bytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0-0, 0, 0",
    "5-99, 5, 99",
    "100-70099, 100, 70099",
    "1000000-, 1000000, LAST",
    "-7, -7, LAST",
    "-99999999, 0, LAST",
    "3-99999999, 3, LAST"
  })
  void aRangeIsThatPartWhetherKeptOrNotYetMade(String range, int start, String end) {
    int from = start < 0 ? ALL.length + start : start;
    int to = end.equals("LAST") ? ALL.length - 1 : Integer.parseInt(end);
    String path = "/test/range" + range.replace("-", "_");
    for (int time = 0; time < 2; time++) {
      Answer answer = browser.get(path, "Range", "bytes=" + range);
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.header("Content-Range"))
          .isEqualTo("bytes " + from + "-" + to + "/" + ALL.length);
      assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(to - from + 1));
      assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(ALL, from, to + 1));
      await(() -> workshop.busy() == 0);
    }
    assertThat(begun()).isEqualTo(1);
  }

  @Test
  void aRangeOfTheCompressedFileIsAPartOfTheCompressedBytes() {
    byte[] zipped = browser.get("/test/zipped", "Accept-Encoding", "gzip").bytes();
    Answer part = browser.get("/test/zipped", "Accept-Encoding", "gzip", "Range", "bytes=10-199");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(zipped, 10, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "bytes=x-y", "lines=1-2", "bytes=9-5", "bytes="})
  void severalRangesAndWhatIsNoRangeGetTheWhole(String range) {
    Answer answer = browser.get("/test/several", "Range", range);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=1048576000-1048576001", "bytes=-0"})
  void aRangeBeyondTheEndIsNotSatisfiable(String range) {
    Answer answer = browser.get("/test/beyond", "Range", range);
    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + ALL.length);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aRangeOfOtherBytesThanTheClientHasIsTheWhole() {
    String tag = browser.get("/test/ifrange").header("ETag");
    List<String> same = List.of(tag, "Fri, 01 May 2026 08:00:00 GMT");
    List<String> other =
        List.of("\"another\"", "W/" + tag, "Fri, 01 May 2026 08:00:01 GMT", "nonsense");
    for (String ifRange : same) {
      assertThat(browser.get("/test/ifrange", "Range", "bytes=1-2", "If-Range", ifRange).status())
          .as(ifRange)
          .isEqualTo(206);
    }
    for (String ifRange : other) {
      assertThat(browser.get("/test/ifrange", "Range", "bytes=1-2", "If-Range", ifRange).bytes())
          .as(ifRange)
          .isEqualTo(ALL);
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void aFailureUnderWayLooksLikeOne(String coding) throws IOException {
    byte[] noise = new byte[1 << 20]; // So that the compressor, too, has something to pass on.
    new Random(7).nextBytes(noise);
    works.body =
        out -> {
          out.write(noise);
          await(gate);
          throw new IOException("The disk is gone.");
        };
    try (RawConnection client = new RawConnection(port)) {
      String head = client.ask("GET /test/broken HTTP/1.1", "Accept-Encoding: " + coding).head();
      assertThat(head).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
      gate.countDown();
      assertThat(new String(client.rest(), StandardCharsets.ISO_8859_1))
          .doesNotEndWith(CHUNKED_END);
    }
    works.body = ExportTest::writeAll;
    assertThat(browser.get("/test/broken").bytes()).isEqualTo(ALL);
  }

  @Test
  void aFailureBeforeTheFirstByteIsAProblem() {
    works.body =
        out -> {
          throw new IllegalStateException("at org.linli.Secret");
        };
    Answer answer = browser.get("/test/stillborn");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/internal");
    assertThat(answer.text()).doesNotContain("Secret");
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

  @Test
  void whatARequestChoseIsNeitherKeptNorSentInRanges() {
    works.chosen = true;
    for (int time = 0; time < 2; time++) {
      Answer answer = browser.get("/test/chosen", "Range", "bytes=0-1");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Accept-Ranges")).isEqualTo("none");
      assertThat(answer.bytes()).isEqualTo(ALL);
    }
    assertThat(begun()).isEqualTo(2);
  }

  @Test
  void anOldClientGetsTheLengthFirst() throws IOException {
    try (RawConnection client = new RawConnection(port)) {
      String head = client.ask("GET /test/old HTTP/1.0").head();
      assertThat(head).contains("Content-Length: " + ALL.length);
      assertThat(client.rest()).isEqualTo(ALL);
    }
  }

  @Test
  void aKeptCopyIsLeftToTheServerToSendFromItsFile() throws IOException {
    browser.get("/test/sendfile");
    await(() -> workshop.busy() == 0);
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/test/sendfile");
    request.setAttribute("org.apache.tomcat.sendfile.support", true);
    request.addHeader("Range", "bytes=1000-200999");
    MockHttpServletResponse response = new MockHttpServletResponse();
    new Responder(new ExportSender(workshop, new FileSizes()))
        .send(works.export("sendfile"), request, response);
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getContentLength()).isEqualTo(200_000);
    String file = (String) request.getAttribute("org.apache.tomcat.sendfile.filename");
    assertThat(Path.of(file)).hasParent(folder.path()).hasBinaryContent(ALL);
    assertThat(request.getAttribute("org.apache.tomcat.sendfile.start")).isEqualTo(1000L);
    assertThat(request.getAttribute("org.apache.tomcat.sendfile.end")).isEqualTo(201_000L);
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
