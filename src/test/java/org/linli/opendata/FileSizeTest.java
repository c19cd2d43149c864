package org.linli.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9951, 10 kB",
    "831488, 831 kB",
    "999600, 1.0 MB",
    "1000725, 1.0 MB",
    "44000000000, 44 GB"
  })
  void aSizeIsSaidInTheUnitThatKeepsItShort(long bytes, String said) {
    assertThat(FileSize.of(bytes)).isEqualTo(said);
  }
}
