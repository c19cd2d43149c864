package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ingest.Trial.assertApplied;
import static org.linli.ingest.Trial.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.RealData;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.Severity;
import org.linli.testing.Zips;

class ArchiveImportTest {
  private static final String POINTS = "name,lon,lat\n广场,118.67,37.43\n";

  @TempDir Path folder;

  private ImportReport imported(Map<String, String> files) {
    return new Trial(folder).of("a.zip", zip(files));
  }

  private static byte[] zip(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Zips.of(bytes);
  }

  @Test
  void theOnlyFileInAZipIsReadAsWhatItIs() {
    assertApplied(imported(Map.of("a.csv", POINTS)), 1);
    assertApplied(imported(Map.of("说明.txt", POINTS)), 1);
    String json = "{\"type\":\"Point\",\"coordinates\":[118.67,37.43]}";
    assertApplied(imported(Map.of("a.geojson", json, "license.txt", "CC BY 4.0")), 1);
  }

  @Test
  void ofSeveralFilesOneIsNamed() {
    byte[] zip = zip(Map.of("x/a.csv", POINTS, "b.csv", POINTS));
    assertThat(assertRefused(new Trial(folder).of("a.zip", zip), IssueKind.WHICH_TABLE).details())
        .containsExactly("b.csv, x/a.csv");
    assertApplied(new Trial(folder).table("a").of("a.zip", zip), 1);
    assertApplied(new Trial(folder).table("x/a.csv").of("a.zip", zip), 1);
  }

  @Test
  void archivesInArchivesAreNotOpened() {
    byte[] inner = Zips.of("a.csv", POINTS);
    ImportReport named = new Trial(folder).of("a.zip", Zips.of(Map.of("inner.zip", inner)));
    assertThat(assertRefused(named, IssueKind.ARCHIVE_NESTED).details()).contains("inner.zip");
    ImportReport disguised = new Trial(folder).of("a.zip", Zips.of(Map.of("a.csv", inner)));
    assertRefused(disguised, IssueKind.ARCHIVE_NESTED);
  }

  @Test
  void anArchiveOfNothingThatIsReadSaysWhatIsInIt() {
    ImportReport report = imported(Map.of("photo.jpg", "x", "plan.dwg", "x"));
    assertThat(assertRefused(report, IssueKind.ARCHIVE_CONTENT).details())
        .containsExactly("photo.jpg, plan.dwg");
    assertRefused(new Trial(folder).of("e.zip", Zips.of(Map.of())), IssueKind.ARCHIVE_CONTENT);
  }

  @Test
  void aBombIsStoppedAndNothingIsLeftOfIt() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("a.csv"));
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
    ImportIssue issue = assertRefused(new Trial(folder).of(bomb), IssueKind.ARCHIVE_BOMB);
    assertThat(Long.parseLong(issue.details().get(1))).isBetween(256L << 20, 257L << 20);
  }

  /** Every archive of a collection of bad and odd ones is imported or refused with its reason. */
  @Test
  void noArchiveGoesUnexplained() throws IOException {
    List<String> unexplained = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RealData.file("adversarial/zip"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ImportReport report = new Trial(folder).of(file);
        if (!isExplained(file, report)) {
          unexplained.add(file.getFileName() + ": " + report.toText(Locale.ENGLISH, 3));
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  /**
   * What begins otherwise is no zip at all. The three that are named can be read, as their sums
   * prove: a local header's signature, bytes behind the end, a backslash for a slash.
   */
  private static boolean isExplained(Path file, ImportReport report) {
    boolean harmless =
        file.getParent().endsWith("success")
            || file.getFileName()
                .toString()
                .matches(
                    "(invalid local file header|Invalid comment length|invalid characters in).*");
    List<ImportIssue> errors =
        report.issues().stream().filter(issue -> issue.severity() == Severity.ERROR).toList();
    boolean told = errors.stream().noneMatch(error -> error.cure(Locale.ENGLISH).isBlank());
    boolean ofTheArchive =
        errors.stream()
            .map(error -> error.kind().name())
            .anyMatch(kind -> kind.matches("ARCHIVE_.*|EMPTY_FILE|UNKNOWN_FORMAT"));
    return report.outcome() == Outcome.REFUSED
        ? told && !errors.isEmpty() && (ofTheArchive || harmless)
        : harmless;
  }
}
