package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportShelfTest {
  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();

  private ExportShelf shelf(long budgetBytes) {
    return new ExportShelf(folder, budgetBytes, nanos::get);
  }

  private static CopyName name(String layer, long version) {
    return new CopyName(layer, version, "Ab_-9");
  }

  private static void keep(ExportShelf shelf, CopyName name, int bytes) throws IOException {
    Path finished = shelf.unfinished();
    Files.write(finished, new byte[bytes]);
    shelf.keep(finished, name);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void later() {
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
  }

  @Test
  void whatWasNotAskedForTheLongestGoesFirst() throws IOException {
    ExportShelf shelf = shelf(25);
    keep(shelf, name("a", 1), 10);
    keep(shelf, name("b", 1), 10);
    assertThat(shelf.find(name("a", 1))).isPresent();
    later();
    keep(shelf, name("c", 1), 10);
    assertThat(shelf.find(name("b", 1))).isEmpty();
    assertThat(files()).containsExactly("a.1.Ab_-9", "c.1.Ab_-9");
    assertThat(shelf.bytes()).isEqualTo(20);
  }

  @Test
  void whatIsLargerThanTheBudgetIsNotKept() throws IOException {
    ExportShelf shelf = shelf(9);
    keep(shelf, name("a", 1), 10);
    assertThat(shelf.find(name("a", 1))).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void otherVersionsOfALayerGoAndOtherLayersStay() throws IOException {
    ExportShelf shelf = shelf(100);
    keep(shelf, name("a", 1), 1);
    keep(shelf, name("a", 2), 1);
    keep(shelf, name("ab", 1), 1);
    later();
    shelf.keepOnly("a", Optional.of(2L));
    assertThat(files()).containsExactly("a.2.Ab_-9", "ab.1.Ab_-9");
    shelf.keepOnly("a", Optional.empty());
    assertThat(files()).containsExactly("ab.1.Ab_-9");
  }

  @Test
  void aFileThatWasJustHandedOutStaysForTheServerToOpenIt() throws IOException {
    ExportShelf shelf = shelf(100);
    keep(shelf, name("a", 1), 1);
    later();
    Path handedOut = shelf.find(name("a", 1)).orElseThrow().path();
    shelf.keepOnly("a", Optional.of(2L));
    assertThat(shelf.find(name("a", 1))).isEmpty();
    assertThat(handedOut).exists();
    later();
    shelf.keepOnly("b", Optional.of(1L));
    assertThat(handedOut).doesNotExist();
  }

  @Test
  void aCopyThatIsMadeAgainBeforeItsOldFileWasRemovedStays() throws IOException {
    ExportShelf shelf = shelf(100);
    keep(shelf, name("a", 1), 1);
    shelf.keepOnly("a", Optional.empty());
    keep(shelf, name("a", 1), 1);
    later();
    assertThat(shelf.find(name("a", 1))).isPresent();
    assertThat(files()).containsExactly("a.1.Ab_-9");
  }

  @Test
  void theNextProcessFindsTheCopiesInTheOrderOfTheirUseAndNoHalfOnes() throws IOException {
    ExportShelf before = shelf(100);
    keep(before, name("a", 1), 10);
    keep(before, name("b", 1), 10);
    Files.setLastModifiedTime(
        folder.resolve("b.1.Ab_-9"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    Files.write(before.unfinished(), new byte[5]);
    ExportShelf after = shelf(15);
    assertThat(after.find(name("b", 1))).isEmpty();
    assertThat(after.find(name("a", 1)))
        .hasValueSatisfying(c -> assertThat(c.bytes()).isEqualTo(10));
    assertThat(files()).containsExactly("a.1.Ab_-9");
  }

  @Test
  void aCopyThatSomebodyCutOrRemovedIsNoLongerThere() throws IOException {
    ExportShelf shelf = shelf(100);
    keep(shelf, name("a", 1), 10);
    keep(shelf, name("b", 1), 10);
    Files.write(folder.resolve("a.1.Ab_-9"), new byte[9]);
    Files.delete(folder.resolve("b.1.Ab_-9"));
    assertThat(shelf.find(name("a", 1))).isEmpty();
    assertThat(shelf.find(name("b", 1))).isEmpty();
  }

  @Test
  void aFileThatIsNoCopyIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    shelf(0);
    assertThat(files()).containsExactly("notes.txt");
  }
}
