package org.linli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.encode.ExportFormat.CSV;
import static org.linli.encode.ExportFormat.XLSX;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FileSizesTest {
  private final FileSizes sizes = new FileSizes();

  @Test
  void ofAVersionTheFilesThatWereMadeAreKnown() {
    sizes.learn("parks", 3, CSV, 120);
    sizes.learn("parks", 3, XLSX, 4_000);
    sizes.learn("roads", 8, CSV, 7);
    assertThat(sizes.of("parks", 3)).isEqualTo(Map.of(CSV, 120L, XLSX, 4_000L));
    assertThat(sizes.of("roads", 8)).isEqualTo(Map.of(CSV, 7L));
  }

  @Test
  void aNewVersionForgetsTheOldSizes() {
    sizes.learn("parks", 3, CSV, 120);
    assertThat(sizes.of("parks", 4)).isEmpty();
    sizes.learn("parks", 4, XLSX, 5_000);
    assertThat(sizes.of("parks", 4)).isEqualTo(Map.of(XLSX, 5_000L));
    assertThat(sizes.of("parks", 3)).isEmpty();
  }

  @Test
  void anOldFileThatIsDoneLateSaysNothing() {
    sizes.learn("parks", 4, CSV, 130);
    sizes.learn("parks", 3, CSV, 120);
    assertThat(sizes.of("parks", 4)).isEqualTo(Map.of(CSV, 130L));
  }
}
