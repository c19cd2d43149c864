package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.FileSizes;
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
  void aHeadOfAWholeLayerMakesNothingAndTellsItsLengthOnceItWasMade() {
    Answer first = browser.ask("HEAD", "/test/head");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Length")).isEmpty();
    assertThat(first.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(first.bytes()).isEmpty();
    assertThat(begun()).isZero();
    Answer whole = browser.get("/test/head");
    assertThat(whole.bytes()).isEqualTo(ALL);
    assertThat(whole.header("ETag")).isEqualTo(first.header("ETag"));
    await(() -> workshop.busy() == 0);
    Answer head = browser.ask("HEAD", "/test/head", "Range", "bytes=0-9");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(ALL.length));
    assertThat(head.bytes()).isEmpty();
    assertThat(begun()).isEqualTo(1);
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
