package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser.Answer;

/** Parts of files. */
class ExportRangeTest extends WorkingPortal {
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
}
