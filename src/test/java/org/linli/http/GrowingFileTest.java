package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.http.GrowingFile.UnwantedException;

/** What was written is read, wherever it waits: in memory, in a file, or in both. */
class GrowingFileTest {
  /** Neither a whole number of pieces nor of writes. */
  private static final int MEMORY_BYTES = 200_000;

  @TempDir Path folder;

  private GrowingFile file(int memoryBytes) throws IOException {
    return new GrowingFile(() -> Files.createTempFile(folder, "grows", ".part"), memoryBytes);
  }

  private static byte[] noise(int length, long seed) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static void write(GrowingFile file, byte[] bytes, Random random) throws IOException {
    OutputStream out = file.writer();
    for (int at = 0, some; at < bytes.length; at += some) {
      some = Math.min(bytes.length - at, random.nextInt(90_000));
      out.write(bytes, at, some);
    }
  }

  private static byte[] read(GrowingFile file, ByteRange range) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    file.copyTo(read, range);
    return read.toByteArray();
  }

  private boolean isOnDisk() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, MEMORY_BYTES, 700_000})
  void anyRangeIsThatOfTheBytesThatWereWritten(int memoryBytes) throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      byte[] bytes = noise(1 + random.nextInt(600_000), seed);
      GrowingFile file = file(memoryBytes);
      write(file, bytes, random);
      file.finish();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      file.copyTo(all);
      assertThat(all.toByteArray()).as("seed %d", seed).isEqualTo(bytes);
      for (int i = 0; i < 20; i++) {
        int start = random.nextInt(bytes.length);
        int end = start + random.nextInt(bytes.length - start);
        assertThat(read(file, new ByteRange(start, end)))
            .as("seed %d, %d to %d", seed, start, end)
            .isEqualTo(Arrays.copyOfRange(bytes, start, end + 1));
      }
      file.close();
    }
  }

  @Test
  void whatFillsItsMemoryIsNotOnTheDisk() throws IOException {
    GrowingFile file = file(MEMORY_BYTES);
    file.writer().write(noise(MEMORY_BYTES, 5));
    assertThat(isOnDisk()).isFalse();
    assertThat(file.path()).isEmpty();
    file.close();
  }

  @Test
  void onlyWhatIsMoreThanItsMemoryIsOnTheDisk() throws IOException {
    GrowingFile file = file(MEMORY_BYTES);
    byte[] bytes = noise(MEMORY_BYTES + 1, 6);
    file.writer().write(bytes);
    assertThat(Files.readAllBytes(file.path().orElseThrow())).containsExactly(bytes[MEMORY_BYTES]);
    file.close();
  }

  @Test
  void withoutMemoryAllOfItIsOnTheDisk() throws IOException {
    GrowingFile file = file(0);
    byte[] bytes = noise(100_000, 7);
    file.writer().write(bytes);
    assertThat(Files.readAllBytes(file.path().orElseThrow())).isEqualTo(bytes);
    file.close();
  }

  @Test
  void whatNobodyReadsTakesNoMoreMemory() throws IOException {
    GrowingFile file = file(MEMORY_BYTES);
    file.abandon();
    assertThatThrownBy(() -> file.writer().write(noise(1, 8)))
        .isInstanceOf(UnwantedException.class);
    assertThat(file.length()).isZero();
    file.close();
  }

  @Test
  void moreThanMayWaitInMemoryWaitOnTheDiskUntilOthersAreSent() throws Exception {
    ExportShelf shelf = new ExportShelf(folder, 0, System::nanoTime);
    try (ExportWorkshop workshop = new ExportWorkshop(shelf, ExportWorkshop.IN_MEMORY + 2)) {
      for (int i = 0; i < ExportWorkshop.IN_MEMORY; i++) {
        join(workshop, "choice " + i);
      }
      assertThat(workshop.freeMemories()).isZero();
      assertThat(isOnDisk()).isFalse();
      ExportMaking oneMore = join(workshop, "one more");
      assertThat(oneMore.file().path()).isPresent();
      workshop.leave(oneMore);
    }
  }

  @Test
  void memoryIsFreeAgainWhenAllWasSent() throws Exception {
    ExportShelf shelf = new ExportShelf(folder, 0, System::nanoTime);
    try (ExportWorkshop workshop = new ExportWorkshop(shelf, 1)) {
      ExportMaking making = join(workshop, "a choice");
      while (workshop.busy() > 0) {
        Thread.onSpinWait();
      }
      assertThat(workshop.freeMemories()).isEqualTo(ExportWorkshop.IN_MEMORY - 1);
      workshop.leave(making);
      assertThat(workshop.freeMemories()).isEqualTo(ExportWorkshop.IN_MEMORY);
    }
  }

  private static ExportMaking join(ExportWorkshop workshop, String tag) throws IOException {
    ExportMaking making =
        workshop.join(
            tag, Optional.empty(), ContentCoding.IDENTITY, out -> out.write(noise(1_000, 9)));
    making.file().awaitBeyond(Long.MAX_VALUE);
    return making;
  }
}
