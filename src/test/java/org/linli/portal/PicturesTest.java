package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures that features name. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PicturesTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void aPictureOfTheHomeIsShownAndCanDoNothingElse() {
    Answer picture = browser.get("/pictures/pixel.png");
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.bytes()).isEqualTo(TestPortal.PICTURE);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(picture.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  @Test
  void theDrawingsOfTheDemoComeWithTheProgram() {
    Answer drawing = browser.get("/pictures/tyre-garden-after.svg");
    assertThat(drawing.status()).isEqualTo(200);
    assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(drawing.text()).startsWith("<svg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "missing.png",
        "projects.geojson",
        "..%5Cpixel.png",
        ".png",
        "pixel.png.html",
        "a b.png"
      })
  void nothingButPicturesIsGivenOut(String name) {
    Answer answer = browser.get("/pictures/" + name.replace(" ", "%20"));
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
