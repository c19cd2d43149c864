package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.testing.Browser.Answer;
import org.linli.testing.RawConnection;

/** What a client sees of a file that cannot be made. */
class BrokenExportTest extends WorkingPortal {
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
    works.body = WorkingPortal::writeAll;
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
}
