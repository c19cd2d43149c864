package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
  /** What needs an escape, what lies beside it, and letters of one to four bytes. */
  private static final String LETTERS =
      "\"\\\u0000\u0001\n\r\t\u001f !#[]\u007f\u0080é邻བོ\uD83C\uDF33az";

  private static String written(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(out);
    json.text(text).flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatNeedsAnEscapeIsEscapedWhereverItStands() throws IOException {
    for (int length = 1; length < 20; length++) {
      for (int at = 0; at < length; at++) {
        for (char letter : new char[] {'"', '\\', '\n', 0, 0x1f}) {
          String text = "邻".repeat(at) + letter + "a".repeat(length - at - 1);
          assertThat(JsonMapper.shared().readTree(written(text)).asString()).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void anyTextReadsBackAsItWas() throws IOException {
    SplittableRandom random = new SplittableRandom(26);
    int[] points = LETTERS.codePoints().toArray();
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      String json = written(text.toString());
      assertThat(json.chars()).as("no control character is left").allMatch(c -> c >= 0x20);
      assertThat(JsonMapper.shared().readTree(json).asString()).isEqualTo(text.toString());
    }
  }
}
