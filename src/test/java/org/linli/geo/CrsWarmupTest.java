package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrsWarmupTest {

  @TempDir Path scratch;

  @Test
  void theDatabaseIsOpenWhenTheWarmupIsDone() {
    CrsWarmup.in(scratch);
    CrsWarmup.open();
    assertThat(scratch.resolve("epsg")).isDirectory();
    assertThat(Crs.parse("EPSG:27700").name()).contains("British National Grid");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(scratch.resolve("taken"));
    assertThatThrownBy(() -> CrsWarmup.in(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.resolve("epsg").toString());
  }
}
