package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.FileSizes;
import org.linli.encode.Edition;
import org.linli.encode.ExportFormat;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.testing.Browser.Answer;
import org.linli.testing.RawConnection;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Files that were made already, and those that never are kept. */
class KeptExportTest extends WorkingPortal {
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

  /** As when the copy had to give way to others, but the layer is as it was. */
  @Test
  void aHeadOfAFileWhoseLengthIsKnownMakesNothing() throws IOException {
    FileSizes sizes = new FileSizes();
    sizes.learn("known", 1, ExportFormat.CSV, 12_345);
    MockHttpServletRequest request = new MockHttpServletRequest("HEAD", "/test/known");
    MockHttpServletResponse response = new MockHttpServletResponse();
    Representation export =
        new Representation.Export(
            "text/csv",
            Map.of(),
            new Edition("known", Instant.EPOCH),
            Optional.of(new WholeLayer("known", 1, Optional.of(ExportFormat.CSV))),
            true,
            works.body);
    new Responder(new ExportSender(workshop, sizes), new Sites("")).send(export, request, response);
    assertThat(response.getContentLengthLong()).isEqualTo(12_345);
    assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
    assertThat(begun()).isZero();
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
    new Responder(new ExportSender(workshop, new FileSizes()), new Sites(""))
        .send(works.export("sendfile"), request, response);
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getContentLength()).isEqualTo(200_000);
    String file = (String) request.getAttribute("org.apache.tomcat.sendfile.filename");
    assertThat(Path.of(file)).hasParent(folder.path()).hasBinaryContent(ALL);
    assertThat(request.getAttribute("org.apache.tomcat.sendfile.start")).isEqualTo(1000L);
    assertThat(request.getAttribute("org.apache.tomcat.sendfile.end")).isEqualTo(201_000L);
  }
}
